import { setTimeout as sleep } from 'node:timers/promises';
import { createConnectionTest } from './connectionTest/createConnectionTest.ts';
import type { ExchangeOptions, IssuerOptions } from './ExchangeOptions.ts';
import { createGuidedConnection } from './guided/createGuidedConnection.ts';
import type { HostToken } from './hostToken/HostToken.ts';
import { createHostTokenVerifier } from './hostToken/createHostTokenVerifier.ts';
import { staticHostKeys, type HostKeys } from './hostToken/hostKeys.ts';
import { remoteHostKeys } from './hostToken/remoteHostKeys.ts';
import { createRateLimit } from './http/createRateLimit.ts';
import type { Caller } from './http/Call.ts';
import { createRequestHandler } from './http/createRequestHandler.ts';
import { createUpstream } from './kaltura/createUpstream.ts';
import { isLoopbackUrl } from './kaltura/serviceUrls.ts';
import { describeError, noLog } from './log.ts';
import { createExchangeMetrics, type ExchangeMetrics } from './metrics/createExchangeMetrics.ts';
import { quoteUrl } from './quoteUrl.ts';
import { createEndpoints, createOperatorEndpoints } from './routes/createEndpoints.ts';
import { createParticipantSessions } from './session/createParticipantSessions.ts';
import { createSessionBroker } from './session/createSessionBroker.ts';
import { createWidgetSessions } from './session/createWidgetSessions.ts';
import type { ConnectionStore } from './storage/createConnectionStore.ts';
import { openStorage } from './storage/openStorage.ts';

/** The token exchange. */
export interface Exchange {
  /**
   * Answers a request, at once if it needs nothing from outside; never throws. `caller.address` tells whose refused
   * tokens to count together.
   */
  fetch(request: Request, caller?: Caller): Promise<Response> | Response;
  /** Answers a request of the operator: `/livez`, `/readyz` and `/metrics`. Not for the world. */
  operate(request: Request): Promise<Response> | Response;
  /** The hubs' connections, for setting them up from code. */
  readonly connections: Pick<ConnectionStore, 'store' | 'remove'>;
  /** From now on new requests are answered `draining`; those under way go on. */
  drain(): void;
  /** Closes the database. */
  close(): Promise<void>;
}

/**
 * Makes a token exchange: a host token in, a Kaltura session out. Everything that crosses the process boundary is in
 * `options`.
 *
 * Throws a TypeError that says what to do when the options do not fit together or the keys are not those of the database.
 * A PostgreSQL that cannot be reached yet is no error: requests are answered `storage_unavailable` until it is there.
 *
 * @example
 * const exchange = await createExchange({
 *   database: { sqlite: 'exchange.db' },
 *   keyRing: [{ kid: '2026', key: process.env.EXCHANGE_KEY }],
 *   audience: 'https://exchange.spaces.example',
 *   issuers: [{ issuer: 'https://spaces.example', jwksUrl: 'https://spaces.example/.well-known/jwks.json' }],
 *   allowedOrigins: ['https://spaces.example'],
 * });
 * const response = await exchange.fetch(request);
 */
export async function createExchange(options: ExchangeOptions): Promise<Exchange> {
  const { clock = Date, random = Math.random, log = noLog, fetch = (request) => globalThis.fetch(request) } = options;
  const { plans = ['enterprise', 'university'], sessionSeconds = 3600 } = options;
  if (!Number.isInteger(sessionSeconds) || sessionSeconds < 900 || sessionSeconds > 3600) {
    throw new TypeError('sessionSeconds must be a whole number from 900 to 3600.');
  }
  if (options.audience === '') throw new TypeError('The audience is empty: give the "aud" that host tokens have.');
  const now = (): number => clock.now();
  const fault = (event: string) => (error: unknown) => log('warn', { event, ...describeError(error) });

  const allowedOrigins = new Set(options.allowedOrigins.map(toWebOrigin));
  const issuers = await createIssuers(options.issuers, (url) =>
    remoteHostKeys({ url, fetch, now, onFault: fault('jwks_failed') }),
  );

  const { database, keyRing, allowedServiceUrls, allowedMediaHosts } = options;
  const onFault = (event: string, error: unknown): void => fault(event)(error);
  const onBound: ExchangeMetrics['userBound'] = (origin) => metrics.userBound(origin);
  const storage = await openStorage({
    database,
    keyRing,
    allowedServiceUrls,
    allowedMediaHosts,
    now,
    onFault,
    onBound,
  });
  const { connections, bindings, revocations, usedTokens, serviceUrls } = storage;
  const upstream = createUpstream({
    fetch,
    serviceUrls,
    now,
    random,
    onCall(call) {
      metrics.called(call);
      log(call.result === 'ok' ? 'info' : 'warn', { event: 'upstream', ...call });
    },
    onRequest: () => metrics.sent(),
  });
  const widgetSessions = createWidgetSessions({ upstream, now, random });
  const onNoteFailed = fault('note_failed');
  const testConnection = createConnectionTest({ upstream, now, random, sessionSeconds, pause: (ms) => sleep(ms) });
  const broker = createSessionBroker({
    connections,
    upstream,
    widgetSessions,
    now,
    random,
    sessionSeconds,
    onSession: (purpose, how) => metrics.sessionGiven(purpose, how),
    onNoteFailed,
  });
  const sessions = createParticipantSessions({ connections, bindings, revocations, broker });
  const guided = createGuidedConnection({
    upstream,
    serviceUrls,
    connections,
    usedTokens,
    keyRing: storage.keyRing,
    signInLimit: createRateLimit({ name: 'sign-in', burst: 6, perSecond: 0.1, now }),
    now,
  });

  let draining = false;
  const isDraining = (): boolean => draining;
  const readiness = { checkStorage: storage.check, isDraining };
  const endpoints = createEndpoints({
    sessions,
    connections,
    bindings,
    revocations,
    audit: storage.audit,
    guided,
    serviceUrls,
    testConnection,
    testLimit: createRateLimit({ name: 'test', burst: 6, perSecond: 0.1, now }),
    onNoteFailed,
    now,
    ...readiness,
  });
  const metrics = createExchangeMetrics({
    routes: endpoints.map(({ path }) => path),
    isDraining,
    brokenServices: () => upstream.brokenServices(),
  });
  const common = {
    verify: createHostTokenVerifier({ audience: options.audience, issuers, now }),
    plans: new Set(plans),
    // A person may open a thousand tabs at once; somebody who hammers is stopped all the same.
    userLimit: createRateLimit({ name: 'user', burst: 2000, perSecond: 20, now }),
    refusedLimit: createRateLimit({ name: 'refused', burst: 60, perSecond: 1, now }),
    takeOnce: (hostToken: HostToken) => usedTokens.use(hostToken),
    isDraining,
    prepare: storage.prepare,
  };

  return {
    fetch: createRequestHandler({
      ...common,
      endpoints,
      allowedOrigins,
      onAnswer: (answer) => metrics.answered(answer),
      log,
    }),
    operate: createRequestHandler({
      ...common,
      endpoints: createOperatorEndpoints({ ...readiness, renderMetrics: () => metrics.render() }),
      allowedOrigins: new Set(),
      // What is asked every few seconds is no news.
      log: (level, fields) => (level === 'info' ? undefined : log(level, fields)),
    }),
    connections,
    drain: () => {
      draining = true;
    },
    async close() {
      metrics.close();
      await storage.close();
    },
  };
}

async function createIssuers(
  issuers: readonly IssuerOptions[],
  remote: (url: string) => HostKeys,
): Promise<ReadonlyMap<string, HostKeys>> {
  if (issuers.length === 0) throw new TypeError('Give at least one issuer of host tokens.');
  const keys = new Map<string, HostKeys>();
  for (const options of issuers) {
    if (options.issuer === '') throw new TypeError('An issuer is empty: give the "iss" that its host tokens have.');
    if (keys.has(options.issuer)) throw new TypeError(`The issuer "${options.issuer}" is given twice.`);
    keys.set(
      options.issuer,
      'jwks' in options ? await staticHostKeys(options.jwks) : remote(toJwksUrl(options.jwksUrl)),
    );
  }
  return keys;
}

function toJwksUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || url.username !== '' || (url.protocol !== 'https:' && !isLoopbackUrl(url))) {
    throw new TypeError(`${quoteUrl(text)} is no JWKS URL: it must start with https:// and hold no password.`);
  }
  return url.href;
}

function toWebOrigin(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || url.origin !== text || !/^https?:$/.test(url.protocol) || text.includes('*')) {
    throw new TypeError(
      `${quoteUrl(text)} is no origin of a web page: give it like https://spaces.example, without a path.`,
    );
  }
  return text;
}
