import type { Clock } from '../../packages/kaltura-client/src/api/Clock.ts';

/** Pauses up to this long are those between attempts and pass at once; longer ones guard against silence. */
const INSTANT_MS = 29_000;
/** Turns of the event loop without any news after which nothing but time can go on. */
const QUIET_TURNS = 40;

export interface VirtualTime {
  clock: Clock;
  /** While somebody works, silence is not yet silence. */
  working<TResult>(work: () => Promise<TResult>): Promise<TResult>;
}

/**
 * Time that nobody waits for: short pauses move it on at once, long ones end when nothing else can happen any more. `advance`
 * moves the sandbox's clock, in seconds.
 */
export function createVirtualTime(now: () => number, advance: (seconds: number) => Promise<void>): VirtualTime {
  const sleepers = new Set<{ until: number; wake: () => void }>();
  let busy = 0;
  let news = 0;
  let watching = false;

  async function watch(): Promise<void> {
    if (watching) return;
    watching = true;
    for (let quiet = 0, seen = news; sleepers.size > 0; quiet += 1) {
      await new Promise((resolve) => {
        setImmediate(resolve);
      });
      if (busy > 0 || news !== seen) [quiet, seen] = [0, news];
      if (quiet < QUIET_TURNS) continue;
      const next = [...sleepers].toSorted((one, other) => one.until - other.until)[0];
      if (!next) break;
      sleepers.delete(next);
      await advance(Math.max(0, Math.ceil((next.until - now()) / 1000)));
      next.wake();
      [quiet, seen] = [0, news];
    }
    watching = false;
  }

  return {
    clock: {
      now,
      async sleep(milliseconds, signal) {
        signal?.throwIfAborted();
        news += 1;
        if (milliseconds <= INSTANT_MS) return advance(Math.max(1, Math.round(milliseconds / 1000)));
        await new Promise<void>((resolve, reject) => {
          const sleeper = { until: now() + milliseconds, wake: resolve };
          sleepers.add(sleeper);
          signal?.addEventListener('abort', () => {
            sleepers.delete(sleeper);
            reject(signal.reason as Error);
          });
          void watch();
        });
      },
    },
    async working(work) {
      busy += 1;
      try {
        return await work();
      } finally {
        busy -= 1;
        news += 1;
      }
    },
  };
}
