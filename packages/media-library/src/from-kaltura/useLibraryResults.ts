'use client';
import { NetworkError } from '@spaces-kaltura/client';
import { useCallback, useEffect, useState } from 'react';
import { useProblem, type UseProblem } from '../hooks/useProblem.ts';
import type { LibraryResults } from './LibraryResults.tsx';

export interface UseLibraryResults extends UseProblem {
  /** Null until it has been loaded, and on a server. */
  readonly Results: typeof LibraryResults | null;
}

let loaded: typeof LibraryResults | null = null;

/**
 * The grid with its virtualiser, which has nothing to show before Kaltura has answered: it is loaded beside the first
 * request, for neither to wait for the other. No `lazy`: a page whose chunks are gone (a deploy, a network) gets a
 * problem with a retry like any other rather than an error thrown at the host, and the skeleton no throttled fallback.
 */
export function useLibraryResults(): UseLibraryResults {
  const [Results, setResults] = useState(() => loaded);
  const [error, setError] = useState<unknown>(null);
  const load = useCallback((): void => {
    import('./LibraryResults.tsx').then(
      ({ LibraryResults }) => {
        loaded = LibraryResults;
        setResults(() => LibraryResults);
      },
      (cause: unknown) => setError(new NetworkError('network_unreachable', 'The grid could not be loaded', { cause })),
    );
  }, []);
  useEffect(load, [load]);

  const trouble = useProblem({
    error,
    waiting: Results === null && error === null,
    about: 'grid',
    retry() {
      setError(null);
      load();
    },
  });
  return { Results, ...trouble };
}
