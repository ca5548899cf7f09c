'use client';
import { KalturaForbiddenError, type ExchangeAccess } from '@spaces-kaltura/client';
import { checkAccount, type AccountCheck, type AccountStatus } from '@spaces-kaltura/client/account';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useOnline } from '../hooks/useOnline.ts';
import { useProblem } from '../hooks/useProblem.ts';
import type { Problem } from '../problems/Problem.ts';
import { toProblem } from '../problems/toProblem.ts';
import { useKaltura } from '../provider/useKaltura.ts';
import { accountQuery } from '../queries/accountQuery.ts';
import { toAccountState, type AccountState } from './AccountState.ts';

/** What came of a try, and when: milliseconds since 1970. */
export interface LatestCheck extends AccountCheck {
  readonly at: number;
}

export interface UseAccount {
  /** Null until the first answer. */
  readonly state: AccountState | null;
  /** What the exchange knows; undefined while it has said nothing. */
  readonly status: AccountStatus | undefined;
  /** What came of the latest try in this page; null before one and after a failure. */
  readonly check: LatestCheck | null;
  readonly checking: boolean;
  /** How the latest try ended; null before one. */
  readonly outcome: 'done' | 'failed' | null;
  /** Really tries, and then asks the exchange what it knows by now. */
  readonly checkAgain: () => void;
}

type Try =
  | { readonly outcome: 'done'; readonly check: LatestCheck }
  | { readonly outcome: 'failed'; readonly error: unknown };

/** How Kaltura is doing for the person in the provider's hub. */
export function useAccount(exchange: ExchangeAccess): UseAccount {
  const { scope } = useKaltura();
  const online = useOnline();
  const query = useQuery(accountQuery(scope, exchange), scope.queryClient);
  const [latest, setLatest] = useState<Try | null>(null);
  const [checking, setChecking] = useState(false);
  const running = useRef<AbortController>(null);
  useEffect(() => () => running.current?.abort(), []);
  const { problem } = useProblem({
    error: query.error,
    waiting: query.status === 'pending',
    retry: () => void query.refetch(),
    about: 'account',
  });

  const checkAgain = async (): Promise<void> => {
    running.current?.abort();
    const { signal } = (running.current = new AbortController());
    setChecking(true);
    const now: Try = await checkAccount(exchange, { signal }).then(
      (check) => ({ outcome: 'done', check: { ...check, at: Date.now() } }),
      (error: unknown) => ({ outcome: 'failed', error }),
    );
    // What it knows by now: whom it has bound, what it has found wrong.
    if (!signal.aborted) await query.refetch();
    if (signal.aborted) return;
    setLatest(now);
    setChecking(false);
  };

  const failure = latest?.outcome === 'failed' ? toAccountProblem(latest.error, online) : null;
  return {
    state: toAccountState({ status: query.data, problem: failure ?? problem }),
    status: query.data,
    check: latest?.outcome === 'done' ? latest.check : null,
    checking,
    outcome: latest?.outcome ?? null,
    checkAgain: () => void checkAgain(),
  };
}

/** Kaltura itself may say what the exchange has a sentence for. */
function toAccountProblem(error: unknown, online: boolean): Problem {
  const problem = toProblem(error, online);
  const blocked = error instanceof KalturaForbiddenError && error.code === 'USER_BLOCKED';
  return blocked ? { ...problem, code: 'kaltura_user_blocked' } : problem;
}
