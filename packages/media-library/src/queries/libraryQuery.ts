import {
  listMediaPage,
  type KalturaMediaEntry,
  type MediaCursor,
  type MediaPage,
  type MediaPageQuery,
} from '@spaces-kaltura/client';
import { infiniteQueryOptions, type InfiniteData, type UseInfiniteQueryOptions } from '@tanstack/react-query';
import type { KalturaScope } from '../provider/KalturaScope.ts';
import { oneAttempt } from './oneAttempt.ts';

type Key = readonly unknown[];
type LibraryQueryOptions = UseInfiniteQueryOptions<MediaPage, Error, InfiniteData<MediaPage>, Key, MediaCursor | null>;

/** The pages of one question; idle for null. Asked again when nobody has looked at the answer for a minute. */
export const libraryQuery = (
  { key, client }: Pick<KalturaScope, 'key' | 'client'>,
  request: MediaPageQuery | null,
  pageSize: number,
): LibraryQueryOptions =>
  infiniteQueryOptions({
    queryKey: [...key, 'library', request, pageSize] as Key,
    queryFn: ({ pageParam, signal }) => listMediaPage(client, { ...request, pageSize }, pageParam, { signal }),
    initialPageParam: null as MediaCursor | null,
    getNextPageParam: (page: MediaPage) => page.nextCursor,
    enabled: request !== null,
    // The previous answer stays in view until the next one is there, but never another person's, and where nothing is
    // asked no next one comes.
    placeholderData: (previous, query) =>
      request && query && key.every((part, at) => query.queryKey[at] === part) ? previous : undefined,
    // Refetching would ask for every loaded page again, and move what a person is looking at.
    staleTime: Infinity,
    gcTime: 60_000,
    ...oneAttempt,
  });

/** All loaded entries, once each: pages overlap when entries were added meanwhile. */
export function toEntries(pages: readonly MediaPage[]): readonly KalturaMediaEntry[] {
  const entries = new Map<string, KalturaMediaEntry>();
  for (const { objects } of pages) {
    for (const entry of objects) if (!entries.has(entry.id)) entries.set(entry.id, entry);
  }
  return [...entries.values()];
}
