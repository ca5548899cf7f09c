import type { ExchangeAccess } from '@spaces-kaltura/client';
import { readAccountStatus, type AccountStatus } from '@spaces-kaltura/client/account';
import { queryOptions, type UseQueryOptions } from '@tanstack/react-query';
import type { KalturaScope } from '../provider/KalturaScope.ts';
import { oneAttempt } from './oneAttempt.ts';

/** What the exchange knows of the person in this hub. Asked again when they come back: somebody may have mended it. */
export const accountQuery = (
  { key }: Pick<KalturaScope, 'key'>,
  exchange: ExchangeAccess,
): UseQueryOptions<AccountStatus> =>
  queryOptions({
    queryKey: [...key, 'account'] as readonly unknown[],
    queryFn: ({ signal }) => readAccountStatus(exchange, { signal }),
    ...oneAttempt,
    refetchOnWindowFocus: true,
  });
