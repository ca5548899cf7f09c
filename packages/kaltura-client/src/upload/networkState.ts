import { untilTrue } from './untilTrue.ts';

/** Whether the machine believes to be on a network. A "yes" proves nothing; a "no" is worth waiting for. */
export interface NetworkState {
  isOnline(): boolean;
  /** Calls back when the belief changes; answers how to stop that. */
  onChange(listener: () => void): () => void;
}

/** What the browser says; always online where nobody knows, as in Node, whose `navigator` does not say. */
export const browserNetwork: NetworkState = {
  isOnline: () => typeof navigator === 'undefined' || !('onLine' in navigator) || navigator.onLine,
  onChange(listener) {
    if (typeof addEventListener === 'undefined') return () => {};
    addEventListener('online', listener);
    addEventListener('offline', listener);
    return () => {
      removeEventListener('online', listener);
      removeEventListener('offline', listener);
    };
  },
};

/** Resolves when the machine believes to be online; rejects with the signal's reason. */
export const whenOnline = (network: NetworkState, signal: AbortSignal): Promise<void> =>
  untilTrue(
    (listener) => network.onChange(listener),
    () => network.isOnline(),
    signal,
  );
