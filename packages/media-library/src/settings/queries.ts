import type { ExchangeAdmin } from '@spaces-kaltura/client/admin';
import type { AuditAnswer, ConnectionAnswer } from '@spaces-kaltura/client/exchange';
import {
  infiniteQueryOptions,
  queryOptions,
  type InfiniteData,
  type QueryKey,
  type UseInfiniteQueryOptions,
  type UseQueryOptions,
} from '@tanstack/react-query';
import type { KalturaScope } from '../provider/KalturaScope.ts';
import { oneAttempt } from '../queries/oneAttempt.ts';

type Scope = Pick<KalturaScope, 'key'>;

export const settingsPart = 'settings';

/** The beginning of every key of the settings. What is asked here has no secrets in its answers. */
export const settingsKey = ({ key }: Scope): readonly string[] => [...key, settingsPart];

/** Null when nobody has connected the hub. */
export const connectionQuery = (
  scope: Scope,
  admin: ExchangeAdmin,
): UseQueryOptions<ConnectionAnswer | null> & { queryKey: QueryKey } =>
  queryOptions({
    queryKey: [...settingsKey(scope), 'connection'] as QueryKey,
    queryFn: ({ signal }): Promise<ConnectionAnswer | null> => admin.connection.get({ signal }),
    // Whoever opens the settings sees how things are now.
    refetchOnMount: 'always',
    ...oneAttempt,
  });

/** Where the exchange cannot be asked, it decides when a service is used. */
export const servicesQuery = (
  scope: Scope,
  admin: ExchangeAdmin,
): UseQueryOptions<readonly string[]> & { queryKey: QueryKey } =>
  queryOptions({
    queryKey: [...settingsKey(scope), 'services'] as QueryKey,
    queryFn: ({ signal }): Promise<readonly string[]> => admin.services.list({ signal }),
    ...oneAttempt,
  });

type AuditPages = UseInfiniteQueryOptions<
  AuditAnswer,
  Error,
  InfiniteData<AuditAnswer, string | null>,
  QueryKey,
  string | null
>;

export const auditQuery = (scope: Scope, admin: ExchangeAdmin): AuditPages =>
  infiniteQueryOptions({
    queryKey: [...settingsKey(scope), 'audit'] as QueryKey,
    queryFn: ({ pageParam, signal }): Promise<AuditAnswer> =>
      admin.audit.list({ limit: 10, ...(pageParam !== null && { before: pageParam }) }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }: AuditAnswer) => next,
    ...oneAttempt,
  });
