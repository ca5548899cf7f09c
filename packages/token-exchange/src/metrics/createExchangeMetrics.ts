import { exchangeErrors, isExchangeErrorCode } from '@spaces-kaltura/client/exchange';
import { Registry } from 'prom-client';
import type { UpstreamCall } from '../kaltura/createUpstream.ts';
import type { TokenPurpose } from '../storage/Connection.ts';
import { createCounter } from './createCounter.ts';
import { createGauge } from './createGauge.ts';
import { createHistogram } from './createHistogram.ts';
import type { MetricOptions } from './MetricOptions.ts';
import { processMetrics } from './processMetrics.ts';

/** What the exchange counts. No label names a hub, a person or anything else that comes from outside. */
export interface ExchangeMetrics {
  /** A request was answered; `code` of the catalogue if with a problem. */
  answered(request: { route: string; status: number; code: string | undefined; ms: number }): void;
  /** Kaltura was called, however often it had to be asked for that. */
  called(call: UpstreamCall): void;
  /** A request went to Kaltura. */
  sent(): void;
  sessionGiven(purpose: TokenPurpose, how: 'cached' | 'opened'): void;
  userBound(origin: 'matched' | 'created'): void;
  /** Everything, in Prometheus' text format. */
  render(): Promise<string>;
  close(): void;
}

export interface ExchangeMetricsOptions {
  /** Patterns of all paths. */
  routes: readonly string[];
  isDraining: () => boolean;
  /** Kaltura services that are left alone because they failed. */
  brokenServices: () => number;
}

const statuses = [200, 201, 204, 405, ...Object.values(exchangeErrors).map(({ status }) => status)];

/** What Kaltura is asked for. */
const actions = [
  'session.startWidgetSession',
  'session.get',
  'session.end',
  'appToken.startSession',
  'appToken.add',
  'appToken.delete',
  'user.get',
  'user.loginByLoginId',
  'user.loginByKs',
  'partner.getInfo',
  'partner.listPartnersForUser',
  'conversionProfile.list',
  'flavorParams.list',
  'media.list',
  'uploadToken.add',
  'uploadToken.delete',
];

export function createExchangeMetrics(options: ExchangeMetricsOptions): ExchangeMetrics {
  const { routes, isDraining, brokenServices } = options;
  const registry = new Registry();
  const metric = (name: string, help: string): MetricOptions => ({ registry, name: `spaces_kaltura_${name}`, help });
  const status = [...new Set(statuses.map(String))];
  const requests = createCounter(metric('requests_total', 'Requests answered.'), { route: routes, status });
  const seconds = createHistogram(metric('request_seconds', 'How long answers took.'), { route: routes });
  const problems = createCounter(metric('problems_total', 'Answers with a problem.'), {
    code: Object.keys(exchangeErrors),
  });
  const calls = createCounter(metric('upstream_calls_total', 'Calls to Kaltura and how they ended.'), {
    action: actions,
    result: ['ok', 'refused', ...outages],
  });
  const callSeconds = createHistogram(metric('upstream_seconds', 'How long calls to Kaltura took.'), {
    action: actions,
  });
  const sent = createCounter(metric('upstream_requests_total', 'Requests sent to Kaltura; beyond the calls: retries.'));
  const sessions = createCounter(metric('sessions_total', 'Sessions from memory, and sessions opened in Kaltura.'), {
    purpose: ['editor', 'player'],
    result: ['cached', 'opened'],
  });
  const users = createCounter(metric('users_total', 'People bound to their Kaltura user, found or created.'), {
    origin: ['matched', 'created'],
  });
  createGauge(metric('breakers_open', 'Kaltura services that are left alone because they failed.'), brokenServices);
  createGauge(metric('draining', 'Is this instance being stopped?'), () => Number(isDraining()));
  const ofProcess = processMetrics(registry);

  return {
    answered({ route, status, code, ms }) {
      requests(route, String(status)).inc();
      seconds(route).observe(ms / 1000);
      if (code !== undefined) problems(code).inc();
    },
    called({ action, result, ms }) {
      // Kaltura has hundreds of codes, and could have any.
      calls(action, result === 'ok' || isExchangeErrorCode(result) ? result : 'refused').inc();
      callSeconds(action).observe(ms / 1000);
    },
    sent: () => sent().inc(),
    sessionGiven: (purpose, how) => sessions(purpose, how).inc(),
    userBound: (origin) => users(origin).inc(),
    render: () => registry.metrics(),
    close: ofProcess.close,
  };
}

const outages = ['upstream_unavailable', 'upstream_timeout', 'upstream_bad_response', 'breaker_open', 'internal'];
