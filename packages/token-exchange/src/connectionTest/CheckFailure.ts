import { KalturaApiError, KalturaRateLimitError, NetworkError } from '@spaces-kaltura/client/api';
import type { CheckFinding } from '@spaces-kaltura/client/exchange';
import { ExchangeProblem } from '../ExchangeProblem.ts';
import type { Connection } from '../storage/Connection.ts';

export type CheckDetail = Readonly<Record<string, string>>;

/** What a check found wrong; `state`: what the connection is in, where participants get no session because of it. */
export class CheckFailure extends Error {
  override readonly name = 'CheckFailure';
  readonly finding: CheckFinding;
  readonly detail: CheckDetail;
  readonly state: Connection['state'] | null;

  constructor(finding: CheckFinding, detail: CheckDetail = {}, state: Connection['state'] | null = null) {
    super(finding);
    this.finding = finding;
    this.detail = detail;
    this.state = state;
  }
}

export interface Circumstances {
  /** What the session that was used may do. */
  privileges?: readonly string[];
  tokenId?: string;
  userId?: string;
  /** What it means when Kaltura refuses this very call. */
  refusal?: 'list_refused' | 'upload_refused' | 'player_refused';
}

/**
 * What an error of a call to Kaltura says about the connection. One finding stands for everything that can happen on the
 * way to a service, be it a name, a port or a certificate. Whatever is no such error is thrown on.
 */
export function toFailure(error: unknown, circumstances: Circumstances = {}): CheckFailure {
  if (error instanceof CheckFailure) return error;
  if (error instanceof KalturaApiError) return toRefusal(error, circumstances);
  if (!(error instanceof ExchangeProblem)) throw error;
  const { code, cause } = error;
  if (code === 'breaker_open') return new CheckFailure('unreachable');
  if (code === 'upstream_timeout' || code === 'upstream_bad_response') return new CheckFailure('upstream_trouble');
  if (code !== 'upstream_unavailable') throw error;
  if (cause instanceof NetworkError) return new CheckFailure('unreachable');
  // Without a cause it is our own line to Kaltura that is full.
  const isBusy = cause === undefined || cause instanceof KalturaRateLimitError;
  return new CheckFailure(isBusy ? 'busy' : 'upstream_trouble');
}

function toRefusal(error: KalturaApiError, circumstances: Circumstances): CheckFailure {
  const { code, args } = error;
  const { privileges = [], tokenId = '', userId = '', refusal } = circumstances;
  const restricting = restrictionOf(error);
  const privilege = privileges.find((granted) => restricting.some((name) => granted.startsWith(`${name}:`)));
  if (privilege !== undefined) return new CheckFailure('restricted_session', { privilege });
  if (code === 'INVALID_KS' && args['KSID'] === 'EXPIRED') {
    return new CheckFailure('session_too_short', { seconds: '0' }, 'misconfigured');
  }
  if (code === 'INVALID_KS' && args['ERR_CODE'] !== '-4') {
    return new CheckFailure('session_pool_killed', { token_id: tokenId }, 'session_pool_killed');
  }
  if (code === 'USER_BLOCKED' || code === 'INVALID_USER_ID')
    return new CheckFailure('user_blocked', { user_id: userId });
  return new CheckFailure(refusal ?? 'upstream_trouble', { reason: code });
}

/** Privileges that can be the reason of a refusal. */
function restrictionOf({ code, args }: KalturaApiError): readonly string[] {
  switch (args['KSID']) {
    case 'EXCEEDED_ACTIONS_LIMIT':
      return ['actionslimit'];
    case 'EXCEEDED_RESTRICTED_URI':
      return ['urirestrict'];
    case 'EXCEEDED_RESTRICTED_IP':
      return ['iprestrict'];
  }
  const isRole = ['SERVICE_FORBIDDEN', 'INVALID_OBJECT_ID', 'UNKNOWN_ROLE_ID', 'INVALID_SET_ROLE'].includes(code);
  return isRole ? ['setrole', 'restrictingrole'] : [];
}
