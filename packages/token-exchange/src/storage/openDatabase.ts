import { Kysely, sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import { ExchangeProblem } from '../ExchangeProblem.ts';
import { migrations } from './migrations/index.ts';
import { nodeSqliteDialect } from './nodeSqliteDialect.ts';
import { postgresDialect } from './postgresDialect.ts';
import type { Tables } from './tables.ts';

/** Where the exchange keeps its data: an SQLite file (or `:memory:`), or a PostgreSQL URL for several instances. */
export type DatabaseOptions = { sqlite: string } | { postgres: string };

export type Database = Kysely<Tables>;

/** Opens the database without talking to it yet. */
export function openDatabase(options: DatabaseOptions, onError: (error: Error) => void = () => {}): Database {
  const dialect = 'sqlite' in options ? nodeSqliteDialect(options.sqlite) : postgresDialect(options.postgres, onError);
  return new Kysely<Tables>({ dialect });
}

/** Brings the tables up to date: each migration as a whole or not at all. Several instances may do it at once. */
export async function migrate(database: Database): Promise<void> {
  const migrator = new Migrator({
    db: database,
    provider: { getMigrations: () => Promise.resolve({ ...migrations }) },
  });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
}

/**
 * Takes what was deleted out of SQLite's journal as well, where it lies until the journal is used up. PostgreSQL writes over
 * its pages when it needs them; to make it do so at once would lock the table for everybody.
 */
export async function scrubDatabase(database: Database, options: DatabaseOptions): Promise<void> {
  if ('sqlite' in options) await sql`pragma wal_checkpoint(truncate)`.execute(database);
}

/** Runs a piece of storage work; whatever the database throws becomes `storage_unavailable` or `storage_full`. */
export async function withStorage<TResult>(work: () => Promise<TResult>): Promise<TResult> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ExchangeProblem || error instanceof TypeError) throw error;
    if (isFull(error)) throw new ExchangeProblem('storage_full', { cause: error });
    throw new ExchangeProblem('storage_unavailable', { cause: error, retryAfter: 2 });
  }
}

/** SQLite's SQLITE_FULL and SQLITE_IOERR_WRITE, PostgreSQL's class 53 "disk full". */
function isFull(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  return (
    ('errcode' in error && (error.errcode === 13 || error.errcode === 778)) ||
    ('code' in error && error.code === '53100')
  );
}
