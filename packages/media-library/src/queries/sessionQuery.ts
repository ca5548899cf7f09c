import type { KalturaSession } from '@spaces-kaltura/client';
import { queryOptions, type UseQueryOptions } from '@tanstack/react-query';
import type { KalturaScope } from '../provider/KalturaScope.ts';
import { oneAttempt } from './oneAttempt.ts';

/** What the interface may know of a session. The KS stays with the session source: caches get inspected and persisted. */
export type KalturaSessionInfo = Omit<KalturaSession, 'ks'>;

/** The session's public side: whose it is, which account, what it may do. */
export const sessionQuery = (scope: Pick<KalturaScope, 'key' | 'session'>): UseQueryOptions<KalturaSessionInfo> =>
  queryOptions({
    queryKey: [...scope.key, 'session'] as readonly unknown[],
    queryFn: async ({ signal }): Promise<KalturaSessionInfo> => {
      const { ks: _, ...info } = await scope.session.get({ signal });
      return info;
    },
    staleTime: Infinity,
    ...oneAttempt,
  });
