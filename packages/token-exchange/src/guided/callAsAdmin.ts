import { KalturaApiError, sessionEnd, userLoginByKs, type KalturaRequest } from '@spaces-kaltura/client/api';
import { ExchangeProblem } from '../ExchangeProblem.ts';
import type { Upstream } from '../kaltura/createUpstream.ts';
import { Secret } from '../secrets/Secret.ts';
import type { GuidedSession } from './GuidedSession.ts';

/** Calls Kaltura with the ADMIN session of one account. Throws KalturaApiError, or the problems of `Upstream`. */
export type AdminCall = <TResult>(request: KalturaRequest<TResult>) => Promise<TResult>;

/** Milliseconds that a session is given to end; what it was for is done by then. */
const endTimeout = 5_000;

export const adminCall =
  (upstream: Upstream, serviceUrl: string, ks: Secret, signal: AbortSignal): AdminCall =>
  (request) =>
    upstream.call(request, { serviceUrl, ks: ks.reveal() }, signal);

/** Ends a session whatever happened in it. That it cannot be ended is no reason to fail: it is over in minutes. */
export async function endSession(upstream: Upstream, serviceUrl: string, ks: Secret): Promise<void> {
  const call = adminCall(upstream, serviceUrl, ks, AbortSignal.timeout(endTimeout));
  await call(sessionEnd()).catch(() => null);
}

/**
 * Works in an account: in that of the sign-in with its own session, in another one with a session for this work alone, because
 * Kaltura makes such a session for a whole day. Throws `guided_expired` and `kaltura_account_refused`, and what `work` throws.
 */
export async function inAccount<TResult>(
  { upstream, session, signal }: { upstream: Upstream; session: GuidedSession; signal: AbortSignal },
  partnerId: number,
  work: (call: AdminCall) => Promise<TResult>,
): Promise<TResult> {
  const { serviceUrl, ks, mayEnd } = session;
  const call = adminCall(upstream, serviceUrl, ks, signal);
  if (partnerId === session.partnerId) return work(call);
  const other = await call(userLoginByKs(partnerId)).catch(accountRefused);
  if (other.partnerId !== partnerId) throw new ExchangeProblem('upstream_bad_response');
  const otherKs = new Secret(other.ks);
  try {
    return await work(adminCall(upstream, serviceUrl, otherKs, signal));
  } finally {
    // It has the privileges of the session it was made with.
    if (mayEnd) await endSession(upstream, serviceUrl, otherKs);
  }
}

function accountRefused(error: unknown): never {
  if (!(error instanceof KalturaApiError)) throw error;
  throw new ExchangeProblem(error.code === 'INVALID_KS' ? 'guided_expired' : 'kaltura_account_refused', {
    cause: error,
  });
}

/** What it means when Kaltura refuses something else to an account admin. */
export function adminRefused(error: unknown): never {
  if (!(error instanceof KalturaApiError)) throw error;
  const code = error.code === 'INVALID_KS' ? 'guided_expired' : 'kaltura_admin_required';
  throw new ExchangeProblem(code, { cause: error });
}
