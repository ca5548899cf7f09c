import * as v from 'valibot';
import { text } from './wire.ts';

export type AuditAction =
  | 'connection_created'
  | 'connection_changed'
  | 'connection_removed'
  | 'connection_paused'
  | 'connection_resumed'
  | 'rotation_started'
  | 'rotation_ended'
  | 'people_revoked'
  | 'people_readmitted'
  | 'person_released';

/** One change, by whom and when; never a secret. */
export interface AuditRow {
  id: string;
  /** ISO 8601. */
  at: string;
  /** Subject of the host token of who did it; `operator` for changes from the command line. */
  actor: string;
  /** A newer exchange may know more. */
  action: AuditAction | (string & {});
  detail: Record<string, unknown>;
}

/** Answer of `GET /v1/admin/audit?before=<id>&limit=<1…100>`: the hub's own rows, newest first. */
export interface AuditAnswer {
  rows: AuditRow[];
  /** `before` of the next page; null at the end. */
  next: string | null;
}

export const auditAnswerSchema: v.GenericSchema<unknown, AuditAnswer> = v.object({
  rows: v.array(v.object({ id: text, at: text, actor: text, action: text, detail: v.record(v.string(), v.unknown()) })),
  next: v.nullable(text),
});
