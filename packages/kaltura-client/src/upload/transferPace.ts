/** Milliseconds before the first figure: the start says little. */
const GRACE_MS = 1000;
/** Milliseconds after which what was measured weighs 1/e. */
const SPEED_MEMORY_MS = 5000;
/** The same for the time that is left: a forecast that jumps is worth less than one that is a little late. */
const FORECAST_MEMORY_MS = 15_000;

/** What a person can plan with. Null while that would be a guess. */
export interface TransferSpeed {
  bytesPerSecond: number | null;
  secondsLeft: number | null;
}

/** Smoothed speed of a transfer, not what the last chunk did. */
export interface TransferPace {
  /** Bytes that arrived since the last call, and those that are still to come. */
  arrived(bytes: number, leftBytes: number): TransferSpeed;
  /** Something stood still on purpose (pause, no network): that time does not count. */
  reset(): void;
}

const unknown: TransferSpeed = { bytesPerSecond: null, secondsLeft: null };

/** @param now milliseconds, monotonic */
export function createTransferPace(now: () => number): TransferPace {
  let since = now();
  let last = since;
  let pending = 0;
  let shown = decayingMean(SPEED_MEMORY_MS);
  let steady = decayingMean(FORECAST_MEMORY_MS);
  let speed = unknown;
  return {
    arrived(bytes, leftBytes) {
      pending += bytes;
      const time = now();
      const elapsed = time - last;
      if (time - since < GRACE_MS || elapsed <= 0) return speed;
      const steadySpeed = steady(pending, elapsed);
      speed = {
        bytesPerSecond: shown(pending, elapsed),
        secondsLeft: steadySpeed < 1 ? null : leftBytes / steadySpeed,
      };
      last = time;
      pending = 0;
      return speed;
    },
    reset() {
      since = now();
      last = since;
      pending = 0;
      shown = decayingMean(SPEED_MEMORY_MS);
      steady = decayingMean(FORECAST_MEMORY_MS);
      speed = unknown;
    },
  };
}

/**
 * Bytes per second over everything so far, the recent more than what is long ago; each measurement counts for as long as it
 * took, so that a slow first second is soon forgotten.
 */
function decayingMean(memoryMs: number): (bytes: number, elapsedMs: number) => number {
  let bytes = 0;
  let elapsed = 0;
  return (newBytes, newElapsed) => {
    const rest = Math.exp(-newElapsed / memoryMs);
    bytes = bytes * rest + newBytes;
    elapsed = elapsed * rest + newElapsed;
    return (bytes / elapsed) * 1000;
  };
}
