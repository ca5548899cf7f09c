import * as v from 'valibot';
import type { ConnectionAnswer } from './connectionAnswer.ts';
import { connectionAnswerSchema } from './connectionAnswer.ts';
import type { AppTokenEffect } from './appTokenEffect.ts';
import { count, text } from './wire.ts';

/**
 * Body of `POST /v1/admin/guided/sign-in`: the credentials of an account admin, sent once and kept nowhere. Either a
 * login (with the one-time password where Kaltura asks for it) or an ADMIN KS.
 */
export type GuidedSignInInput =
  | {
      service_url: string;
      login_id: string;
      password: string;
      otp?: string | undefined;
      partner_id?: number | undefined;
    }
  | { service_url: string; ks: string };

export interface KalturaAccount {
  partner_id: number;
  name: string;
}

/**
 * Between the wizard's steps there is only `handle`: the ADMIN KS, sealed for this hub and this admin, good for ten
 * minutes at most and stored nowhere.
 */
export interface GuidedSignInAnswer {
  handle: string;
  expires_in: number;
  /** Accounts this person may sign in to, the one of the sign-in first. */
  accounts: KalturaAccount[];
}

/** Body of `POST /v1/admin/guided/account`: chooses one of the accounts. */
export interface GuidedAccountInput {
  handle: string;
  partner_id: number;
}

export interface GuidedConversionProfile {
  id: number;
  name: string;
  is_default: boolean;
  /** Does it make flavors that DASH can stream? */
  dash: boolean;
  /** Height in pixels of its largest flavor; null when unknown. 360° stays sharp from 2160 on. */
  max_height: number | null;
}

export interface GuidedAccountAnswer {
  /** Takes the place of the former handle. */
  handle: string;
  expires_in: number;
  account: KalturaAccount;
  /** The account's default first. */
  conversion_profiles: GuidedConversionProfile[];
}

/**
 * Body of `POST /v1/admin/guided/connect`: creates the App Tokens, stores the connection, ends the admin session.
 * `If-Match` or `If-None-Match` as for `PUT /v1/admin/connection`; answers a `ConnectionAnswer`.
 */
export interface GuidedConnectInput {
  handle: string;
  effect: AppTokenEffect;
  /** Also a token for playing entries of others. */
  player: boolean;
  conversion_profile_id: number | null;
  user_id_mapping?: string | undefined;
}

export type GuidedConnectAnswer = ConnectionAnswer;

const line = (longest: number) => v.pipe(v.string(), v.minLength(1), v.maxLength(longest), v.regex(/^[^\p{Cc}]+$/u));
const serviceUrl = v.pipe(v.string(), v.maxLength(256));
const partnerId = v.pipe(v.number(), v.safeInteger(), v.minValue(1));
const handle = v.pipe(v.string(), v.regex(/^[A-Za-z0-9._-]{1,8192}$/));

export const guidedSignInInputSchema: v.GenericSchema<unknown, GuidedSignInInput> = v.union([
  v.strictObject({
    service_url: serviceUrl,
    login_id: line(320),
    password: line(256),
    otp: v.optional(v.pipe(v.string(), v.regex(/^[A-Za-z0-9]{1,16}$/))),
    partner_id: v.optional(partnerId),
  }),
  v.strictObject({ service_url: serviceUrl, ks: v.pipe(v.string(), v.regex(/^[\x21-\x7e]{8,4096}$/)) }),
]);

const account = v.object({ partner_id: count, name: text });

export const guidedSignInAnswerSchema: v.GenericSchema<unknown, GuidedSignInAnswer> = v.object({
  handle,
  expires_in: count,
  accounts: v.array(account),
});

export const guidedAccountInputSchema: v.GenericSchema<unknown, GuidedAccountInput> = v.strictObject({
  handle,
  partner_id: partnerId,
});

export const guidedAccountAnswerSchema: v.GenericSchema<unknown, GuidedAccountAnswer> = v.object({
  handle,
  expires_in: count,
  account,
  conversion_profiles: v.array(
    v.object({ id: count, name: text, is_default: v.boolean(), dash: v.boolean(), max_height: v.nullable(count) }),
  ),
});

export const guidedConnectInputSchema: v.GenericSchema<unknown, GuidedConnectInput> = v.strictObject({
  handle,
  effect: v.variant('kind', [
    v.strictObject({ kind: v.literal('own') }),
    v.strictObject({ kind: v.literal('all') }),
    v.strictObject({
      kind: v.literal('entitlement'),
      privacyContext: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_.-]{1,64}$/)),
    }),
  ]),
  player: v.boolean(),
  conversion_profile_id: v.nullable(partnerId),
  user_id_mapping: v.optional(
    v.pipe(v.string(), v.regex(/^(?:email|local_part|claim:[A-Za-z_][A-Za-z0-9_.:/-]{0,63})$/)),
  ),
});

export const guidedConnectAnswerSchema: v.GenericSchema<unknown, GuidedConnectAnswer> = connectionAnswerSchema;
