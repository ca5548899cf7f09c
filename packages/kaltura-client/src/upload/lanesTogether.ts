/** A lane that is free in so many seconds. */
export interface LaneAhead {
  /** Bytes per second; null while nobody knows. */
  readonly rate: number | null;
  readonly busySeconds: number;
}

export type RatedLane = LaneAhead & { readonly rate: number };

/**
 * Seconds until lanes have done what is left when all of them end at the same time; infinite without lanes. A lane that is
 * free later takes no part.
 */
export function secondsTogether(left: number, lanes: readonly RatedLane[]): number {
  let rates = 0;
  let missed = 0;
  let seconds = Number.POSITIVE_INFINITY;
  for (const { rate, busySeconds } of [...lanes].sort((one, other) => one.busySeconds - other.busySeconds)) {
    if (busySeconds >= seconds) break;
    rates += rate;
    missed += rate * busySeconds;
    seconds = (left + missed) / rates;
  }
  return seconds;
}

/** The mean of what is known of the lanes; null where nothing is. */
export function typicalRate(lanes: readonly Pick<LaneAhead, 'rate'>[]): number | null {
  const known = lanes.flatMap(({ rate }) => (rate === null ? [] : [rate]));
  return known.length === 0 ? null : known.reduce((sum, rate) => sum + rate, 0) / known.length;
}

/** Takes `rate` for lanes of which nothing is known. */
export const withRates = (lanes: readonly LaneAhead[], rate: number): RatedLane[] =>
  lanes.map((lane) => ({ ...lane, rate: lane.rate ?? rate }));
