/** A chunk that has not arrived yet, sent once or twice. */
export interface Flight {
  /** Offset in the file, bytes. */
  readonly at: number;
  readonly bytes: Blob;
  /** When it was sent first, milliseconds. */
  readonly since: number;
  /** Of the lane that took it first, bytes per second; null while nobody knew. */
  readonly rate: number | null;
  /** Aborted as soon as one copy has arrived. */
  readonly over: AbortController;
  copies: number;
}

/** A third copy would only be in the way of the other two. */
const MAX_COPIES = 2;
/** Nothing is repeated before; on fast links one cannot tell late from unlucky. */
const PATIENCE_MS = 500;
/** Taking so many times as long as expected is no longer bad luck. */
const LATE = 2;

/**
 * Seconds until a chunk should arrive, at `typicalRate` where nothing is known of its lane. What is late has no end in
 * sight: the later it is, the further.
 */
export function secondsToGo({ bytes, rate, since }: Flight, typicalRate: number, now: number): number {
  return Math.abs((now - since) / 1000 - bytes.size / (rate ?? typicalRate));
}

/**
 * The chunk that a free lane should send once more, because it would bring it sooner than the lane that has it:
 * connections that lost packets may stand still for seconds. Null when there is none.
 *
 * @param rate of the free lane, bytes per second
 * @param restSeconds until everything that is not yet under way would have arrived; before that, only what would still be
 *   waited for then is repeated, and only when it is very late
 */
export function toRepeat(flights: Iterable<Flight>, rate: number, restSeconds: number, now: number): Flight | null {
  let longest: Flight | null = null;
  for (const flight of flights) {
    const elapsed = now - flight.since;
    const left = secondsToGo(flight, rate, now);
    const isLate = elapsed > LATE * 1000 * (flight.bytes.size / (flight.rate ?? rate));
    const isLast = restSeconds === 0 || (isLate && left > restSeconds);
    const mayRepeat = flight.copies < MAX_COPIES && elapsed >= PATIENCE_MS;
    if (!mayRepeat || !isLast || left <= flight.bytes.size / rate) continue;
    if (longest === null || left > secondsToGo(longest, rate, now)) longest = flight;
  }
  return longest;
}

/** When a free lane of this rate should look again whether to repeat something, milliseconds; infinite for never. */
export function repeatableAt(flights: Iterable<Flight>, rate: number): number {
  let earliest = Number.POSITIVE_INFINITY;
  for (const flight of flights) {
    if (flight.copies >= MAX_COPIES) continue;
    const seconds = flight.bytes.size / (flight.rate ?? rate) + flight.bytes.size / rate;
    earliest = Math.min(earliest, flight.since + Math.max(PATIENCE_MS, 1000 * seconds));
  }
  return earliest;
}
