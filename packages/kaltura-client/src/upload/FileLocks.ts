import { unlessAborted } from '../api/unlessAborted.ts';

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
  const held = new Map<string, Promise<void>>();
  return {
    async hold(key, work, { onWait, signal }) {
      for (let other = held.get(key); other !== undefined; other = held.get(key)) {
        onWait();
        await unlessAborted(other, signal);
      }
      const working = work();
      const ended = working.then(
        () => {},
        () => {},
      );
      held.set(key, ended);
      try {
        return await working;
      } finally {
        held.delete(key);
      }
    },
  };
}
