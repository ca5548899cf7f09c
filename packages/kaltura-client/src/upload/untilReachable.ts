import type { Clock } from '../api/Clock.ts';
import { isStaleSession } from '../api/toApiError.ts';
import { ExchangeError, HostTokenError, NetworkError } from '../errors.ts';
import { whenOnline, type NetworkState } from './networkState.ts';
import type { HeldUpBy } from './UploadItem.ts';

const FIRST_DELAY_MS = 500;
/** Short: an upload should go on soon after the network is back. */
const MAX_DELAY_MS = 5000;
/** Fresh sessions that Kaltura may refuse. */
export const MAX_REFUSALS = 2;

export interface Patience {
  network: NetworkState;
  clock: Clock;
  /** 0 ≤ x < 1. */
  random: () => number;
  /** Told what the work waits for, and null when it goes on. */
  onWaiting: (by: HeldUpBy | null) => void;
}

/**
 * Repeats work until the network and the session are there: both come back, so no attempts are counted, except for sessions
 * that Kaltura refuses. Every other failure is thrown.
 */
export async function untilReachable<TResult>(
  work: () => Promise<TResult>,
  { network, clock, random, onWaiting }: Patience,
  signal: AbortSignal,
): Promise<TResult> {
  let refusals = 0;
  for (let failures = 0; ; failures += 1) {
    if (!network.isOnline()) {
      onWaiting('network');
      await whenOnline(network, signal);
    }
    try {
      const result = await work();
      if (failures > 0) onWaiting(null);
      return result;
    } catch (error) {
      signal.throwIfAborted();
      const isRefused = isStaleSession(error) && (refusals += 1) <= MAX_REFUSALS;
      const by = isRefused ? 'session' : heldUpBy(error);
      if (by === null) throw error;
      onWaiting(by);
      await clock.sleep(random() * Math.min(MAX_DELAY_MS, FIRST_DELAY_MS * 2 ** failures), signal);
    }
  }
}

/** What a failure says is missing: no answer at all is the network's, no session the exchange's or the host's. */
export function heldUpBy(error: unknown): 'network' | 'session' | null {
  if (error instanceof NetworkError) return 'network';
  if (error instanceof HostTokenError) return 'session';
  return error instanceof ExchangeError && error.retriable ? 'session' : null;
}
