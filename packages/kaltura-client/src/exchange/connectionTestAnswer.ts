import * as v from 'valibot';
import { count, text } from './wire.ts';

/** The checks of a connection test, in the order in which they run. */
export type CheckId =
  | 'reachable'
  | 'widget_session'
  | 'hash'
  | 'session'
  | 'rights'
  | 'list'
  | 'upload'
  | 'user'
  | 'dash'
  | 'player'
  | 'clock';

/** What a check found: a key of the message catalogue, with a fix in one line. */
export type CheckFinding =
  | 'unreachable'
  | 'not_kaltura'
  | 'unknown_account'
  | 'wrong_hash_type'
  | 'wrong_secret'
  | 'weak_hash_type'
  | 'token_not_found'
  | 'token_not_active'
  | 'token_expired'
  | 'session_too_short'
  | 'session_pool_killed'
  | 'admin_capable'
  | 'pinned_user'
  | 'dangerous_privilege'
  | 'missing_privilege'
  | 'restricted_session'
  | 'list_refused'
  | 'upload_refused'
  | 'user_blocked'
  | 'user_ambiguous'
  | 'user_unsupported'
  | 'no_dash'
  | 'dash_unknown'
  | 'no_player_token'
  | 'player_refused'
  | 'clock_skew'
  | 'busy'
  | 'upstream_trouble';

export interface ConnectionCheck {
  id: CheckId;
  /** `skipped`: an earlier check failed, or there is nothing to check. */
  outcome: 'passed' | 'failed' | 'skipped';
  /** Milliseconds it took. */
  ms: number;
  /** Why it failed or was skipped, or a hint although it passed; null when there is nothing to say. */
  finding: CheckFinding | null;
  /** What the finding's sentence needs, such as `{privilege: 'edit:*'}` or `{hash_type: 'SHA1'}`; never a secret. */
  detail: Record<string, string>;
  /** The finding in plain English, for those without a catalogue; null without a finding. */
  fix: string | null;
}

/** Answer of `POST /v1/admin/connection/test`. */
export interface ConnectionTestAnswer {
  /** True when no check failed. */
  ok: boolean;
  checks: ConnectionCheck[];
  /** What Kaltura granted, where the test came so far. */
  granted: {
    /** The Kaltura user the admin is. */
    user_id: string;
    user_origin: 'matched' | 'created';
    can_list_all: boolean;
    can_upload: boolean;
    privileges: string[];
    /** Seconds a session lives at most under this App Token. */
    session_seconds: number;
  } | null;
  server_time: string;
}

const ids = [
  'reachable',
  'widget_session',
  'hash',
  'session',
  'rights',
  'list',
  'upload',
  'user',
  'dash',
  'player',
  'clock',
] as const satisfies CheckId[];

const findings = [
  'unreachable',
  'not_kaltura',
  'unknown_account',
  'wrong_hash_type',
  'wrong_secret',
  'weak_hash_type',
  'token_not_found',
  'token_not_active',
  'token_expired',
  'session_too_short',
  'session_pool_killed',
  'admin_capable',
  'pinned_user',
  'dangerous_privilege',
  'missing_privilege',
  'restricted_session',
  'list_refused',
  'upload_refused',
  'user_blocked',
  'user_ambiguous',
  'user_unsupported',
  'no_dash',
  'dash_unknown',
  'no_player_token',
  'player_refused',
  'clock_skew',
  'busy',
  'upstream_trouble',
] as const satisfies CheckFinding[];

export const connectionTestAnswerSchema: v.GenericSchema<unknown, ConnectionTestAnswer> = v.object({
  ok: v.boolean(),
  checks: v.array(
    v.object({
      id: v.picklist(ids),
      outcome: v.picklist(['passed', 'failed', 'skipped']),
      ms: v.pipe(v.number(), v.minValue(0)),
      finding: v.nullable(v.picklist(findings)),
      detail: v.record(v.string(), v.string()),
      fix: v.nullable(text),
    }),
  ),
  granted: v.nullable(
    v.object({
      user_id: text,
      user_origin: v.picklist(['matched', 'created']),
      can_list_all: v.boolean(),
      can_upload: v.boolean(),
      privileges: v.array(text),
      session_seconds: count,
    }),
  ),
  server_time: text,
});
