import * as v from 'valibot';
import type { AppTokenPurpose } from './appTokenEffect.ts';
import { count, text } from './wire.ts';

export type AppTokenHashType = 'MD5' | 'SHA1' | 'SHA256' | 'SHA512';

/** A stored App Token as an admin may see it: never the secret, only that it is there and which one. */
export interface StoredAppToken {
  id: string;
  hash_type: AppTokenHashType;
  /** Tells two secrets apart without saying anything about them (8 hex digits of an HMAC); null when it cannot be read. */
  fingerprint: string | null;
  /** When the secret was entered (ISO 8601). */
  set_at: string;
  /** When Kaltura ends this token (ISO 8601), where the admin or Kaltura said so; null: never, or not known. */
  expires_at: string | null;
}

/**
 * An App Token that is being replaced. For a day, the former one serves wherever Kaltura refuses the new one; then it is
 * forgotten.
 */
export interface TokenRotation {
  purpose: AppTokenPurpose;
  former: StoredAppToken;
  /** When the former token is forgotten (ISO 8601). */
  until: string;
  /** Since when Kaltura refuses the new token, so that the former one serves; null: the new one works, as far as known. */
  former_serves_since: string | null;
}

/**
 * Answer of `GET /v1/admin/connection` and of every write to it. Its `ETag` is the quoted `version`; each write names it
 * in `If-Match`, the first one says `If-None-Match: *`.
 */
export interface ConnectionAnswer {
  version: number;
  state: 'ok' | 'misconfigured' | 'refused' | 'session_pool_killed' | 'unreadable';
  state_since: string;
  /** Since when nobody gets a session although everything is in order; null while the connection is in use. */
  paused_since: string | null;
  service_url: string;
  partner_id: number;
  /** `email`, `local_part` or `claim:<name>`. */
  user_id_mapping: string;
  conversion_profile_id: number | null;
  /** Does that profile make flavors that DASH can stream? Known from guided connecting; null: not known. */
  conversion_profile_dash: boolean | null;
  accepted_privileges: string[];
  tokens: { editor: StoredAppToken; player: StoredAppToken | null };
  /** Tokens that are being replaced, at most one of each purpose. */
  rotations: TokenRotation[];
  /** What Kaltura said at the latest session or test; null before the first one. */
  can_list_all: boolean | null;
  can_upload: boolean | null;
  /** Privileges that Kaltura granted at the latest test, without the token's own markers; null before the first one. */
  granted_privileges: string[] | null;
  checked_at: string | null;
  created_at: string;
  updated_at: string;
  server_time: string;
}

/** An App Token as it is sent to be stored. Without `secret` the stored one stays, if it goes where it was entered for. */
export interface AppTokenInput {
  id: string;
  secret?: string | undefined;
  hash_type: AppTokenHashType;
  /**
   * From Kaltura's answer, Unix seconds; null: never. Left out together with the secret, what is stored stays; left out
   * beside a secret: never.
   */
  expiry?: number | null | undefined;
}

/** Body of `PUT /v1/admin/connection` and, to try values that are not stored yet, of `POST /v1/admin/connection/test`. */
export interface ConnectionInput {
  service_url: string;
  partner_id: number;
  tokens: { editor: AppTokenInput; player?: AppTokenInput | null | undefined };
  user_id_mapping?: string | undefined;
  conversion_profile_id?: number | null | undefined;
  /** Privileges outside the safe list, spelled exactly, that the admin accepts. */
  accepted_privileges?: string[] | undefined;
}

/**
 * Body of `PUT /v1/admin/connection/rotation`: a new App Token takes over, the former one stays at hand for a day.
 * `DELETE /v1/admin/connection/rotation` forgets all former ones at once.
 */
export interface RotationInput {
  purpose: AppTokenPurpose;
  token: AppTokenInput & { secret: string };
}

const hashType = v.picklist(['MD5', 'SHA1', 'SHA256', 'SHA512']);

const storedAppToken = v.object({
  id: text,
  hash_type: hashType,
  fingerprint: v.nullable(text),
  set_at: text,
  expires_at: v.nullable(text),
});

export const connectionAnswerSchema: v.GenericSchema<unknown, ConnectionAnswer> = v.object({
  version: count,
  state: v.picklist(['ok', 'misconfigured', 'refused', 'session_pool_killed', 'unreadable']),
  state_since: text,
  paused_since: v.nullable(text),
  service_url: text,
  partner_id: count,
  user_id_mapping: text,
  conversion_profile_id: v.nullable(count),
  conversion_profile_dash: v.nullable(v.boolean()),
  accepted_privileges: v.array(text),
  tokens: v.object({ editor: storedAppToken, player: v.nullable(storedAppToken) }),
  rotations: v.array(
    v.object({
      purpose: v.picklist(['editor', 'player']),
      former: storedAppToken,
      until: text,
      former_serves_since: v.nullable(text),
    }),
  ),
  can_list_all: v.nullable(v.boolean()),
  can_upload: v.nullable(v.boolean()),
  granted_privileges: v.nullable(v.array(text)),
  checked_at: v.nullable(text),
  created_at: text,
  updated_at: text,
  server_time: text,
});

const tokenFields = {
  // Data centre and name. The secret, pasted here by mistake, is no id: it would be shown and kept in the history.
  id: v.pipe(v.string(), v.regex(/^\d{1,3}_[A-Za-z0-9]{1,32}$/)),
  hash_type: hashType,
  // Until the last second of the year 9999: what is beyond has no date.
  expiry: v.nullish(v.pipe(count, v.maxValue(253_402_300_799))),
};
const secret = v.pipe(v.string(), v.regex(/^[\x21-\x7e]{8,256}$/));
const appTokenInput = v.strictObject({ ...tokenFields, secret: v.optional(secret) });

export const connectionInputSchema: v.GenericSchema<unknown, ConnectionInput> = v.strictObject({
  service_url: v.pipe(v.string(), v.maxLength(256)),
  partner_id: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  tokens: v.strictObject({ editor: appTokenInput, player: v.nullish(appTokenInput) }),
  user_id_mapping: v.optional(
    v.pipe(v.string(), v.regex(/^(?:email|local_part|claim:[A-Za-z_][A-Za-z0-9_.:/-]{0,63})$/)),
  ),
  conversion_profile_id: v.nullish(v.pipe(v.number(), v.safeInteger(), v.minValue(1))),
  accepted_privileges: v.optional(v.pipe(v.array(v.pipe(v.string(), v.regex(/^[^,\s]{1,256}$/))), v.maxLength(32))),
});

export const rotationInputSchema: v.GenericSchema<unknown, RotationInput> = v.strictObject({
  purpose: v.picklist(['editor', 'player']),
  token: v.strictObject({ ...tokenFields, secret }),
});
