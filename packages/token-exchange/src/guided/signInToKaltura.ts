import { randomUUID } from 'node:crypto';
import { KalturaApiError, sessionGet, userLoginByLoginId, type KalturaSessionFields } from '@spaces-kaltura/client/api';
import type { ExchangeErrorCode, GuidedSignInInput } from '@spaces-kaltura/client/exchange';
import { ExchangeProblem } from '../ExchangeProblem.ts';
import type { Upstream } from '../kaltura/createUpstream.ts';
import { Secret } from '../secrets/Secret.ts';
import { adminCall, endSession } from './callAsAdmin.ts';
import type { GuidedSession } from './GuidedSession.ts';

export interface SignInOptions {
  upstream: Upstream;
  now: () => number;
  /** Origin of the Kaltura service. */
  serviceUrl: string;
  signal: AbortSignal;
}

/** Seconds from signing in to the end of the wizard. */
const longest = 600;

/**
 * An ADMIN session from the credentials of an account admin, which are used here and forgotten. Throws
 * `kaltura_sign_in_refused` for whatever is wrong with them, and codes of their own where Kaltura wants something else.
 */
export async function signInToKaltura(input: GuidedSignInInput, options: SignInOptions): Promise<GuidedSession> {
  const { upstream, now, serviceUrl, signal } = options;
  const askedAt = now();
  const isPasted = 'ks' in input;
  const ks = isPasted ? new Secret(input.ks) : await logIn(input, options);
  try {
    const fields = await adminCall(upstream, serviceUrl, ks, signal)(sessionGet()).catch(refused);
    // A person who administers the account may still have signed in to a session that does not.
    if (fields.sessionType !== 2) throw new ExchangeProblem('kaltura_admin_required');
    return {
      id: randomUUID(),
      serviceUrl,
      partnerId: fields.partnerId,
      ks,
      mayEnd: mayEnd(fields),
      isUserless: fields.userId === '',
      expiresAt: Math.min(fields.expiry * 1000, askedAt + longest * 1000),
      chosen: null,
    };
  } catch (error) {
    // What was pasted is used for something else, perhaps; what came from the password is nobody else's.
    if (!isPasted) await endSession(upstream, serviceUrl, ks);
    throw error;
  }
}

async function logIn(
  { login_id, password, otp, partner_id }: Exclude<GuidedSignInInput, { ks: string }>,
  { upstream, serviceUrl, signal }: SignInOptions,
): Promise<Secret> {
  const request = userLoginByLoginId({
    loginId: login_id,
    password,
    otp,
    partnerId: partner_id,
    expiry: longest,
    privileges: 'disableentitlement',
  });
  return new Secret(await upstream.call(request, { serviceUrl }, signal).catch(logInRefused));
}

/** Everything else that Kaltura says to a sign-in is one answer: nobody shall learn which part of it was right. */
const logInProblems: Readonly<Record<string, ExchangeErrorCode>> = {
  MISSING_OTP: 'kaltura_otp_required',
  INVALID_OTP: 'kaltura_otp_refused',
  PASSWORD_EXPIRED: 'kaltura_password_expired',
  DIRECT_LOGIN_BLOCKED: 'kaltura_sso_required',
};

function logInRefused(error: unknown): never {
  if (!(error instanceof KalturaApiError)) throw error;
  const known = Object.hasOwn(logInProblems, error.code) ? logInProblems[error.code] : undefined;
  throw new ExchangeProblem(known ?? 'kaltura_sign_in_refused', { cause: error });
}

/** `session.get` is for administrators only; a KS that is none is not Kaltura's. */
function refused(error: unknown): never {
  if (!(error instanceof KalturaApiError)) throw error;
  const code = error.code === 'SERVICE_FORBIDDEN' ? 'kaltura_admin_required' : 'kaltura_sign_in_refused';
  throw new ExchangeProblem(code, { cause: error });
}

const mayEnd = ({ privileges }: KalturaSessionFields): boolean =>
  !privileges.some((privilege) => privilege.startsWith('sessionid:'));
