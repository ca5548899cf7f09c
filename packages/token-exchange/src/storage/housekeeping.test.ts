import { describe, expect, it } from 'vitest';
import { testDatabases } from '../testing/testDatabases.ts';
import { testConnection, useTestStorage, type TestInstance } from '../testing/useTestStorage.ts';
import { isReadable } from './Connection.ts';

const day = 24 * 3_600_000;
const rotation = {
  purpose: 'editor',
  token: { id: '0_new00000', secret: 'e'.repeat(32), hashType: 'SHA256' },
} as const;

describe.each(testDatabases)('what is over on %s', (_, databases) => {
  const storage = useTestStorage(databases);

  const endings = async ({ database }: TestInstance) =>
    database.selectFrom('audit').select(['done_by', 'version']).where('action', '=', 'rotation_ended').execute();

  it('are former tokens after a day: forgotten once, whoever looks first, and the others hear of it', async () => {
    const [one, two] = [await storage.startInstance(), await storage.startInstance()];
    await one.connections.store(testConnection);
    await one.connections.rotate('atelier-nord', rotation);
    storage.advance(day - 1);
    await one.tidy();
    expect(await one.database.selectFrom('app_tokens').selectAll().execute()).toHaveLength(2);
    expect(await two.connections.get('atelier-nord')).toMatchObject({ version: 2 });

    storage.advance(1);
    await Promise.all([one.tidy(), two.tidy()]);
    const left = await one.database.selectFrom('app_tokens').select(['token_id', 'is_former']).execute();
    expect(left).toEqual([{ token_id: '0_new00000', is_former: 0 }]);
    expect(await endings(one)).toEqual([{ done_by: 'exchange', version: 2 }]);
    storage.advance(1000);
    const connection = await two.connections.get('atelier-nord');
    if (connection === undefined || !isReadable(connection)) throw new Error('The connection is not readable.');
    expect(connection.formerTokens.size).toBe(0);
  });

  it('are host tokens that nobody takes any more', async () => {
    const one = await storage.startInstance();
    const seconds = storage.now() / 1000;
    const old = { issuer: 'https://spaces.example', tokenId: 'a'.repeat(20), expiresAt: seconds - 120 };
    const young = { ...old, tokenId: 'b'.repeat(20), expiresAt: seconds + 300 };
    for (const hostToken of [old, young]) await one.usedTokens.use(hostToken);
    await one.tidy();
    await expect(one.usedTokens.use(young)).rejects.toMatchObject({ code: 'token_replayed' });
    await one.usedTokens.use(old);
  });
});
