import { hash } from 'node:crypto';
import { ExchangeProblem } from '../ExchangeProblem.ts';
import type { AppToken, Connection, FormerToken, TokenPurpose } from '../storage/Connection.ts';
import type { ConnectionStore } from '../storage/createConnectionStore.ts';
import { createGrantCache } from './createGrantCache.ts';
import { createStops, isTokenFault } from './createStops.ts';
import type { Grant, GrantKey } from './Grant.ts';
import { openKalturaSession, type KalturaUserSession, type OpenSessionOptions } from './openKalturaSession.ts';

export interface SessionBrokerOptions extends OpenSessionOptions {
  connections: ConnectionStore;
  /** 0 ≤ x < 1; spreads renewals. */
  random: () => number;
  /** How many KS are kept. */
  remember?: number;
  /** Told about every KS that comes from memory or from Kaltura. */
  onSession?: (purpose: TokenPurpose, how: 'cached' | 'opened') => void;
  /** Told when the state of a connection could not be written down. */
  onNoteFailed?: (error: unknown) => void;
}

/** Hands out KS: the cached one while it is good, one new one for everybody who asks at once. */
export interface SessionBroker {
  /**
   * The KS that is handed out without asking Kaltura, if there is one. `stale`: first 16 hex digits of the SHA-256 of a
   * KS that Kaltura refused; it is not handed out again.
   */
  cached(key: GrantKey, stale?: string): Grant | undefined;
  /** A new KS, or the cached one if it is still good and Kaltura is not there. Throws ExchangeProblem. */
  open(key: GrantKey): Promise<Grant>;
}

const deadline = 10_000;
/** A KS is not handed out in its last minute. */
const lastMinute = 60_000;
const staleEvery = 30_000;
const noteEvery = 3_600_000;

export function createSessionBroker(options: SessionBrokerOptions): SessionBroker {
  const { connections, now, random, remember = 100_000, onSession, onNoteFailed } = options;
  const cache = createGrantCache(remember);
  const stops = createStops(now);
  const flights = new Map<string, Promise<Grant>>();
  const staleAt = new Map<string, number>();
  const noted = new WeakMap<Connection, SessionNote['state']>();
  const notedFormer = new WeakMap<FormerToken, boolean>();

  async function fly(key: GrantKey): Promise<Grant> {
    const { connection, purpose } = key;
    try {
      const grant = toGrant(await openWithEither(key, AbortSignal.timeout(deadline)), key);
      cache.set(grant, key);
      onSession?.(purpose, 'opened');
      if (purpose === 'editor') {
        note(connection, { state: 'ok', canListAll: grant.canListAll, canUpload: grant.canUpload });
      }
      return grant;
    } catch (error) {
      // A token for playing that does not fit stops playing; everything else goes on.
      const state = error instanceof ExchangeProblem && purpose === 'editor' ? states[error.code] : undefined;
      if (state !== undefined) note(connection, { state });
      throw error;
    }
  }

  /** With the App Token, or with the one it has replaced as long as that is at hand and the new one does not work. */
  async function openWithEither(key: GrantKey, signal: AbortSignal): Promise<KalturaUserSession> {
    const { connection, purpose } = key;
    const [token, former] = [connection.tokens.get(purpose), connection.formerTokens.get(purpose)];
    if (token === undefined) throw new ExchangeProblem('connection_misconfigured');
    try {
      const session = await openWith(key, token, signal);
      if (former !== undefined) noteFormer(connection, purpose, former, false);
      return session;
    } catch (error) {
      if (!isTokenFault(error) || former === undefined || now() >= former.keptUntil) throw error;
      const session = await openWith(key, former, signal).catch((failure: unknown) => {
        throw isTokenFault(failure) ? error : failure;
      });
      noteFormer(connection, purpose, former, true);
      return session;
    }
  }

  async function openWith(key: GrantKey, token: AppToken, signal: AbortSignal): Promise<KalturaUserSession> {
    stops.assertNone(key, token);
    try {
      return await openKalturaSession(key, token, options, signal);
    } catch (error) {
      if (error instanceof ExchangeProblem) stops.add(key, token, error.code);
      throw error;
    }
  }

  function toGrant(session: KalturaUserSession, { connection, purpose, entryId, person }: GrantKey): Grant {
    const life = session.expiresAt - now();
    return {
      ks: session.ks,
      hub: connection.hub,
      person,
      connectionId: connection.id,
      connectionVersion: connection.version,
      purpose,
      entryId,
      kalturaUserId: session.kalturaUserId,
      origin: session.origin,
      refreshAt: now() + life * 0.8 * (0.9 + random() * 0.2),
      expiresAt: session.expiresAt,
      canListAll: session.canListAll,
      // Every user may upload; only a role put upon the App Token can take that away, and a test has seen whether it does.
      canUpload: !session.hasRole || connection.canUpload === true,
    };
  }

  /** Writes down how the connection is doing, when that is news or an hour old. */
  function note(connection: Connection, observed: SessionNote): void {
    const isOld = observed.state === 'ok' && now() - (connection.checkedAt ?? -Infinity) >= noteEvery;
    const isNews = Object.entries(observed).some(([name, value]) => connection[name as keyof SessionNote] !== value);
    // Many people see the same news before it is written; once it is, the connection is read anew.
    if (!(isOld || isNews) || noted.get(connection) === observed.state) return;
    noted.set(connection, observed.state);
    const entry = observed.state === 'ok' ? { ...observed, checkedAt: now() } : observed;
    connections.note(connection, entry).catch((error: unknown) => onNoteFailed?.(error));
  }

  function noteFormer(connection: Connection, purpose: TokenPurpose, former: FormerToken, serves: boolean): void {
    if ((former.servesSince !== null) === serves || notedFormer.get(former) === serves) return;
    notedFormer.set(former, serves);
    connections.noteFormer(connection, purpose, serves).catch((error: unknown) => onNoteFailed?.(error));
  }

  function dropStale(key: GrantKey, stale: string): void {
    const grant = cache.get(key);
    if (grant === undefined || hash('sha256', grant.ks.reveal(), 'hex').slice(0, 16) !== stale) return;
    const { text } = key;
    if (now() - (staleAt.get(text) ?? -Infinity) < staleEvery) return;
    if (staleAt.size > remember) staleAt.clear();
    staleAt.set(text, now());
    cache.delete(key);
  }

  return {
    cached(key, stale) {
      if (stale !== undefined) dropStale(key, stale);
      const grant = cache.get(key);
      if (grant === undefined || now() >= grant.refreshAt) return undefined;
      onSession?.(key.purpose, 'cached');
      return grant;
    },

    async open(key) {
      const { text } = key;
      const flight = flights.get(text) ?? fly(key).finally(() => flights.delete(text));
      flights.set(text, flight);
      try {
        return await flight;
      } catch (error) {
        // Due for renewal but still good: an outage of Kaltura need not reach anybody before it expires.
        const grant = cache.get(key);
        if (grant !== undefined && isOutage(error) && now() < grant.expiresAt - lastMinute) return grant;
        throw error;
      }
    },
  };
}

/** What a session tells of its connection. */
type SessionNote = Partial<Pick<Connection, 'state' | 'canListAll' | 'canUpload'>>;

const states: Partial<Record<string, Connection['state']>> = {
  connection_misconfigured: 'misconfigured',
  upstream_refused: 'refused',
  session_pool_killed: 'session_pool_killed',
};

const outages = new Set(['upstream_unavailable', 'upstream_timeout', 'upstream_bad_response', 'breaker_open']);
const isOutage = (error: unknown): boolean => error instanceof ExchangeProblem && outages.has(error.code);
