'use client';
import { isSpherical, type KalturaMediaEntry, type MediaPageQuery } from '@spaces-kaltura/client';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { everyMediaType, type LibraryMediaType } from '../parts/LibraryEntry.ts';
import type { LibraryFilters, LibraryLayout } from '../parts/LibraryFilters.ts';
import type { Problem } from '../problems/Problem.ts';
import { useKaltura } from '../provider/useKaltura.ts';
import { knownQuery } from '../queries/knownEntries.ts';
import { libraryQuery, toEntries } from '../queries/libraryQuery.ts';
import { toLibraryRequest } from '../queries/LibraryRequest.ts';
import { sessionQuery } from '../queries/sessionQuery.ts';
import { withKnown } from '../queries/withKnown.ts';
import { isFiltered, toLibraryFilters } from '../stores/libraryFilters.ts';
import { useLibraryState } from './useLibraryState.ts';
import { useProblem } from './useProblem.ts';

export interface UseLibraryOptions {
  /** Tells several libraries of one provider apart; those of the same name share filters and selection. */
  name?: string | undefined;
  /** Kinds of media to offer; all of them without it. */
  accept?: readonly LibraryMediaType[] | undefined;
  /** Entries per page, up to Kaltura's 500. */
  pageSize?: number | undefined;
}

export interface UseLibrary {
  /** `empty`: there is nothing at all; `noResult`: the filters leave nothing. */
  readonly status: 'loading' | 'ready' | 'empty' | 'noResult' | 'problem';
  /** Why there is nothing to show; null unless `status` is `problem`. */
  readonly problem: Problem | null;
  /** The problem is being tried again. */
  readonly retrying: boolean;
  readonly entries: readonly KalturaMediaEntry[];
  /** How many there are; null while unknown. */
  readonly totalCount: number | null;
  /** False while Kaltura's count may hold entries that are not exactly tagged `360`. */
  readonly exactCount: boolean;
  /** The entries are not those of the filters, or a search is still being typed; the right ones are on their way. */
  readonly updating: boolean;
  /** Kaltura has more, but gives only so many in this order (10 000): narrow the search, or sort by date. */
  readonly truncated: boolean;
  readonly more: 'idle' | 'loading' | 'failed' | 'done';
  readonly filters: LibraryFilters;
  /** The text that was searched for last; `filters.search` is what stands in the field. */
  readonly settledSearch: string;
  /** False when the search text holds nothing that Kaltura could search for (`"`, `!`). */
  readonly searchable: boolean;
  /** Is there a session? Without one there is nothing to filter either. */
  readonly connected: boolean;
  /** Do the filters hide anything? */
  readonly filtered: boolean;
  readonly layout: LibraryLayout;
  /** May the session list the entries of others? */
  readonly canListAll: boolean;
  readonly loadMore: () => void;
  readonly retry: () => void;
  readonly changeFilters: (change: Partial<LibraryFilters>) => void;
  readonly clearFilters: () => void;
  readonly setLayout: (layout: LibraryLayout) => void;
}

/**
 * The entries of the hub's Kaltura account that fit the filters, page by page. Kaltura searches, filters and sorts; a
 * question that is replaced by another one is aborted.
 */
export function useLibrary(options: UseLibraryOptions = {}): UseLibrary {
  const { name = 'library', accept = everyMediaType, pageSize = 60 } = options;
  const { scope } = useKaltura();
  const { filters: state, layout, changeFilters, clearFilters, setLayout } = useLibraryState(name);
  const { search, settledSearch, spherical } = state;

  const sessionResult = useQuery(sessionQuery(scope), scope.queryClient);
  const session = sessionResult.data;
  const request = session && toLibraryRequest(state, accept, session);
  const result = useInfiniteQuery(libraryQuery(scope, request ?? null, pageSize), scope.queryClient);
  const { data, fetchNextPage, hasNextPage, isFetchNextPageError, isPlaceholderData } = result;
  const { data: known } = useQuery(knownQuery(scope), scope.queryClient);
  const asked = JSON.stringify(request ?? null);
  const { entries, added } = useMemo(() => {
    const listed = { entries: toEntries(data?.pages ?? []), complete: data?.pages.at(-1)?.nextCursor === null };
    const current = withKnown(listed, known ?? [], JSON.parse(asked) as MediaPageQuery | null);
    const shown = spherical ? current.filter(isSpherical) : current;
    return { entries: shown, added: shown.length - listed.entries.length };
  }, [data, known, asked, spherical]);

  const missing = data === undefined || (entries.length === 0 && isPlaceholderData);
  const error = sessionResult.error ?? (missing ? result.error : null);
  const waiting = request !== null && missing && error === null;
  const trouble = useProblem({
    error,
    waiting,
    about: asked,
    retry() {
      if (sessionResult.error) void sessionResult.refetch();
      else void result.refetch();
    },
  });

  const lastPage = data?.pages.at(-1);
  const filtered = isFiltered(state) || (session?.canListAll === true && state.scope === 'mine');
  return {
    status: trouble.problem
      ? 'problem'
      : waiting
        ? 'loading'
        : entries.length > 0
          ? 'ready'
          : filtered
            ? 'noResult'
            : 'empty',
    ...trouble,
    entries,
    totalCount: lastPage === undefined ? null : lastPage.totalCount + added,
    exactCount: lastPage?.totalIsExact ?? true,
    truncated: lastPage?.truncated ?? false,
    updating: isPlaceholderData || search.trim() !== settledSearch,
    more: isFetchNextPageError ? 'failed' : result.isFetchingNextPage ? 'loading' : hasNextPage ? 'idle' : 'done',
    filters: toLibraryFilters(state),
    settledSearch,
    searchable: request !== null,
    connected: session !== undefined,
    filtered,
    layout,
    canListAll: session?.canListAll ?? false,
    loadMore: () => void fetchNextPage(),
    changeFilters,
    clearFilters,
    setLayout,
  };
}
