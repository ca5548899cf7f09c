'use client';
import { useEffect } from 'react';
import { useStore } from 'zustand/react';
import { useKaltura } from '../provider/useKaltura.ts';
import type { LibraryState } from '../stores/createLibraryStore.ts';

const searchDelay = 300;

/** What the person is doing in the library of this name. A search is settled once the typing rests. */
export function useLibraryState(name: string): LibraryState {
  const { scope } = useKaltura();
  const state = useStore(scope.library(name));
  const { settleSearch } = state;
  const { search, settledSearch } = state.filters;
  useEffect(() => {
    if (search.trim() === settledSearch) return undefined;
    const timer = setTimeout(settleSearch, searchDelay);
    return () => clearTimeout(timer);
  }, [search, settledSearch, settleSearch]);
  return state;
}
