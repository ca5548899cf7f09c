/** Sees to it that one file is uploaded once, in whichever tab. */
export interface FileLocks {
  /**
   * Runs `work` while holding the lock of this key. When somebody else holds it, `onWait` is called and the lock is
   * waited for.
   */
  hold<TResult>(key: string, work: () => Promise<TResult>, options: LockOptions): Promise<TResult>;
}

export interface LockOptions {
  onWait: () => void;
  signal: AbortSignal;
}

/** Web Locks: among all tabs of this origin, freed by the browser when a tab dies. */
export function createWebLocks(locks: LockManager): FileLocks {
  return {
    async hold(key, work, { onWait, signal }) {
      const name = `spaces-kaltura:upload:${key}`;
      const done = await locks.request(name, { ifAvailable: true }, async (lock) => lock && { result: await work() });
      if (done) return done.result;
      onWait();
      const { result } = await locks.request(name, { signal }, async () => ({ result: await work() }));
      return result;
    },
  };
}

/** Within this page only, where the browser has no Web Locks. */
export function createPageLocks(): FileLocks {
  const held = new Map<string, Promise<unknown>>();
  return {
    async hold(key, work, { onWait, signal }) {
      while (held.has(key)) {
        onWait();
        await held.get(key)?.catch(() => {});
        signal.throwIfAborted();
      }
      const working = work();
      held.set(key, working);
      try {
        return await working;
      } finally {
        held.delete(key);
      }
    },
  };
}
