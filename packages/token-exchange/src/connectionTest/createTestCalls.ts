import {
  appTokenStartSession,
  startWidgetSession,
  tokenHash,
  type KalturaRequest,
  type KalturaSessionInfo,
} from '@spaces-kaltura/client/api';
import type { Upstream } from '../kaltura/createUpstream.ts';
import type { AppToken, Connection } from '../storage/Connection.ts';

/** Calls to the Kaltura of a connection that is being tested, each within its time. */
export interface TestCalls {
  /** As nobody, or as whom a KS acts for. */
  call<TResult>(request: KalturaRequest<TResult>, ks?: string): Promise<TResult>;
  /** A widget KS of its own: the shared one may be an old one that still works. */
  widgetSession(): Promise<string>;
  /** Redeems an App Token. */
  startSession(token: AppToken, asked: AskedTestSession): Promise<KalturaSessionInfo>;
}

export interface AskedTestSession {
  widgetKs: string;
  userId: string;
  /** Seconds; negative: a KS that is over when it is made, good for looking at what is granted and for nothing else. */
  expiry: number;
  /** Asks for an ADMIN session, to see whether the token gives one. Only ever together with a negative expiry. */
  asAdmin?: boolean;
  sessionPrivileges?: string;
}

export interface TestCallsOptions {
  upstream: Upstream;
  connection: Connection;
  /** 0 ≤ x < 1. */
  random: () => number;
  /** Ends the whole test. */
  signal: AbortSignal;
}

/** Milliseconds for one call, with its retries. */
const longestCall = 6_000;

export function createTestCalls({ upstream, connection, random, signal }: TestCallsOptions): TestCalls {
  const { serviceUrl, partnerId, hosts } = connection;

  const call: TestCalls['call'] = (request, ks) =>
    upstream.call(request, { serviceUrl, ks, hosts }, AbortSignal.any([signal, AbortSignal.timeout(longestCall)]));

  return {
    call,
    async widgetSession() {
      return (await call(startWidgetSession(partnerId, 3600 + Math.floor(random() * 600)))).ks;
    },
    async startSession(token, { widgetKs, userId, expiry, asAdmin = false, sessionPrivileges }) {
      if (asAdmin && expiry >= 0) throw new TypeError('An ADMIN session must be over when it is made.');
      const proof = await tokenHash(token.hashType, widgetKs, token.secret.reveal());
      const request = appTokenStartSession({ id: token.id, tokenHash: proof, userId, expiry, sessionPrivileges });
      return call(asAdmin ? { ...request, params: { ...request.params, type: 2 } } : request, widgetKs);
    },
  };
}
