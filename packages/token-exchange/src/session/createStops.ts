import type { ExchangeErrorCode } from '@spaces-kaltura/client/exchange';
import type { Connection } from '../storage/Connection.ts';
import { ExchangeProblem } from '../ExchangeProblem.ts';

/** Keeps a hub whose App Token does not work from asking Kaltura again and again. */
export interface Stops {
  /** Throws what went wrong last time while it is too early to try again. */
  assertNone(connection: Connection): void;
  /** Stops the hub if this problem is one of its App Token, not of one person or of the moment. */
  add(connection: Connection, code: ExchangeErrorCode): void;
}

/** Seconds until Kaltura is asked again. An ended session pool stays so for a day; the others may be mended any moment. */
const pauses: Partial<Record<ExchangeErrorCode, number>> = {
  session_pool_killed: 60,
  connection_misconfigured: 10,
  upstream_refused: 10,
};

export function createStops(now: () => number): Stops {
  const stops = new Map<string, { code: ExchangeErrorCode; until: number }>();
  const keyOf = ({ id, version }: Connection): string => `${id}|${version}`;
  return {
    assertNone(connection) {
      const stop = stops.get(keyOf(connection));
      if (stop === undefined) return;
      if (now() < stop.until) throw new ExchangeProblem(stop.code);
      stops.delete(keyOf(connection));
    },
    add(connection, code) {
      const seconds = pauses[code];
      if (seconds !== undefined) stops.set(keyOf(connection), { code, until: now() + seconds * 1000 });
    },
  };
}
