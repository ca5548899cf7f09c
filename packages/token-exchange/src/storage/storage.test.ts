import { readFile } from 'node:fs/promises';
import { Migrator } from 'kysely/migration';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { testDatabases } from '../testing/testDatabases.ts';
import { testConnection as init, testSecret as secret, useTestStorage } from '../testing/useTestStorage.ts';
import { ExchangeProblem } from '../ExchangeProblem.ts';
import { isReadable, type Connection, type UnreadableConnection } from './Connection.ts';
import type { ConnectionInit } from './ConnectionInit.ts';
import { migrations } from './migrations/index.ts';
import { migrate } from './openDatabase.ts';

describe.each(testDatabases)('storage on %s', (_, databases) => {
  const storage = useTestStorage(databases);
  const codeOf = (error: unknown): string => (error instanceof ExchangeProblem ? error.code : String(error));
  const startInstance = () => storage.startInstance();

  function readable(connection: Connection | UnreadableConnection | undefined): Connection {
    if (connection === undefined || !isReadable(connection)) throw new Error('The connection is not readable.');
    return connection;
  }

  it('gives back a stored connection, its secret opened', async () => {
    const { connections } = await startInstance();
    expect(await connections.get('atelier-nord')).toBeUndefined();
    await connections.store({ ...init, conversionProfileId: 7 });
    const connection = readable(await connections.get('atelier-nord'));
    expect(connection).toMatchObject({
      hub: 'atelier-nord',
      version: 1,
      serviceUrl: 'https://www.kaltura.com',
      partnerId: 102,
      userIdMapping: 'email',
      conversionProfileId: 7,
      hosts: ['www.kaltura.com', 'cdnapisec.kaltura.com', 'cfvod.kaltura.com'],
      state: 'ok',
      canListAll: null,
    });
    expect(connection.tokens.get('editor')?.secret.reveal()).toBe(secret);
    expect(await connections.get('universite-delta')).toBeUndefined();
  });

  it('keeps the secret encrypted in the database', async () => {
    const { database, connections } = await startInstance();
    await connections.store(init);
    const tables = ['settings', 'connections', 'app_tokens', 'audit'] as const;
    const dump = await Promise.all(tables.map((table) => database.selectFrom(table).selectAll().execute()));
    expect(JSON.stringify(dump)).toContain('0_abcdefgh');
    const options = storage.options();
    const bytes = 'sqlite' in options ? await readFile(`${options.sqlite}-wal`) : Buffer.from(JSON.stringify(dump));
    for (const form of [
      secret,
      Buffer.from(secret).toString('base64').slice(0, 40),
      Buffer.from(secret).toString('hex'),
    ]) {
      expect(bytes.includes(form)).toBe(false);
    }
  });

  it('is still there after a restart', async () => {
    const first = await startInstance();
    await first.connections.store(init);
    await first.stop();
    const second = await startInstance();
    expect(
      readable(await second.connections.get('atelier-nord'))
        .tokens.get('editor')
        ?.secret.reveal(),
    ).toBe(secret);
  });

  it('counts versions and refuses a change that was made on an older one', async () => {
    const { connections } = await startInstance();
    expect(await connections.store(init, { expectedVersion: 0 })).toMatchObject({ version: 1 });
    expect(await connections.store(init, { expectedVersion: 1 })).toMatchObject({ version: 2 });
    await expect(connections.store(init, { expectedVersion: 1 })).rejects.toMatchObject({ code: 'changed_meanwhile' });
    await expect(connections.store(init, { expectedVersion: 0 })).rejects.toMatchObject({ code: 'changed_meanwhile' });
  });

  it('lets exactly one of several changes at once through', async () => {
    const [one, two] = [await startInstance(), await startInstance()];
    await one.connections.store(init);
    const attempts = await Promise.allSettled(
      [one, two, one, two].map(({ connections }) => connections.store(init, { expectedVersion: 1 })),
    );
    const outcomes = attempts.map((attempt) => (attempt.status === 'fulfilled' ? 'stored' : codeOf(attempt.reason)));
    expect(outcomes.sort()).toEqual(['changed_meanwhile', 'changed_meanwhile', 'changed_meanwhile', 'stored']);
    expect(readable(await two.connections.get('atelier-nord')).version).toBe(2);
  });

  it('lets several instances write at the same time', async () => {
    const instances = await Promise.all([startInstance(), startInstance(), startInstance()]);
    const hubs = Array.from({ length: 10 }, (_, index) => `hub-${index}`);
    const stored = hubs.flatMap((hub) =>
      instances.map(({ connections }, index) => connections.store({ ...init, hub: `${hub}-${index}` })),
    );
    expect((await Promise.all(stored)).every(({ version }) => version === 1)).toBe(true);
  });

  it('keeps the secret when it is not sent again and nothing it is bound to changes', async () => {
    const { connections } = await startInstance();
    await connections.store(init);
    const { secret: _, ...token } = init.tokens.editor;
    await connections.store({ ...init, conversionProfileId: 9, tokens: { editor: token } });
    const connection = readable(await connections.get('atelier-nord'));
    expect(connection).toMatchObject({ version: 2, conversionProfileId: 9 });
    expect(connection.tokens.get('editor')?.secret.reveal()).toBe(secret);
  });

  it.each<[string, Partial<ConnectionInit>]>([
    ['service URL', { serviceUrl: 'https://kaltura.example' }],
    ['partner', { partnerId: 103 }],
    ['token id', { tokens: { editor: { id: '0_zzzzzzzz', hashType: 'SHA256' } } }],
    ['hash type', { tokens: { editor: { id: '0_abcdefgh', hashType: 'SHA1' } } }],
    [
      'purpose',
      {
        tokens: { editor: { id: '0_abcdefgh', hashType: 'SHA256' }, player: { id: '0_abcdefgh', hashType: 'SHA256' } },
      },
    ],
  ])('wants the secret again when the %s changes', async (_, change) => {
    const { connections } = await startInstance();
    await connections.store(init);
    const { secret: _secret, ...token } = init.tokens.editor;
    await expect(connections.store({ ...init, tokens: { editor: token }, ...change })).rejects.toMatchObject({
      code: 'secret_required',
    });
    expect(readable(await connections.get('atelier-nord')).version).toBe(1);
  });

  it.each<[string, object, string]>([
    ['an unknown member', { ...init, privileges: 'list:*' }, 'invalid_field'],
    ['no editor token', { ...init, tokens: {} }, 'invalid_field'],
    ['a partner that is no number', { ...init, partnerId: '102' }, 'invalid_field'],
    [
      'an unknown hash type',
      { ...init, tokens: { editor: { ...init.tokens.editor, hashType: 'MD4' } } },
      'invalid_field',
    ],
    ['a hub with a quote', { ...init, hub: "a'; DROP TABLE connections; --" }, 'invalid_field'],
    ['another service', { ...init, serviceUrl: 'https://evil.example' }, 'service_url_not_allowed'],
  ])('refuses %s', async (_, input, code) => {
    const { connections } = await startInstance();
    await expect(connections.store(input as ConnectionInit)).rejects.toMatchObject({ code });
  });

  it('shows a change of another process after a second, and not a stale answer', async () => {
    const [one, two] = [await startInstance(), await startInstance()];
    await one.connections.store(init);
    expect(readable(await two.connections.get('atelier-nord')).version).toBe(1);
    await one.connections.store(init);
    expect(readable(await one.connections.get('atelier-nord')).version).toBe(2);
    storage.advance(1000);
    expect(readable(await two.connections.get('atelier-nord')).version).toBe(2);
    await one.connections.remove('atelier-nord');
    storage.advance(1000);
    expect(await two.connections.get('atelier-nord')).toBeUndefined();
  });

  it('makes a removed connection unreadable for good', async () => {
    const { database, connections } = await startInstance();
    await connections.store(init);
    await connections.remove('atelier-nord');
    await connections.remove('atelier-nord');
    expect(await connections.get('atelier-nord')).toBeUndefined();
    expect(await database.selectFrom('app_tokens').selectAll().execute()).toEqual([]);
    const audit = await database.selectFrom('audit').selectAll().orderBy('id').execute();
    expect(audit.map(({ action }) => action)).toEqual(['connection_created', 'connection_removed']);
  });

  it('calls a record unreadable that somebody changed, and hurts no other hub', async () => {
    const { database, connections } = await startInstance();
    await connections.store(init);
    await connections.store({ ...init, hub: 'universite-delta', partnerId: 103 });
    // The sealed secret of one hub pasted into another.
    const [delta] = await database
      .selectFrom('app_tokens')
      .innerJoin('connections', 'connections.id', 'app_tokens.connection_id')
      .select(['sealed', 'wrapped_key', 'connection_id'])
      .where('hub', '=', 'universite-delta')
      .execute();
    if (!delta) throw new Error('The hub has no token.');
    const { connection_id, ...columns } = delta;
    await database.updateTable('app_tokens').set(columns).where('connection_id', '!=', connection_id).execute();
    expect(await connections.get('atelier-nord')).toEqual({ hub: 'atelier-nord', state: 'unreadable' });
    expect(readable(await connections.get('universite-delta')).partnerId).toBe(103);
  });

  it.each([
    ['a partner id', 'partner_id', 999],
    ['a service URL', 'service_url', 'https://kaltura.example'],
    ['JSON', 'media_hosts', '{broken'],
    ['a mapping', 'user_id_mapping', 'sub'],
    ['a state', 'state', 'fine'],
  ])('calls a record with %s changed by hand unreadable', async (_, column, value) => {
    const { database, connections } = await startInstance();
    await connections.store(init);
    await database
      .updateTable('connections')
      .set({ [column]: value })
      .execute();
    expect(await connections.get('atelier-nord')).toEqual({ hub: 'atelier-nord', state: 'unreadable' });
  });

  it('remembers how a connection is doing without a new version', async () => {
    const { connections } = await startInstance();
    await connections.store(init);
    const connection = readable(await connections.get('atelier-nord'));
    await connections.note(connection, { state: 'misconfigured', canListAll: true, checkedAt: storage.now() });
    expect(readable(await connections.get('atelier-nord'))).toMatchObject({
      version: 1,
      state: 'misconfigured',
      canListAll: true,
      checkedAt: storage.now(),
    });
  });

  it('leaves nothing behind of a migration that fails', async () => {
    const { database } = await startInstance();
    const broken = new Migrator({
      db: database,
      allowUnorderedMigrations: true,
      provider: {
        getMigrations: () =>
          Promise.resolve({
            ...migrations,
            '9999_broken': {
              async up(db) {
                await db.schema.createTable('half_done').addColumn('id', 'text').execute();
                throw new Error('power cut');
              },
            },
          }),
      },
    });
    expect((await broken.migrateToLatest()).error).toEqual(new Error('power cut'));
    await expect(sql`select * from half_done`.execute(database)).rejects.toThrow(/half_done/);
    await migrate(database);
  });

  it('answers storage_unavailable when the database is gone', async () => {
    const instance = await startInstance();
    await instance.connections.store(init);
    await instance.stop();
    storage.advance(1000);
    await expect(async () => instance.connections.get('atelier-nord')).rejects.toMatchObject({
      code: 'storage_unavailable',
      retryAfter: 2,
    });
  });
});
