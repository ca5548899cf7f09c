'use client';
import { NetworkError } from '@spaces-kaltura/client';
import { useCallback, useEffect, useState } from 'react';
import { useProblem, type UseProblem } from './useProblem.ts';

/** A part of the package that is loaded when a component first needs it, once for the whole page. */
export interface Lazy<TLoaded> {
  readonly load: () => Promise<TLoaded>;
  /** Null until it was loaded. */
  readonly loaded: () => TLoaded | null;
}

export function lazy<TLoaded>(source: () => Promise<TLoaded>): Lazy<TLoaded> {
  let loaded: TLoaded | null = null;
  return {
    load: async () => (loaded = await source()),
    loaded: () => loaded,
  };
}

export interface UseLazy<TLoaded> extends UseProblem {
  readonly loaded: TLoaded | null;
}

/**
 * Loads a part that has nothing to show at first, without React's `lazy`: a page whose chunks are gone (a deploy, a network)
 * gets a problem with a retry like any other rather than an error thrown at the host, and nothing is held back for the sake
 * of a fallback. With `wanted` false it waits.
 */
export function useLazy<TLoaded>(part: Lazy<TLoaded>, wanted = true): UseLazy<TLoaded> {
  const [loaded, setLoaded] = useState(part.loaded);
  const [error, setError] = useState<unknown>(null);
  const load = useCallback((): void => {
    part.load().then(
      (now) => setLoaded(() => now),
      (cause: unknown) => setError(new NetworkError('network_unreachable', 'The page is incomplete', { cause })),
    );
  }, [part]);
  useEffect(() => {
    if (wanted) load();
  }, [wanted, load]);

  const trouble = useProblem({
    error,
    waiting: wanted && loaded === null && error === null,
    about: 'chunk',
    retry() {
      setError(null);
      load();
    },
  });
  return { loaded, ...trouble };
}
