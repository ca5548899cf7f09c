import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { DatabaseOptions } from '../storage/openDatabase.ts';
import { startPostgres, type TestPostgres } from './startPostgres.ts';

/** One kind of database for the contract suites. */
export interface TestDatabases {
  start(): Promise<void>;
  /** A new, empty database; asking several times for the same name gives the same one. */
  create(): Promise<DatabaseOptions>;
  stop(): Promise<void>;
}

function sqliteFiles(): TestDatabases {
  let directory = '';
  let count = 0;
  return {
    async start() {
      directory = await mkdtemp(join(tmpdir(), 'spaces-kaltura-sqlite-'));
    },
    create: () => Promise.resolve({ sqlite: join(directory, `${(count += 1)}.db`) }),
    stop: () => rm(directory, { recursive: true, force: true }),
  };
}

function postgresServer(): TestDatabases {
  let server: TestPostgres | undefined;
  let count = 0;
  return {
    async start() {
      server = await startPostgres();
    },
    async create() {
      if (server === undefined) throw new Error('PostgreSQL is not started.');
      const name = `test_${(count += 1)}`;
      const client = new pg.Client(server.url);
      await client.connect();
      await client.query(`CREATE DATABASE ${name}`);
      await client.end();
      return { postgres: server.url.replace(/postgres$/, name) };
    },
    async stop() {
      await server?.stop();
    },
  };
}

/** Every kind of database the exchange runs on, for `describe.each`. */
export const testDatabases: [name: string, databases: TestDatabases][] = [
  ['SQLite', sqliteFiles()],
  ['PostgreSQL', postgresServer()],
];
