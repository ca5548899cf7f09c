'use client';
import type { UploadItem } from '@spaces-kaltura/client/upload';
import { useCallback, useEffect, useState } from 'react';
import { useStore } from 'zustand/react';
import { createStore } from 'zustand/vanilla';
import { NetworkError } from '@spaces-kaltura/client';
import type { UseUploads, UseUploadsOptions } from '../hooks/useUploads.ts';
import { useKaltura } from '../provider/useKaltura.ts';
import { useProblem } from '../hooks/useProblem.ts';

const nothing = createStore<{ items: readonly UploadItem[] }>(() => ({ items: [] }));

/**
 * The person's uploads in this hub, the same ones in every component. They go on when it unmounts.
 */
export function useSharedUploads({ open = true }: UseUploadsOptions = {}): UseUploads {
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
