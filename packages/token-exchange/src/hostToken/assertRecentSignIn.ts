import { ExchangeProblem } from '../ExchangeProblem.ts';
import type { HostToken } from './HostToken.ts';

/** Seconds since the sign-in of somebody who writes a secret. */
const longest = 15 * 60;
/** Allowed difference between the host's clock and ours. */
const skew = 30;

/** Throws `reauth_required` unless the host says that this person has signed in within the last quarter of an hour. */
export function assertRecentSignIn({ authTime }: HostToken, now: number): void {
  const age = authTime === null ? Infinity : Math.floor(now / 1000) - authTime;
  if (age > longest || age < -skew) throw new ExchangeProblem('reauth_required');
}
