import type { StoreApi } from 'zustand/vanilla';
import type { UploadItem } from './UploadItem.ts';
import type { UploadQueueState } from './UploadQueue.ts';

/** Resolves as soon as the item fulfils the condition; rejects with the signal's reason. */
export function untilItem(
  store: StoreApi<UploadQueueState>,
  id: string,
  condition: (item: UploadItem) => boolean,
  signal: AbortSignal,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const leave = (): void => {
      unsubscribe();
      reject(signal.reason as Error);
    };
    const check = (): void => {
      const item = store.getState().items.find((one) => one.id === id);
      if (!item || !condition(item)) return;
      unsubscribe();
      signal.removeEventListener('abort', leave);
      resolve();
    };
    const unsubscribe = store.subscribe(check);
    if (signal.aborted) return leave();
    signal.addEventListener('abort', leave, { once: true });
    check();
  });
}
