import { abortReason, type Clock } from '../api/Clock.ts';

export interface TestClock extends Clock {
  /** Moves time on and wakes who slept until then. */
  advance(milliseconds: number): void;
  /** Pauses that were slept through at once, in their order. */
  readonly pauses: readonly number[];
}

/**
 * Time that stands still. Pauses up to `instantUpToMs` (those between retries) pass at once and are noted; longer ones
 * (timeouts) end when the test moves time on.
 */
export function createTestClock(instantUpToMs: number = 10_000): TestClock {
  let now = 1_800_000_000_000;
  const pauses: number[] = [];
  const sleepers = new Set<{ until: number; wake: () => void }>();
  return {
    pauses,
    now: () => now,
    sleep: (milliseconds, signal) =>
      new Promise((resolve, reject) => {
        if (signal?.aborted) return reject(abortReason(signal));
        if (milliseconds <= instantUpToMs) {
          pauses.push(milliseconds);
          now += milliseconds;
          return resolve();
        }
        const sleeper = { until: now + milliseconds, wake: resolve };
        sleepers.add(sleeper);
        signal?.addEventListener('abort', () => {
          sleepers.delete(sleeper);
          reject(abortReason(signal));
        });
      }),
    advance: (milliseconds) => {
      now += milliseconds;
      for (const sleeper of sleepers) {
        if (sleeper.until > now) continue;
        sleepers.delete(sleeper);
        sleeper.wake();
      }
    },
  };
}
