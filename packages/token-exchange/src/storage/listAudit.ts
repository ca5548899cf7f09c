import type { AuditAnswer, AuditRow } from '@spaces-kaltura/client/exchange';
import type { Database } from './openDatabase.ts';
import type { AuditTable } from './tables.ts';

export interface AuditPage {
  /** Rows older than the one with this id. */
  before?: string | undefined;
  limit: number;
}

/** A hub's changes, newest first. */
export async function listAudit(database: Database, hub: string, { before, limit }: AuditPage): Promise<AuditAnswer> {
  const older = database.selectFrom('audit').selectAll().where('hub', '=', hub);
  const rows = await (before === undefined ? older : older.where('id', '<', before))
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute();
  const shown = rows.slice(0, limit);
  return { rows: shown.map(toAuditRow), next: rows.length > limit ? (shown.at(-1)?.id ?? null) : null };
}

const toAuditRow = (row: AuditTable): AuditRow => ({
  id: row.id,
  at: new Date(row.at).toISOString(),
  by: toKind(row.done_by),
  person: row.subject === null ? null : { subject: row.subject, name: row.subject_name },
  action: row.action,
  detail: { ...(row.version !== null && { version: row.version }), ...toRecord(JSON.parse(row.detail)) },
});

function toKind(text: string): AuditRow['by'] {
  return text === 'person' || text === 'host' || text === 'exchange' ? text : 'operator';
}

const toRecord = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? { ...value } : {};
