import * as v from 'valibot';
import type { HostRole } from './HostToken.ts';

/** Longest life of a host token, in seconds. */
export const longestLife = 300;

/** Exactly these members: whatever else a JOSE header may carry (jku, x5u, x5c, jwk, crit, b64 …) is refused. */
export interface HostTokenHeader {
  alg: string;
  kid: string;
  typ: 'spaces-kaltura+jwt';
}

export const hostTokenHeaderSchema: v.GenericSchema<unknown, HostTokenHeader> = v.strictObject({
  alg: v.picklist(['EdDSA', 'ES256', 'RS256']),
  kid: v.pipe(v.string(), v.regex(/^[A-Za-z0-9._-]{1,64}$/)),
  typ: v.literal('spaces-kaltura+jwt'),
});

export interface HostTokenClaims {
  iss: string;
  aud: string;
  sub: string;
  iat: number;
  exp: number;
  jti: string;
  hub: string;
  role: HostRole;
  plan?: unknown;
  email?: string | null | undefined;
  email_verified?: unknown;
  auth_time?: number | undefined;
  entries?: string[] | undefined;
  [claim: string]: unknown;
}

const seconds = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
/** No control characters, no lone surrogates: these go into logs and into the database. */
const name = (longest: number) =>
  v.pipe(v.string(), v.minLength(1), v.maxLength(longest), v.regex(/^[^\p{C}\p{Z}]+$/u));

/**
 * The claims of a host token, checked after its signature. Plan and `email_verified` are taken as they come: a wrong
 * value there has an answer of its own (`plan_not_entitled`, `email_not_verified`) that tells people what to do.
 */
export const hostTokenClaimsSchema: v.GenericSchema<unknown, HostTokenClaims> = v.pipe(
  v.looseObject({
    iss: v.pipe(v.string(), v.minLength(1), v.maxLength(512)),
    // One audience and a string: a token that is good for several services is not ours.
    aud: v.string(),
    sub: name(128),
    iat: seconds,
    exp: seconds,
    nbf: v.optional(seconds),
    jti: v.pipe(v.string(), v.minLength(16), v.maxLength(128), v.regex(/^[\x21-\x7e]+$/)),
    hub: v.pipe(v.string(), v.regex(/^[A-Za-z0-9][A-Za-z0-9._:@-]{0,127}$/)),
    role: v.picklist(['participant', 'hub_admin', 'service']),
    plan: v.optional(v.unknown()),
    email: v.nullish(v.pipe(v.string(), v.maxLength(320))),
    email_verified: v.optional(v.unknown()),
    name: v.nullish(v.pipe(v.string(), v.maxLength(1024))),
    auth_time: v.optional(seconds),
    entries: v.optional(v.pipe(v.array(v.pipe(v.string(), v.regex(/^[A-Za-z0-9_]{1,32}$/))), v.maxLength(200))),
  }),
  v.check(({ iat, exp }) => exp > iat && exp - iat <= longestLife),
);
