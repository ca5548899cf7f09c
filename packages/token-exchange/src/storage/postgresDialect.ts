import { PostgresDialect, type Dialect } from 'kysely';
import pg from 'pg';

/** Kysely on PostgreSQL: a small pool, whole numbers as numbers, no wait of more than 3 s for anything. */
export function postgresDialect(url: string, onError: (error: Error) => void): Dialect {
  const types = new pg.TypeOverrides();
  // int8 comes as text by default; ours are times in milliseconds and partner ids, far below 2^53.
  types.setTypeParser(pg.types.builtins.INT8, Number);
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: 3000,
    statement_timeout: 3000,
    query_timeout: 3000,
    idleTimeoutMillis: 30_000,
    types,
  });
  // An idle connection that breaks would end the process otherwise; the next query takes a new one.
  pool.on('error', onError);
  return new PostgresDialect({ pool });
}
