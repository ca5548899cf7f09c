import { randomUUID } from 'node:crypto';
import type { Database } from './openDatabase.ts';

export interface AuditEntry {
  hub: string;
  /** Milliseconds since 1970. */
  at: number;
  actor: string;
  action: 'connection_created' | 'connection_changed' | 'connection_removed';
  /** Never a secret. */
  detail: Readonly<Record<string, unknown>>;
}

let sequence = 0;

/** Adds a row to the audit, within the transaction that makes the change. */
export async function appendAudit(transaction: Database, entry: AuditEntry): Promise<void> {
  // Ids sort by time, and within a millisecond by order, so that a hub's history is read in one index.
  sequence = (sequence + 1) % 1_000_000;
  const id = `${String(entry.at).padStart(15, '0')}-${String(sequence).padStart(6, '0')}-${randomUUID().slice(0, 8)}`;
  await transaction
    .insertInto('audit')
    .values({ ...entry, id, detail: JSON.stringify(entry.detail) })
    .execute();
}
