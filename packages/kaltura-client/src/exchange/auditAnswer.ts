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
  /** A person of the host, the host app itself, the operator from the command line, or the exchange when a time was over. */
  by: 'person' | 'host' | 'operator' | 'exchange';
  /** Subject of the person's host token, and what the host called them then; null where it was no person. */
  person: { subject: string; name: string | null } | null;
  /** A newer exchange may know more. */
  action: AuditAction | (string & {});
  /**
   * `version`: the one it led to (removed: the one it ended). Created and changed: `service_url`, `partner_id`, `fields`
   * (names of what changed), `token_ids`. Rotations: `purpose`, `token_id`, `former_token_id`. What the
   * host said of its people: `person` (a subject) or `everybody`.
   */
  detail: Record<string, unknown>;
}

/** Answer of `GET /v1/admin/audit?before=<id>&limit=<1…100>`: the hub's own rows, newest first. */
export interface AuditAnswer {
  rows: AuditRow[];
  /** `before` of the next page; null at the end. */
  next: string | null;
}

export const auditAnswerSchema: v.GenericSchema<unknown, AuditAnswer> = v.object({
  rows: v.array(
    v.object({
      id: text,
      at: text,
      by: v.picklist(['person', 'host', 'operator', 'exchange']),
      person: v.nullable(v.object({ subject: text, name: v.nullable(v.string()) })),
      action: text,
      detail: v.record(v.string(), v.unknown()),
    }),
  ),
  next: v.nullable(text),
});

/** Query of `GET /v1/admin/audit`. */
export interface AuditQuery {
  /** `next` of the page before. */
  before?: string | undefined;
  /** 1 to 100; default 50. */
  limit?: string | undefined;
}

export const auditQuerySchema: v.GenericSchema<unknown, AuditQuery> = v.strictObject({
  before: v.optional(v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/))),
  limit: v.optional(v.pipe(v.string(), v.regex(/^(?:[1-9]\d?|100)$/))),
});
