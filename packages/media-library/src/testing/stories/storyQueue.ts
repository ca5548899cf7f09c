import type { UploadItem, UploadQueue } from '@spaces-kaltura/client/upload';
import { createStore } from 'zustand/vanilla';

/** A queue that stands still: it shows these uploads and keeps what is asked of it. */
export function storyQueue(items: readonly UploadItem[], actions: Partial<UploadQueue> = {}): UploadQueue {
  return {
    store: createStore(() => ({ items, suspended: false })),
    add: async () => [],
    pause: () => {},
    resume: () => {},
    retry: () => {},
    cancel: async () => {},
    answer: () => {},
    edit: () => {},
    chooseFile: async () => false,
    reopen: async () => false,
    handleOf: () => null,
    forget: () => {},
    restore: async () => {},
    suspend: () => {},
    wake: () => {},
    close: () => {},
    ...actions,
  };
}
