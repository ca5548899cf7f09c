/** Milliseconds before the first figure: the start says little. */
const GRACE_MS = 1000;
/** Milliseconds after which a sample of the speed weighs 1/e. */
const SPEED_MEMORY_MS = 5000;
/** The same for the time that is left: a forecast that jumps is worth less than one that is a little late. */
const FORECAST_MEMORY_MS = 10_000;

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
  let speed = unknown;
  return {
    arrived(bytes, leftBytes) {
      pending += bytes;
      const time = now();
      const elapsed = time - last;
      if (time - since < GRACE_MS || elapsed <= 0) return speed;
      const bytesPerSecond = smooth(speed.bytesPerSecond, (pending / elapsed) * 1000, elapsed / SPEED_MEMORY_MS);
      const forecast = speed.secondsLeft === null ? null : Math.max(0, speed.secondsLeft - elapsed / 1000);
      const secondsLeft =
        bytesPerSecond < 1 ? null : smooth(forecast, leftBytes / bytesPerSecond, elapsed / FORECAST_MEMORY_MS);
      speed = { bytesPerSecond, secondsLeft };
      last = time;
      pending = 0;
      return speed;
    },
    reset() {
      since = now();
      last = since;
      pending = 0;
      speed = unknown;
    },
  };
}

/** The old value drawn to the new one, the more of it the more time has passed. */
const smooth = (old: number | null, current: number, time: number): number =>
  old === null ? current : old + (1 - Math.exp(-time)) * (current - old);
