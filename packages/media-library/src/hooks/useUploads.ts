'use client';
import type { UploadItem, UploadQueue } from '@spaces-kaltura/client/upload';
import { useSharedUploads } from '../uploads/useSharedUploads.ts';
import type { UseProblem } from './useProblem.ts';

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

/**
 * The person's uploads in this hub, the same ones in every component. They go on when it unmounts.
 *
 * @example
 * const { queue, items } = useUploads();
 * return <input type="file" multiple onChange={({ target }) => queue?.add([...(target.files ?? [])])} />;
 */
export const useUploads = (options?: UseUploadsOptions): UseUploads => useSharedUploads(options);
