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

/**
 * What a check found: a key of the message catalogue, with a fix in one line. Beside each, the names that the `detail` of
 * its check has.
 */
export type CheckFinding =
  /** No answer, whatever the reason. */
  | 'unreachable'
  /** An answer that is none of Kaltura's. */
  | 'not_kaltura'
  /** `partner_id` */
  | 'unknown_account'
  /** `given`, and `hash_type`: the one that fits. */
  | 'wrong_hash_type'
  | 'wrong_secret'
  /** A hint. `hash_type` */
  | 'weak_hash_type'
  /** `token_id` */
  | 'token_not_found'
  /** `token_id` */
  | 'token_not_active'
  /** `token_id` */
  | 'token_expired'
  /** `seconds` */
  | 'session_too_short'
  /** `token_id` */
  | 'session_pool_killed'
  /** `session_type`: `2` where the token makes ADMIN sessions only, `none` where it leaves the choice to its holder. */
  | 'admin_capable'
  /** `user_id` */
  | 'pinned_user'
  /** `privilege` */
  | 'dangerous_privilege'
  /** `privilege`; a hint where the connection works without. */
  | 'missing_privilege'
  /** `privilege`, which forbids what is needed; a hint where it has not done so yet. */
  | 'restricted_session'
  /** A hint. `host` that the account's pictures come from, and that is not allowed. */
  | 'unknown_media_host'
  /** `reason`: Kaltura's code. */
  | 'list_refused'
  /** `reason`: Kaltura's code. */
  | 'upload_refused'
  /** `user_id` */
  | 'user_blocked'
  /** `user_id` that was asked for, `other` that Kaltura has instead. */
  | 'user_ambiguous'
  /** `problem`: code of the exchange's error catalogue. */
  | 'user_unsupported'
  /** `entry_id` of a recent video, or `conversion_profile_id`. */
  | 'no_dash'
  /** There is no video yet from which to tell. */
  | 'dash_unknown'
  | 'no_player_token'
  /** `reason`: Kaltura's code, or a code of the exchange's error catalogue. */
  | 'player_refused'
  /** `seconds` that Kaltura's clock is ahead; negative: behind. */
  | 'clock_skew'
  /** Too many calls at the moment. */
  | 'busy'
  /** Kaltura broke down, was too slow, or answered something unexpected. */
  | 'upstream_trouble';

export interface ConnectionCheck {
  id: CheckId;
  /** `skipped`: an earlier check failed, or there is nothing to check. */
  outcome: 'passed' | 'failed' | 'skipped';
  /** Milliseconds it took. */
  ms: number;
  /** Why it failed or was skipped, or a hint although it passed; null when there is nothing to say. */
  finding: CheckFinding | null;
  /** What the finding's sentence needs, such as `{privilege: 'edit:*'}`; see `CheckFinding`. Never a secret. */
  detail: Record<string, string>;
  /** The finding in plain English, for those without a catalogue; null without a finding. */
  fix: string | null;
}

/**
 * Answer of `POST /v1/admin/connection/test`. Without a body the stored connection is tested, with a `ConnectionInput`
 * what is not stored yet.
 */
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
    /** Seconds a session lives: what the exchange asks for, or less where the App Token gives less. */
    session_seconds: number;
  } | null;
  server_time: string;
}

/** Every check, in the order in which they run. */
export const checkIds: readonly CheckId[] = [
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
];

const findings: readonly CheckFinding[] = [
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
  'unknown_media_host',
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
];

export const connectionTestAnswerSchema: v.GenericSchema<unknown, ConnectionTestAnswer> = v.object({
  ok: v.boolean(),
  checks: v.array(
    v.object({
      id: v.picklist(checkIds),
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
