import { type Clock, systemClock } from '../api/Clock.ts';
import { unlessAborted } from '../api/unlessAborted.ts';
import type { KalturaSession, SessionOptions, SessionSource } from './KalturaSession.ts';

/** Fetches a session; `stale` is the one Kaltura refused, if this is a renewal for that reason. */
export type LoadSession = (context: { signal: AbortSignal; stale: KalturaSession | null }) => Promise<KalturaSession>;

export interface SessionSourceOptions {
  load: LoadSession;
  clock?: Clock | undefined;
}

/** Close to its end a session may expire on its way to Kaltura. */
const expiryMarginMs = 5_000;
/** After a failed refresh in the background, the next one waits so long. */
const refreshPauseMs = 30_000;

interface Flight {
  readonly stale: KalturaSession | null;
  readonly promise: Promise<KalturaSession>;
  readonly abort: AbortController;
  waiting: number;
}

/**
 * Keeps one session in memory and one fetch in flight. A caller that aborts leaves the others alone; the fetch itself is
 * aborted when nobody waits for it any more.
 */
export function createSessionSource({ load, clock = systemClock }: SessionSourceOptions): SessionSource {
  let current: KalturaSession | null = null;
  let flight: Flight | null = null;
  let refreshNotBefore = 0;

  function start(stale: KalturaSession | null): Flight {
    const abort = new AbortController();
    const started: Flight = {
      stale,
      abort,
      waiting: 0,
      promise: load({ signal: abort.signal, stale })
        .then((session) => {
          if (flight === started) current = session;
          return session;
        })
        .finally(() => {
          if (flight === started) flight = null;
        }),
    };
    // Whoever waits hears of a failure; when everybody has left, nobody needs to.
    started.promise.catch(() => {});
    flight = started;
    return started;
  }

  function abandon(abandoned: Flight): void {
    if (flight === abandoned) flight = null;
    abandoned.abort.abort();
  }

  async function join(joined: Flight, signal: AbortSignal | undefined): Promise<KalturaSession> {
    joined.waiting += 1;
    try {
      return await unlessAborted(joined.promise, signal);
    } finally {
      joined.waiting -= 1;
      if (joined.waiting === 0 && signal?.aborted) abandon(joined);
    }
  }

  function refreshInBackground(): void {
    const now = clock.now();
    if (flight || now < refreshNotBefore) return;
    refreshNotBefore = now + refreshPauseMs;
    // One that stays: a caller that joins and leaves must not end it.
    start(null).waiting += 1;
  }

  async function get({ signal }: SessionOptions = {}): Promise<KalturaSession> {
    signal?.throwIfAborted();
    const now = clock.now();
    if (current && now < current.expiresAt - expiryMarginMs) {
      if (now >= current.refreshAt) refreshInBackground();
      return current;
    }
    return join(flight ?? start(null), signal);
  }

  async function renew(stale: KalturaSession, { signal }: SessionOptions = {}): Promise<KalturaSession> {
    signal?.throwIfAborted();
    if (current && current.ks !== stale.ks) return current;
    if (flight && flight.stale?.ks !== stale.ks) {
      // This fetch does not know that the session was refused, and may bring the same one again.
      const session = await join(flight, signal);
      if (session.ks !== stale.ks) return session;
    }
    current = null;
    return join(flight?.stale?.ks === stale.ks ? flight : start(stale), signal);
  }

  function clear(): void {
    current = null;
    refreshNotBefore = 0;
    if (flight) abandon(flight);
  }

  return { get, renew, clear };
}
