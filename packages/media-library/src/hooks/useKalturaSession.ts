'use client';
import { useQuery } from '@tanstack/react-query';
import type { Problem } from '../problems/Problem.ts';
import type { Hub } from '../provider/KalturaScope.ts';
import { useKaltura } from '../provider/useKaltura.ts';
import { sessionQuery, type KalturaSessionInfo } from '../queries/sessionQuery.ts';
import { useProblem } from './useProblem.ts';

export interface UseKalturaSession {
  readonly status: 'loading' | 'ready' | 'problem';
  readonly hub: Hub;
  /** As which Kaltura user, in which account, with which rights; never the KS. */
  readonly session: KalturaSessionInfo | null;
  readonly problem: Problem | null;
  readonly retry: () => void;
}

/** Is the person connected to the hub's Kaltura account, and as whom? Asks the exchange when nobody has yet. */
export function useKalturaSession(): UseKalturaSession {
  const { scope, hub } = useKaltura();
  const query = useQuery(sessionQuery(scope), scope.queryClient);
  const { problem, retry } = useProblem({
    error: query.error,
    waiting: query.status === 'pending',
    retry: () => void query.refetch(),
    about: 'session',
  });
  return {
    status: problem ? 'problem' : query.data ? 'ready' : 'loading',
    hub,
    session: query.data ?? null,
    problem,
    retry,
  };
}
