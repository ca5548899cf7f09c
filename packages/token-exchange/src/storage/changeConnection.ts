import { ExchangeProblem } from '../ExchangeProblem.ts';
import { readRows, type ConnectionRows } from './connectionRecord.ts';
import type { Database } from './openDatabase.ts';
import type { ConnectionsTable } from './tables.ts';

export interface ConnectionChange {
  hub: string;
  expectedVersion: number | undefined;
  now: number;
}

/**
 * What there is before a change of a connection, within its transaction. Throws `not_connected`, and `changed_meanwhile`
 * when it is not the version that somebody has seen.
 */
export async function readBeforeChange(
  transaction: Database,
  { hub, expectedVersion }: ConnectionChange,
): Promise<ConnectionRows> {
  const before = await readRows(transaction, hub);
  if (before === undefined) throw new ExchangeProblem('not_connected');
  if (expectedVersion !== undefined && expectedVersion !== before.row.version) {
    throw new ExchangeProblem('changed_meanwhile');
  }
  return before;
}

/** Sets columns and raises the version. Throws `changed_meanwhile` when somebody else was faster. */
export async function changeConnection(
  transaction: Database,
  { row }: ConnectionRows,
  now: number,
  columns: Partial<ConnectionsTable>,
): Promise<{ version: number }> {
  const version = row.version + 1;
  const { numUpdatedRows } = await transaction
    .updateTable('connections')
    .set({ ...columns, version, updated_at: now })
    .where('hub', '=', row.hub)
    .where('version', '=', row.version)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows !== 1n) throw new ExchangeProblem('changed_meanwhile');
  return { version };
}
