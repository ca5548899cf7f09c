import { randomBytes } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { createServiceUrls } from '../kaltura/serviceUrls.ts';
import { createKeyRing, type KeyRing } from '../secrets/keyRing.ts';
import type { ConnectionInit } from '../storage/ConnectionInit.ts';
import { createConnectionStore, type ConnectionStore } from '../storage/createConnectionStore.ts';
import { createHousekeeping } from '../storage/createHousekeeping.ts';
import { createRevision } from '../storage/createRevision.ts';
import { createUsedTokens, type UsedTokens } from '../storage/createUsedTokens.ts';
import { createUserBindings, type UserBindings } from '../storage/createUserBindings.ts';
import { migrate, openDatabase, scrubDatabase, type Database, type DatabaseOptions } from '../storage/openDatabase.ts';
import type { TestDatabases } from './testDatabases.ts';

export interface TestStorage {
  /** Another process on the test's database, as far as the code can tell. */
  startInstance(keyRing?: KeyRing): Promise<TestInstance>;
  /** Milliseconds since 1970; stands still. */
  now(): number;
  advance(milliseconds: number): void;
  /** Where the test's database is. */
  options(): DatabaseOptions;
}

export interface TestInstance {
  database: Database;
  connections: ConnectionStore;
  bindings: UserBindings;
  usedTokens: UsedTokens;
  /** What an instance does by itself every minute. */
  tidy(): Promise<void>;
  stop(): Promise<void>;
}

/** The key that test secrets are sealed with unless a test brings another. */
export const testKey: Buffer = randomBytes(32);
export const testKeyRing: KeyRing = createKeyRing([{ kid: 'k1', key: testKey }]);

export const testSecret = 'ca11ab1e0123456789abcdef01234567';

export const testConnection: ConnectionInit = {
  hub: 'atelier-nord',
  serviceUrl: 'https://www.kaltura.com',
  partnerId: 102,
  tokens: { editor: { id: '0_abcdefgh', secret: testSecret, hashType: 'SHA256' } },
};

/** A new database for each test of a suite, with as many instances on it as the test starts. */
export function useTestStorage(databases: TestDatabases): TestStorage {
  const serviceUrls = createServiceUrls(['https://www.kaltura.com', 'https://kaltura.example']);
  let time = 0;
  let options: DatabaseOptions = { sqlite: ':memory:' };
  let running = new Set<Database>();

  beforeAll(() => databases.start());
  afterAll(() => databases.stop());
  beforeEach(async () => {
    time = Date.UTC(2026, 10, 23);
    options = await databases.create();
    running = new Set();
  });
  afterEach(async () => {
    await Promise.all([...running].map((database) => database.destroy()));
  });

  const now = (): number => time;
  return {
    async startInstance(keyRing = testKeyRing) {
      const database = openDatabase(options);
      running.add(database);
      await migrate(database);
      const revision = createRevision(database, now);
      const scrub = (): Promise<void> => scrubDatabase(database, options);
      return {
        database,
        connections: createConnectionStore({ database, keyRing, revision, serviceUrls, now, scrub }),
        bindings: createUserBindings({ database, revision, now }),
        usedTokens: createUsedTokens(database),
        tidy: createHousekeeping({ database, revision, now, scrub }),
        async stop() {
          running.delete(database);
          await database.destroy();
        },
      };
    },
    now,
    advance: (milliseconds) => {
      time += milliseconds;
    },
    options: () => options,
  };
}
