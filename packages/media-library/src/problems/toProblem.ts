import {
  ExchangeError,
  HostTokenError,
  isExchangeErrorCode,
  KalturaApiError,
  KalturaForbiddenError,
  KalturaRateLimitError,
  NetworkError,
  UpstreamError,
} from '@spaces-kaltura/client';
import type { ExchangeErrorCode } from '@spaces-kaltura/client/exchange';
import type { LocalProblemCode } from '../messages/ProblemCode.ts';
import type { Problem } from './Problem.ts';

/** Names the cause of a failed call. Without a network every failure to reach somebody is `offline`. */
export function toProblem(error: unknown, online = true): Problem {
  if (error instanceof ExchangeError) {
    return {
      code: isExchangeErrorCode(error.code) ? error.code : 'unknown',
      retriable: error.retry !== 'no',
      requestId: needsSupport(error) ? error.requestId : null,
      cause: error,
    };
  }
  const code = codeOf(error, online);
  return { code, retriable: code !== 'forbidden', requestId: null, cause: error };
}

/** A plan, a connection that nobody has made yet and a role are as somebody decided, and some things one mends oneself. */
const needsSupport = ({ code, fixBy }: ExchangeError): boolean => fixBy !== 'user' && !decided.has(code);
const decided: ReadonlySet<string> = new Set<ExchangeErrorCode>([
  'plan_not_entitled',
  'not_connected',
  'role_required',
]);

function codeOf(error: unknown, online: boolean): LocalProblemCode {
  if (error instanceof KalturaForbiddenError) return 'forbidden';
  if (error instanceof KalturaRateLimitError) return 'kaltura_unavailable';
  if (error instanceof KalturaApiError) return error.code === 'INVALID_KS' ? 'session_expired' : 'kaltura_error';
  if (error instanceof UpstreamError) {
    return error.code === 'upstream_bad_response' ? 'kaltura_bad_answer' : 'kaltura_unavailable';
  }
  if (error instanceof HostTokenError) return 'host_token_failed';
  if (error instanceof NetworkError) return online ? 'network' : 'offline';
  return 'unknown';
}
