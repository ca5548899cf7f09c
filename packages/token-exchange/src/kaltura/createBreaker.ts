import { ExchangeProblem } from '../ExchangeProblem.ts';

/** Stops calling a service that fails, and tries now and then whether it is back. */
export interface Breaker {
  /** Throws `breaker_open` while the service is left alone. Every permitted call must be reported. */
  assertClosed(): void;
  report(outcome: 'worked' | 'failed'): void;
  /** Is the service left alone now? */
  readonly isOpen: boolean;
}

const window = 10_000;
const fewest = 20;
const pause = 5_000;

/** Opens when, within ten seconds, at least half of at least twenty calls failed; then lets one call in five seconds try. */
export function createBreaker(now: () => number): Breaker {
  let counted = { since: -Infinity, calls: 0, failures: 0 };
  let tryAgainAt: number | null = null;

  return {
    get isOpen() {
      return tryAgainAt !== null;
    },
    assertClosed() {
      if (tryAgainAt === null) return;
      const wait = tryAgainAt - now();
      if (wait > 0) throw new ExchangeProblem('breaker_open', { retryAfter: Math.ceil(wait / 1000) });
      // This caller is the one that tries; the others wait for its outcome.
      tryAgainAt = now() + pause;
    },
    report(outcome) {
      if (tryAgainAt !== null) {
        if (outcome === 'worked') tryAgainAt = null;
        counted = { since: now(), calls: 0, failures: 0 };
        return;
      }
      if (now() - counted.since > window) counted = { since: now(), calls: 0, failures: 0 };
      counted.calls += 1;
      if (outcome === 'failed') counted.failures += 1;
      if (counted.calls >= fewest && counted.failures * 2 >= counted.calls) tryAgainAt = now() + pause;
    },
  };
}
