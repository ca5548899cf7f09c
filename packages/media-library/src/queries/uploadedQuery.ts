import type { KalturaMediaEntry } from '@spaces-kaltura/client';
import { queryOptions, skipToken, type UseQueryOptions } from '@tanstack/react-query';
import type { KalturaScope } from '../provider/KalturaScope.ts';

type Cache = Pick<KalturaScope, 'key' | 'queryClient'>;
type Entries = readonly KalturaMediaEntry[];

const none: Entries = [];

/** Entries that this page has uploaded, the newest first: Kaltura's lists learn of them only up to a minute later. */
export const uploadedQuery = ({ key }: Pick<KalturaScope, 'key'>): UseQueryOptions<Entries> =>
  queryOptions({
    queryKey: [...key, 'uploaded'] as readonly unknown[],
    queryFn: skipToken,
    initialData: none,
    staleTime: Infinity,
    gcTime: Infinity,
  }) as UseQueryOptions<Entries>;

/** Keeps an entry as it is now. */
export function keepUploaded({ key, queryClient }: Cache, entry: KalturaMediaEntry): void {
  queryClient.setQueryData<Entries>([...key, 'uploaded'], (known = none) =>
    known.some(({ id }) => id === entry.id)
      ? known.map((other) => (other.id === entry.id ? entry : other))
      : [entry, ...known],
  );
}

export function forgetUploaded({ key, queryClient }: Cache, entryId: string): void {
  queryClient.setQueryData<Entries>([...key, 'uploaded'], (known = none) => known.filter(({ id }) => id !== entryId));
}
