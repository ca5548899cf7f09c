import * as v from 'valibot';
import { count, text } from './wire.ts';

/** How the hub's connection is doing; `not_connected` when nobody has stored one. */
export type ConnectionState =
  | 'ok'
  | 'not_connected'
  | 'misconfigured'
  | 'refused'
  | 'session_pool_killed'
  | 'unreadable'
  | 'paused';

/**
 * Answer of `GET /v1/status`: does Kaltura work for the hub of the host token, and as which Kaltura user. Asking opens
 * no session and creates no user, so `user` is null until the person's first session.
 */
export interface StatusAnswer {
  connection: ConnectionState;
  /** Error code of what stands between this person and a session, as far as known without asking Kaltura; else null. */
  problem: string | null;
  /** The Kaltura user id this person is asked for under the hub's mapping; null when there is none. */
  expected_user_id: string | null;
  /** The Kaltura user this person got, how, and since when (ISO 8601). */
  user: { id: string; origin: 'matched' | 'created'; since: string } | null;
  kaltura: {
    service_url: string;
    partner_id: number;
    conversion_profile_id: number | null;
    /** What Kaltura said at the latest session of this hub; null before the first one. */
    can_list_all: boolean | null;
    can_upload: boolean | null;
    /** When Kaltura last granted a session to this hub (ISO 8601). */
    checked_at: string | null;
  } | null;
  /** ISO 8601, for comparing clocks. */
  server_time: string;
}

export const statusAnswerSchema: v.GenericSchema<unknown, StatusAnswer> = v.object({
  connection: v.picklist([
    'ok',
    'not_connected',
    'misconfigured',
    'refused',
    'session_pool_killed',
    'unreadable',
    'paused',
  ]),
  problem: v.nullable(text),
  expected_user_id: v.nullable(text),
  user: v.nullable(v.object({ id: text, origin: v.picklist(['matched', 'created']), since: text })),
  kaltura: v.nullable(
    v.object({
      service_url: text,
      partner_id: count,
      conversion_profile_id: v.nullable(count),
      can_list_all: v.nullable(v.boolean()),
      can_upload: v.nullable(v.boolean()),
      checked_at: v.nullable(text),
    }),
  ),
  server_time: text,
});
