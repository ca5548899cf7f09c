import { startWidgetSession } from '@spaces-kaltura/client/api';
import type { Upstream } from '../kaltura/createUpstream.ts';
import { Secret } from '../secrets/Secret.ts';
import type { Connection } from '../storage/Connection.ts';

/** The anonymous KS of each account, with which App Tokens are redeemed: one per hub, shared by everybody. */
export interface WidgetSessions {
  get(connection: Connection, signal: AbortSignal): Promise<Secret>;
  /** Forgets a KS that Kaltura refused; the next `get` asks for a new one. */
  drop(connection: Connection, ks: Secret): void;
}

export interface WidgetSessionsOptions {
  upstream: Upstream;
  now: () => number;
  /** 0 ≤ x < 1. */
  random: () => number;
}

/** Seconds. Kept for less than Kaltura keeps it. */
const life = { asked: 3600, kept: 2700 };

interface Kept {
  asked: Promise<Secret>;
  /** Once it is there. */
  ks?: Secret;
  until: number;
}

export function createWidgetSessions({ upstream, now, random }: WidgetSessionsOptions): WidgetSessions {
  const kept = new Map<string, Kept>();
  const keyOf = ({ serviceUrl, partnerId }: Connection): string => `${serviceUrl}|${partnerId}`;

  async function ask(connection: Connection, signal: AbortSignal): Promise<Secret> {
    const { serviceUrl, partnerId } = connection;
    const request = startWidgetSession(partnerId, life.asked + Math.floor(random() * 600));
    const session = await upstream.call(request, { serviceUrl }, signal);
    return new Secret(session.ks);
  }

  return {
    get(connection, signal) {
      const key = keyOf(connection);
      const known = kept.get(key);
      if (known && now() < known.until) return known.asked;
      const entry: Kept = { asked: ask(connection, signal), until: now() + life.kept * 1000 };
      kept.set(key, entry);
      entry.asked.then(
        (ks) => (entry.ks = ks),
        () => kept.get(key) === entry && kept.delete(key),
      );
      return entry.asked;
    },
    drop(connection, ks) {
      const key = keyOf(connection);
      if (kept.get(key)?.ks === ks) kept.delete(key);
    },
  };
}
