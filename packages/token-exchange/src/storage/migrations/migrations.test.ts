import { sql, type Kysely } from 'kysely';
import { Migrator } from 'kysely/migration';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabases } from '../../testing/testDatabases.ts';
import { migrate, openDatabase } from '../openDatabase.ts';
import { migrations } from './index.ts';

describe.each(testDatabases)('a database of an earlier version on %s', (_, databases) => {
  beforeAll(() => databases.start());
  afterAll(() => databases.stop());

  it('keeps its connections, its tokens and its history', async () => {
    const database = openDatabase(await databases.create());
    const initial = migrations['0001_initial'];
    if (!initial) throw new Error('There is no first migration.');
    const first = new Migrator({
      db: database,
      provider: { getMigrations: () => Promise.resolve({ '0001_initial': initial }) },
    });
    expect((await first.migrateToLatest()).error).toBeUndefined();
    const old = database as unknown as Kysely<Record<string, Record<string, unknown>>>;
    await old
      .insertInto('connections')
      .values({
        hub: 'atelier-nord',
        id: 'c1',
        version: 3,
        service_url: 'https://www.kaltura.com',
        partner_id: 102,
        user_id_mapping: 'email',
        media_hosts: '[]',
        accepted_privileges: '[]',
        state: 'ok',
        state_since: 1000,
        created_at: 1000,
        updated_at: 2000,
      })
      .execute();
    const token = { token_id: '0_a', hash_type: 'SHA256', kid: 'k1', wrapped_key: 'wrapped', sealed: 'sealed' };
    await old
      .insertInto('connection_tokens')
      .values({ connection_id: 'c1', purpose: 'editor', ...token })
      .execute();
    for (const [id, actor] of [
      ['1', 'operator'],
      ['2', 'user-1'],
    ]) {
      const row = { id, hub: 'atelier-nord', at: 1000, actor, action: 'connection_created', detail: '{}' };
      await old.insertInto('audit').values(row).execute();
    }

    await migrate(database);

    expect(await database.selectFrom('connections').selectAll().executeTakeFirst()).toMatchObject({
      version: 3,
      paused_since: null,
      granted_privileges: null,
    });
    expect(await database.selectFrom('app_tokens').selectAll().execute()).toEqual([
      {
        connection_id: 'c1',
        purpose: 'editor',
        is_former: 0,
        ...token,
        set_at: 2000,
        expires_at: null,
        kept_until: null,
        serves_since: null,
      },
    ]);
    expect(await database.selectFrom('audit').select(['id', 'done_by', 'subject']).orderBy('id').execute()).toEqual([
      { id: '1', done_by: 'operator', subject: null },
      { id: '2', done_by: 'person', subject: 'user-1' },
    ]);
    await expect(sql`select * from connection_tokens`.execute(database)).rejects.toThrow(/connection_tokens/);
    await database.destroy();
  });
});
