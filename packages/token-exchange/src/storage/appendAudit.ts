import { randomUUID } from 'node:crypto';
import type { AuditAction } from '@spaces-kaltura/client/exchange';
import type { Actor } from './Actor.ts';
import type { Database } from './openDatabase.ts';

export interface AuditEntry {
  hub: string;
  /** Milliseconds since 1970. */
  at: number;
  by: Actor;
  action: AuditAction;
  /** Of the connection, where it is about one. */
  version?: number | undefined;
  /** Never a secret. */
  detail: Readonly<Record<string, unknown>>;
}

let sequence = 0;

/** Adds a row to the audit, within the transaction that makes the change. */
export async function appendAudit(transaction: Database, entry: AuditEntry): Promise<void> {
  const { hub, at, by, action, version, detail } = entry;
  // Ids sort by time, and within a millisecond by order, so that a hub's history is read in one index.
  sequence = (sequence + 1) % 1_000_000;
  const id = `${String(at).padStart(15, '0')}-${String(sequence).padStart(6, '0')}-${randomUUID().slice(0, 8)}`;
  const person = by.kind === 'person' ? by : undefined;
  await transaction
    .insertInto('audit')
    .values({
      id,
      hub,
      at,
      done_by: by.kind,
      subject: person?.subject ?? null,
      subject_name: person?.name ?? null,
      action,
      version: version ?? null,
      detail: JSON.stringify(detail),
    })
    .execute();
}
