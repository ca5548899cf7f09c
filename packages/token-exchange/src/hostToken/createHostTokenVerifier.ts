import { hash } from 'node:crypto';
import { decodeJwt, decodeProtectedHeader, errors, jwtVerify } from 'jose';
import * as v from 'valibot';
import { ExchangeProblem } from '../ExchangeProblem.ts';
import type { HostKeys } from './hostKeys.ts';
import type { HostToken } from './HostToken.ts';
import { hostTokenClaimsSchema, hostTokenHeaderSchema, longestLife, type HostTokenClaims } from './hostTokenSchema.ts';

export interface HostTokenVerifierOptions {
  audience: string;
  /** Keys by exact issuer. */
  issuers: ReadonlyMap<string, HostKeys>;
  /** Milliseconds since 1970. */
  now: () => number;
  /** How many verified tokens are remembered. */
  remember?: number;
}

/** Allowed difference between the host's clock and ours, in seconds. */
const skew = 30;
/** Room for 200 entries; all headers of a request together may have 8 KiB. */
const longestToken = 6144;
/** Three parts of base64url and nothing else; some decoders forgive line breaks and padding. */
const shape = /^[\w-]+\.[\w-]+\.[\w-]+$/;

/**
 * Checks host tokens: signature by a known key of the named issuer, and every claim. A verified token is remembered by
 * its SHA-256 until it expires, so that checking it again costs one hash. Throws `token_expired` or `token_invalid`, one
 * code for all forgeries, and `keys_unavailable`.
 */
export function createHostTokenVerifier(
  options: HostTokenVerifierOptions,
): (token: string) => Promise<HostToken> | HostToken {
  const { audience, issuers, now, remember = 50_000 } = options;
  const verified = new Map<string, HostToken>();

  async function verify(token: string, key: string): Promise<HostToken> {
    const hostToken = await verifyAnew(token, { audience, issuers, now });
    if (verified.size >= remember) forget(verified, now(), remember);
    verified.set(key, hostToken);
    return hostToken;
  }

  return (token) => {
    if (token.length > longestToken) throw new ExchangeProblem('token_invalid');
    const key = hash('sha256', token, 'base64');
    const known = verified.get(key);
    if (known === undefined) return verify(token, key);
    if (now() < (known.expiresAt + skew) * 1000) return known;
    verified.delete(key);
    throw new ExchangeProblem('token_expired');
  };
}

async function verifyAnew(token: string, options: HostTokenVerifierOptions): Promise<HostToken> {
  const { audience, issuers, now } = options;
  try {
    if (!shape.test(token)) throw new ExchangeProblem('token_invalid');
    const header = v.parse(hostTokenHeaderSchema, decodeProtectedHeader(token));
    // Only to know whose keys to ask; nothing of it is believed before the signature is.
    const issuer = decodeJwt(token).iss;
    const hostKey = await (typeof issuer === 'string' ? issuers.get(issuer)?.find(header.kid) : undefined);
    if (typeof issuer !== 'string' || hostKey === undefined || hostKey.algorithm !== header.alg) {
      throw new ExchangeProblem('token_invalid');
    }
    const { payload } = await jwtVerify(token, hostKey.key, {
      algorithms: [hostKey.algorithm],
      issuer,
      audience,
      typ: 'spaces-kaltura+jwt',
      requiredClaims: ['iss', 'aud', 'sub', 'iat', 'exp', 'jti', 'hub', 'role'],
      clockTolerance: skew,
      maxTokenAge: longestLife,
      currentDate: new Date(now()),
    });
    return toHostToken(v.parse(hostTokenClaimsSchema, payload));
  } catch (error) {
    if (error instanceof ExchangeProblem) throw error;
    throw new ExchangeProblem(error instanceof errors.JWTExpired ? 'token_expired' : 'token_invalid', { cause: error });
  }
}

function toHostToken(claims: HostTokenClaims): HostToken {
  return {
    issuer: claims.iss,
    subject: claims.sub,
    hub: claims.hub,
    person: `${claims.iss}\n${claims.sub}\n${claims.hub}`,
    plan: claims.plan,
    role: claims.role,
    email: claims.email ?? null,
    emailVerified: claims.email_verified === true,
    authTime: claims.auth_time ?? null,
    tokenId: claims.jti,
    expiresAt: claims.exp,
    entries: claims.entries ?? [],
    otherClaims: new Map(
      Object.entries(claims).filter((claim): claim is [string, string] => typeof claim[1] === 'string'),
    ),
  };
}

/** Drops what has expired and, when that is not enough, the oldest. */
function forget(verified: Map<string, HostToken>, now: number, remember: number): void {
  for (const [key, { expiresAt }] of verified) {
    if ((expiresAt + skew) * 1000 <= now) verified.delete(key);
  }
  for (const key of verified.keys()) {
    if (verified.size < remember) break;
    verified.delete(key);
  }
}
