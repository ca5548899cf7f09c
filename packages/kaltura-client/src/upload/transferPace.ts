/** Milliseconds before the first figure: the start says little. */
const GRACE_MS = 1000;
/** Milliseconds after which a sample weighs 1/e. */
const MEMORY_MS = 5000;

/** Smoothed speed of a transfer: what a person can plan with, not what the last chunk did. */
export interface TransferPace {
  /** Bytes that arrived since the last call. Answers bytes per second, or null while that would be a guess. */
  arrived(bytes: number): number | null;
  /** Something stood still on purpose (pause, no network): that time does not count. */
  reset(): void;
}

/** @param now milliseconds, monotonic */
export function createTransferPace(now: () => number): TransferPace {
  let since = now();
  let last = since;
  let pending = 0;
  let rate: number | null = null;
  return {
    arrived(bytes) {
      pending += bytes;
      const time = now();
      const elapsed = time - last;
      if (time - since < GRACE_MS || elapsed <= 0) return rate;
      const current = (pending / elapsed) * 1000;
      const weight = 1 - Math.exp(-elapsed / MEMORY_MS);
      rate = rate === null ? current : rate + weight * (current - rate);
      last = time;
      pending = 0;
      return rate;
    },
    reset() {
      since = now();
      last = since;
      pending = 0;
      rate = null;
    },
  };
}

/** Seconds until the rest has arrived, or null when nobody can tell. */
export function secondsLeft(leftBytes: number, bytesPerSecond: number | null): number | null {
  return bytesPerSecond === null || bytesPerSecond < 1 ? null : leftBytes / bytesPerSecond;
}
