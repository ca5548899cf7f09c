'use client';
import type { UploadItem, UploadQueue } from '@spaces-kaltura/client/upload';
import { useCallback, useEffect, useState } from 'react';
import { useStore } from 'zustand/react';
import { createStore } from 'zustand/vanilla';
import { NetworkError } from '@spaces-kaltura/client';
import { useKaltura } from '../provider/useKaltura.ts';
import { useProblem, type UseProblem } from './useProblem.ts';

export interface UseUploadsOptions {
  /** False only looks: what uploads is not loaded for it. */
  open?: boolean | undefined;
}

export interface UseUploads extends UseProblem {
  /** What can be done with uploads; null until it was loaded. */
  readonly queue: UploadQueue | null;
  /** Oldest first; each has one `status`. */
  readonly items: readonly UploadItem[];
}

const nothing = createStore<{ items: readonly UploadItem[] }>(() => ({ items: [] }));

/**
 * The person's uploads in this hub, the same ones in every component. They go on when it unmounts.
 *
 * @example
 * const { queue, items } = useUploads();
 * return <input type="file" multiple onChange={({ target }) => queue?.add([...(target.files ?? [])])} />;
 */
export function useUploads({ open = true }: UseUploadsOptions = {}): UseUploads {
  const { uploads } = useKaltura().scope;
  const { queue } = useStore(uploads.store);
  const { items } = useStore(queue?.store ?? nothing);
  const [error, setError] = useState<unknown>(null);
  const start = useCallback((): void => {
    uploads
      .open()
      .catch((cause: unknown) =>
        setError(new NetworkError('network_unreachable', 'The page is incomplete', { cause })),
      );
  }, [uploads]);
  useEffect(() => {
    if (open) start();
  }, [open, start]);

  const trouble = useProblem({
    error,
    waiting: open && queue === null && error === null,
    about: 'uploads',
    retry() {
      setError(null);
      start();
    },
  });
  return { queue, items, ...trouble };
}
