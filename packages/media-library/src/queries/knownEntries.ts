import type { KalturaMediaEntry } from '@spaces-kaltura/client';
import { queryOptions, skipToken, type UseQueryOptions } from '@tanstack/react-query';
import type { KalturaScope } from '../provider/KalturaScope.ts';

type Cache = Pick<KalturaScope, 'key' | 'queryClient'>;
type Entries = readonly KalturaMediaEntry[];

const none: Entries = [];

/**
 * Entries that this page has uploaded or changed, as they are now, the latest first: Kaltura's lists learn of them only up
 * to a minute later.
 */
export const knownQuery = ({ key }: Pick<KalturaScope, 'key'>): UseQueryOptions<Entries> =>
  queryOptions({
    queryKey: keyOf({ key }),
    queryFn: skipToken,
    initialData: none,
    staleTime: Infinity,
    gcTime: Infinity,
  }) as UseQueryOptions<Entries>;

/** Keeps an entry as it is now. */
export function keepKnown(cache: Cache, entry: KalturaMediaEntry): void {
  cache.queryClient.setQueryData<Entries>(keyOf(cache), (known = none) =>
    known.some(({ id }) => id === entry.id)
      ? known.map((other) => (other.id === entry.id ? entry : other))
      : [entry, ...known],
  );
}

/** Does anybody still look at the library? What comes of a change after its person has left is not kept. */
export const hasKnown = (cache: Cache): boolean => cache.queryClient.getQueryData(keyOf(cache)) !== undefined;

export function forgetKnown(cache: Cache, entryId: string): void {
  cache.queryClient.setQueryData<Entries>(keyOf(cache), (known = none) => known.filter(({ id }) => id !== entryId));
}

/** The entry as this page knows it, where it has heard of it since it was listed. */
export function latestKnown(cache: Cache, listed: KalturaMediaEntry): KalturaMediaEntry {
  const known = cache.queryClient.getQueryData<Entries>(keyOf(cache))?.find(({ id }) => id === listed.id);
  return latest(listed, known);
}

/** What a list says counts again once it is newer. */
export const latest = (listed: KalturaMediaEntry, known: KalturaMediaEntry | undefined): KalturaMediaEntry =>
  known && known.updatedAt >= listed.updatedAt ? known : listed;

const keyOf = ({ key }: Pick<Cache, 'key'>): readonly unknown[] => [...key, 'known'];
