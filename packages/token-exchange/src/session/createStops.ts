import type { ExchangeErrorCode } from '@spaces-kaltura/client/exchange';
import { ExchangeProblem } from '../ExchangeProblem.ts';
import type { AppToken } from '../storage/Connection.ts';
import type { GrantKey } from './Grant.ts';

/** Keeps a hub's App Token or a person for whom there is no session from asking Kaltura again and again. */
export interface Stops {
  /** Throws what went wrong last time while it is too early to try again. */
  assertNone(key: GrantKey, token: AppToken): void;
  /** Stops the App Token if it is at fault, the person if their Kaltura user is; nobody for what passes by itself. */
  add(key: GrantKey, token: AppToken, code: ExchangeErrorCode): void;
}

/** What a problem stops, and for how many seconds. An ended session pool stays so for a day; the others may be mended any moment. */
const pauses: Partial<Record<ExchangeErrorCode, { what: 'token' | 'person'; seconds: number }>> = {
  session_pool_killed: { what: 'token', seconds: 60 },
  connection_misconfigured: { what: 'token', seconds: 10 },
  upstream_refused: { what: 'token', seconds: 10 },
  email_ambiguous: { what: 'person', seconds: 10 },
  kaltura_user_blocked: { what: 'person', seconds: 10 },
};

/** Is the App Token at fault, so that another one may do better? */
export const isTokenFault = (error: unknown): error is ExchangeProblem =>
  error instanceof ExchangeProblem && pauses[error.code]?.what === 'token';

const remembered = 10_000;

export function createStops(now: () => number): Stops {
  const stops = new Map<string, { code: ExchangeErrorCode; until: number }>();
  const tokenOf = ({ connection, purpose }: GrantKey, token: AppToken): string =>
    [connection.id, connection.version, purpose, 'keptUntil' in token ? 'former' : 'current'].join('|');

  function assertNot(text: string): void {
    const stop = stops.get(text);
    if (stop === undefined) return;
    if (now() < stop.until) throw new ExchangeProblem(stop.code);
    stops.delete(text);
  }

  return {
    assertNone(key, token) {
      assertNot(tokenOf(key, token));
      assertNot(key.text);
    },
    add(key, token, code) {
      const pause = pauses[code];
      if (pause === undefined) return;
      if (stops.size >= remembered) stops.clear();
      const stopped = pause.what === 'token' ? tokenOf(key, token) : key.text;
      stops.set(stopped, { code, until: now() + pause.seconds * 1000 });
    },
  };
}
