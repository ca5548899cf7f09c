import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { Migrator } from 'kysely/migration';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createServiceUrls } from '../kaltura/serviceUrls.ts';
import { createKeyRing } from '../secrets/keyRing.ts';
import { testDatabases } from '../testing/testDatabases.ts';
import { checkKeys } from './checkKeys.ts';
import { isReadable, type Connection, type UnreadableConnection } from './Connection.ts';
import type { ConnectionInit } from './ConnectionInit.ts';
import { createConnectionStore, type ConnectionStore } from './createConnectionStore.ts';
import { createRevision } from './createRevision.ts';
import { createUserBindings, type UserBindings } from './createUserBindings.ts';
import { migrate, openDatabase, type Database, type DatabaseOptions } from './openDatabase.ts';

const secret = 'ca11ab1e0123456789abcdef01234567';
const key = randomBytes(32);
const ring = createKeyRing([{ kid: 'k1', key }]);
const serviceUrls = createServiceUrls(['https://www.kaltura.com', 'https://kaltura.example']);

const init: ConnectionInit = {
  hub: 'atelier-nord',
  serviceUrl: 'https://www.kaltura.com',
  partnerId: 102,
  tokens: { editor: { id: '0_abcdefgh', secret, hashType: 'SHA256' } },
};

describe.each(testDatabases)('storage on %s', (_, databases) => {
  let time: number;
  let options: DatabaseOptions;
  let instances: Database[];

  beforeAll(() => databases.start());
  afterAll(() => databases.stop());

  beforeEach(async () => {
    time = Date.UTC(2026, 10, 23);
    instances = [];
    options = await databases.create();
  });
  afterEach(async () => {
    await Promise.all(instances.map((instance) => instance.destroy()));
  });

  /** Another process on the same database, as far as the code can tell. */
  async function startInstance(keyRing = ring): Promise<{
    database: Database;
    connections: ConnectionStore;
    bindings: UserBindings;
  }> {
    const database = openDatabase(options);
    instances.push(database);
    await migrate(database);
    const now = () => time;
    const revision = createRevision(database, now);
    const connections = createConnectionStore({ database, keyRing, revision, serviceUrls, now });
    return { database, connections, bindings: createUserBindings({ database, revision, now }) };
  }

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
    const tables = ['settings', 'connections', 'connection_tokens', 'audit'] as const;
    const dump = await Promise.all(tables.map((table) => database.selectFrom(table).selectAll().execute()));
    expect(JSON.stringify(dump)).toContain('0_abcdefgh');
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
    await first.database.destroy();
    instances.pop();
    const second = await startInstance();
    expect(
      readable(await second.connections.get('atelier-nord'))
        .tokens.get('editor')
        ?.secret.reveal(),
    ).toBe(secret);
  });

  it('counts versions and refuses a change that was made on an older one', async () => {
    const { connections } = await startInstance();
    expect(await connections.store(init, { expectedVersion: 0 })).toEqual({ version: 1 });
    expect(await connections.store(init, { expectedVersion: 1 })).toEqual({ version: 2 });
    await expect(connections.store(init, { expectedVersion: 1 })).rejects.toMatchObject({ code: 'changed_meanwhile' });
    await expect(connections.store(init, { expectedVersion: 0 })).rejects.toMatchObject({ code: 'changed_meanwhile' });
  });

  it('lets exactly one of several changes at once through', async () => {
    const [one, two] = [await startInstance(), await startInstance()];
    await one.connections.store(init);
    const attempts = await Promise.allSettled(
      [one, two, one, two].map(({ connections }) => connections.store(init, { expectedVersion: 1 })),
    );
    expect(attempts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(readable(await two.connections.get('atelier-nord')).version).toBe(2);
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
    time += 1000;
    expect(readable(await two.connections.get('atelier-nord')).version).toBe(2);
    await one.connections.remove('atelier-nord');
    time += 1000;
    expect(await two.connections.get('atelier-nord')).toBeUndefined();
  });

  it('makes a removed connection unreadable for good', async () => {
    const { database, connections } = await startInstance();
    await connections.store(init);
    await connections.remove('atelier-nord');
    await connections.remove('atelier-nord');
    expect(await connections.get('atelier-nord')).toBeUndefined();
    expect(await database.selectFrom('connection_tokens').selectAll().execute()).toEqual([]);
    const audit = await database.selectFrom('audit').selectAll().orderBy('id').execute();
    expect(audit.map(({ action }) => action)).toEqual(['connection_created', 'connection_removed']);
  });

  it('calls a record unreadable that somebody changed, and hurts no other hub', async () => {
    const { database, connections } = await startInstance();
    await connections.store(init);
    await connections.store({ ...init, hub: 'universite-delta', partnerId: 103 });
    // The sealed secret of one hub pasted into another.
    const [delta] = await database
      .selectFrom('connection_tokens')
      .innerJoin('connections', 'connections.id', 'connection_tokens.connection_id')
      .select(['sealed', 'wrapped_key', 'connection_id'])
      .where('hub', '=', 'universite-delta')
      .execute();
    if (!delta) throw new Error('The hub has no token.');
    const { connection_id, ...columns } = delta;
    await database.updateTable('connection_tokens').set(columns).where('connection_id', '!=', connection_id).execute();
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
    await connections.note(connection, { state: 'misconfigured', canListAll: true, checkedAt: time });
    expect(readable(await connections.get('atelier-nord'))).toMatchObject({
      version: 1,
      state: 'misconfigured',
      canListAll: true,
      checkedAt: time,
    });
  });

  describe('bindings of people to Kaltura users', () => {
    const person = {
      hub: 'atelier-nord',
      scope: 'https://www.kaltura.com|102|email',
      issuer: 'https://spaces',
      subject: 'u1',
    };

    it('are written once and never moved', async () => {
      const [one, two] = [await startInstance(), await startInstance()];
      expect(await one.bindings.find(person)).toBeUndefined();
      await one.bindings.bind(person, 'Ana@uni.example', 'matched');
      const again = await two.bindings.bind(person, 'other@uni.example', 'created');
      expect(again).toEqual({ kalturaUserId: 'Ana@uni.example', origin: 'matched', createdAt: time });
      expect(await two.bindings.find(person)).toEqual(again);
    });

    it('give a Kaltura user to one person only, whatever the case', async () => {
      const { bindings } = await startInstance();
      await bindings.bind(person, 'Ana@uni.example', 'matched');
      const other = { ...person, subject: 'u2' };
      await expect(bindings.assertFree(other, 'ana@UNI.example')).rejects.toMatchObject({ code: 'email_ambiguous' });
      await expect(bindings.bind(other, 'ana@uni.example', 'matched')).rejects.toMatchObject({
        code: 'email_ambiguous',
      });
      await expect(
        bindings.assertFree({ ...other, hub: 'universite-delta' }, 'ana@uni.example'),
      ).resolves.toBeUndefined();
    });

    it('make one row when two processes bind the same person at once', async () => {
      const pair = [await startInstance(), await startInstance()];
      const attempts = Array.from({ length: 25 }, () =>
        pair.map(({ bindings }) => bindings.bind(person, 'ana', 'created')),
      );
      const bound = await Promise.all(attempts.flat());
      expect(bound.map(({ kalturaUserId }) => kalturaUserId)).toEqual(Array.from({ length: 50 }, () => 'ana'));
      expect(await pair[0]?.database.selectFrom('user_bindings').selectAll().execute()).toHaveLength(1);
    });
  });

  describe('keys', () => {
    it('are checked against the database at the start', async () => {
      const { database } = await startInstance();
      await checkKeys(database, ring);
      await checkKeys(database, ring);
      const next = { kid: 'k2', key: randomBytes(32) };
      await checkKeys(database, createKeyRing([next, { kid: 'k1', key }]));
      await checkKeys(database, createKeyRing([next]));
      const wrong = createKeyRing([{ kid: 'k1', key: randomBytes(32) }]);
      await expect(checkKeys(database, wrong)).rejects.toThrow('The key "k1" is not the one');
      const strange = createKeyRing([{ kid: 'k3', key: randomBytes(32) }]);
      await expect(checkKeys(database, strange)).rejects.toThrow('none is in the key ring');
    });

    it('make records unreadable where theirs is missing', async () => {
      await (await startInstance()).connections.store(init);
      const { connections } = await startInstance(createKeyRing([{ kid: 'k2', key: randomBytes(32) }]));
      expect(await connections.get('atelier-nord')).toEqual({ hub: 'atelier-nord', state: 'unreadable' });
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
            '0001_initial': { up: () => Promise.resolve() },
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
    const { database, connections } = await startInstance();
    await connections.store(init);
    await database.destroy();
    instances.pop();
    time += 1000;
    await expect(async () => connections.get('atelier-nord')).rejects.toMatchObject({
      code: 'storage_unavailable',
      retryAfter: 2,
    });
  });
});
