import { exchangeErrors, isExchangeErrorCode, type ExchangeErrorCode } from '@spaces-kaltura/client';
import type { AccountStatus } from '@spaces-kaltura/client/account';
import type { ProblemCode } from '../messages/ProblemCode.ts';
import type { Problem } from '../problems/Problem.ts';

/** How a person's way into a hub's Kaltura is doing. */
export type AccountStateKind =
  | 'connected'
  | 'limited'
  | 'untried'
  | 'needsYou'
  | 'needsAdmin'
  | 'notInPlan'
  | 'paused'
  | 'notConnected'
  | 'unavailable';

export interface AccountState {
  readonly kind: AccountStateKind;
  /** What stands in the way; null where it works. */
  readonly code: ProblemCode | null;
  /** What the operator finds the request by. */
  readonly requestId: string | null;
}

export interface AccountEvidence {
  /** The exchange's latest word, if it said anything. */
  status: AccountStatus | undefined;
  /** Why it could not be asked, or why a real try failed just now. */
  problem: Problem | null;
}

/** What just failed says more than what the exchange remembers; what it remembers is better than nothing. */
export function toAccountState({ status, problem }: AccountEvidence): AccountState | null {
  if (problem !== null) {
    return { kind: kindOf(problem.code), code: problem.code, requestId: problem.requestId ?? referenceOf(problem) };
  }
  if (status === undefined) return null;
  const { requestId } = status;
  if (status.problem !== null) {
    const code = isExchangeErrorCode(status.problem) ? status.problem : 'unknown';
    return { kind: kindOf(code), code, requestId };
  }
  const { checkedAt = null, canUpload = null } = status.account ?? {};
  if (checkedAt === null) return { kind: 'untried', code: null, requestId };
  return { kind: canUpload === false ? 'limited' : 'connected', code: null, requestId };
}

/** Is somebody's move awaited, before which there is nothing to see and to do in Kaltura? */
export const isStopped = ({ kind }: AccountState): boolean =>
  kind === 'needsYou' || kind === 'needsAdmin' || kind === 'paused';

/** Whose move it is. */
export function kindOf(code: ProblemCode): AccountStateKind {
  if (!isExchangeErrorCode(code)) return local[code] ?? 'unavailable';
  const named = kinds[code];
  if (named !== undefined) return named;
  const { fixBy, retriable } = exchangeErrors[code];
  if (retriable === 'after' || retriable === 'now') return 'unavailable';
  return fixBy === 'user' || signIns.has(code) ? 'needsYou' : 'needsAdmin';
}

const kinds: Partial<Record<ExchangeErrorCode, AccountStateKind>> = {
  plan_not_entitled: 'notInPlan',
  connection_paused: 'paused',
  not_connected: 'notConnected',
};

/** The operator's to mend, but the person's to try first. */
const signIns: ReadonlySet<ExchangeErrorCode> = new Set<ExchangeErrorCode>(['token_missing', 'token_invalid']);

const local: Partial<Record<ProblemCode, AccountStateKind>> = {
  forbidden: 'needsAdmin',
  host_token_failed: 'needsYou',
  session_expired: 'needsYou',
};

/** Here support can help whatever it is, so the reference is told of everything that has one. */
function referenceOf({ cause }: Problem): string | null {
  const { requestId } = (cause ?? {}) as { requestId?: unknown };
  return typeof requestId === 'string' ? requestId : null;
}
