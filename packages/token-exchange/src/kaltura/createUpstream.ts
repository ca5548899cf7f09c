import {
  createKalturaApi,
  KalturaApiError,
  NetworkError,
  UpstreamError,
  type CallTarget,
  type FetchRequest,
  type KalturaRequest,
} from '@spaces-kaltura/client/api';
import { ExchangeProblem } from '../ExchangeProblem.ts';
import { createBreaker } from './createBreaker.ts';
import { createLane } from './createLane.ts';
import type { ServiceUrls } from './serviceUrls.ts';

export interface UpstreamOptions {
  fetch?: FetchRequest | undefined;
  serviceUrls: ServiceUrls;
  now: () => number;
  /** 0 ≤ x < 1; spreads retries. */
  random?: (() => number) | undefined;
  /** Told about every call: what was asked, how it ended (`ok`, Kaltura's code, or ours), how long it took in ms. */
  onCall?: (call: UpstreamCall) => void;
  /** Told about every request that goes out; more of them than calls are retries. */
  onRequest?: () => void;
}

export interface UpstreamCall {
  action: string;
  result: string;
  ms: number;
}

/** Calls to Kaltura under guard. */
export interface Upstream {
  /**
   * Throws `KalturaApiError` for what Kaltura refuses; `service_url_not_allowed`, `upstream_timeout`,
   * `upstream_unavailable`, `upstream_bad_response` and `breaker_open` for everything else that goes wrong.
   */
  call<TResult>(request: KalturaRequest<TResult>, target: CallTarget, signal: AbortSignal): Promise<TResult>;
  /** How many services are left alone now because they failed. */
  brokenServices(): number;
}

const attemptTimeout = 8_000;
const longestAnswer = 256 * 1024;
const lane = { width: 100, longestLine: 5_000 };
/** Retries may add a tenth to the calls, and a few while there are few calls. */
const retryShare = { ofCalls: 0.1, few: 10, window: 10_000 };

export function createUpstream({
  fetch = globalFetch,
  serviceUrls,
  now,
  random,
  onCall,
  onRequest,
}: UpstreamOptions): Upstream {
  const services = new Map<string, ReturnType<typeof createService>>();

  function createService(origin: string) {
    const used = { since: now(), calls: 0, fetches: 0 };
    const guarded: FetchRequest = (request) => {
      used.fetches += 1;
      onRequest?.();
      // The call layer builds the URL; this makes sure that nothing else leaves with a KS or a token hash in it.
      if (new URL(request.url).origin !== origin) throw new ExchangeProblem('service_url_not_allowed');
      return fetch(request);
    };
    const shared = { fetch: guarded, random, timeoutMs: attemptTimeout, maxAnswerBytes: longestAnswer };
    const patient = createKalturaApi({ ...shared, retry: { attempts: 3, baseDelayMs: 200, maxDelayMs: 1_500 } });
    const hasty = createKalturaApi({ ...shared, retry: { attempts: 1 } });
    return {
      breaker: createBreaker(now),
      lane: createLane(lane.width, lane.longestLine),
      /** The call layer to use now: one that retries, as long as retries are a small part of all calls. */
      api() {
        if (now() - used.since > retryShare.window) Object.assign(used, { since: now(), calls: 0, fetches: 0 });
        used.calls += 1;
        const retries = used.fetches - used.calls;
        return retries < retryShare.few + used.calls * retryShare.ofCalls ? patient : hasty;
      },
    };
  }

  return {
    brokenServices: () => [...services.values()].filter(({ breaker }) => breaker.isOpen).length,

    async call(request, target, signal) {
      const origin = serviceUrls.parse(target.serviceUrl);
      const service = services.get(origin) ?? createService(origin);
      services.set(origin, service);
      return service
        .lane(async () => {
          service.breaker.assertClosed();
          const startedAt = performance.now();
          const told = (result: string): void =>
            onCall?.({ action: `${request.service}.${request.action}`, result, ms: performance.now() - startedAt });
          try {
            const answer = await service.api().call(request, target, { signal });
            service.breaker.report('worked');
            told('ok');
            return answer;
          } catch (error) {
            const outage = toOutage(error);
            service.breaker.report(outage ? 'failed' : 'worked');
            told(outage?.code ?? (error instanceof KalturaApiError ? kalturaCode(error) : 'internal'));
            throw outage ?? error;
          }
        }, signal)
        .catch((error: unknown) => {
          throw toOutage(error) ?? error;
        });
    },
  };
}

/** Kaltura's code for the log: its codes look like this, whatever else may stand there could be anything. */
const kalturaCode = ({ code }: KalturaApiError): string => (/^[A-Z][A-Z0-9_]{1,63}$/.test(code) ? code : 'UNKNOWN');

const globalFetch: FetchRequest = (request) => fetch(request);

/** Kaltura's own words for "something broke here" and "too much at once"; the call itself was fine. */
const brokenCodes = new Set(['INTERNAL_SERVERL_ERROR', 'INTERNAL_SERVER_ERROR', 'ACTION_BLOCKED']);

function toOutage(error: unknown): ExchangeProblem | null {
  if (error instanceof KalturaApiError) {
    return brokenCodes.has(error.code)
      ? new ExchangeProblem('upstream_unavailable', { cause: error, retryAfter: 5 })
      : null;
  }
  if (error instanceof UpstreamError) {
    const retryAfter = Math.min(300, Math.max(2, Math.ceil((error.retryAfterMs ?? 0) / 1000)));
    return new ExchangeProblem(error.code, { cause: error, retryAfter });
  }
  if (error instanceof NetworkError) {
    const code = error.code === 'network_timeout' ? 'upstream_timeout' : 'upstream_unavailable';
    return new ExchangeProblem(code, { cause: error, retryAfter: 2 });
  }
  if (error instanceof DOMException) return new ExchangeProblem('upstream_timeout', { cause: error, retryAfter: 2 });
  return null;
}
