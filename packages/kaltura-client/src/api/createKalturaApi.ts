import { type KalturaClientError, KalturaRateLimitError, UpstreamError } from '../errors.ts';
import { UnexpectedShape } from '../services/read.ts';
import { type Clock, systemClock } from './Clock.ts';
import { type FetchRequest, fetchText, globalFetch, retryAfterMs } from './fetchText.ts';
import { formBody } from './formBody.ts';
import type {
  CallOptions,
  KalturaParam,
  KalturaRequest,
  MultirequestResult,
  MultirequestResults,
  ReadContext,
} from './KalturaRequest.ts';
import { defaultRetry, type RetryOptions, retrying } from './retrying.ts';
import { type CallName, isException, toApiError } from './toApiError.ts';

export interface KalturaApiOptions {
  fetch?: FetchRequest | undefined;
  clock?: Clock | undefined;
  /** 0 ≤ x < 1; spreads retries. */
  random?: (() => number) | undefined;
  retry?: Partial<RetryOptions> | undefined;
  /** Milliseconds for one attempt; default 30 000. */
  timeoutMs?: number | undefined;
  /** Longest answer that is read; default 8 MiB. */
  maxAnswerBytes?: number | undefined;
  /** Appears in Kaltura's logs. */
  clientTag?: string | undefined;
}

/** Whom to ask, and as whom. A `KalturaSession` is one. */
export interface CallTarget {
  serviceUrl: string;
  /** Left out for the few actions that need no session. */
  ks?: string | undefined;
  /** Hosts that URLs in the answer may point to, besides the service's own. */
  hosts?: readonly string[] | undefined;
}

/** Calls that are told their session. `createKalturaClient` adds where it comes from and renews it. */
export interface KalturaApi {
  /** @throws KalturaApiError, NetworkError, UpstreamError, or the signal's reason. */
  call<TResult>(request: KalturaRequest<TResult>, target: CallTarget, options?: CallOptions): Promise<TResult>;
  /** All requests in one round trip; a request may use an earlier result as `{1:result:id}`. Errors are per item. */
  multirequest<const TRequests extends readonly KalturaRequest<unknown>[]>(
    requests: TRequests,
    target: CallTarget,
    options?: CallOptions,
  ): Promise<MultirequestResults<TRequests>>;
}

/**
 * Kaltura's HTTP API on `fetch`: form-encoded POST with the KS in the body, JSON back. Answers are classified whatever
 * their status says; what failed for a passing reason is repeated where that does no harm.
 */
export function createKalturaApi(options: KalturaApiOptions = {}): KalturaApi {
  const { fetch = globalFetch, clock = systemClock, random = Math.random, clientTag = 'spaces-kaltura' } = options;
  const { timeoutMs = 30_000, maxAnswerBytes = 8 * 1024 * 1024 } = options;
  const retry = { ...defaultRetry, ...options.retry };

  interface Post {
    name: CallName;
    path: string;
    params: Readonly<Record<string, KalturaParam>>;
    repeatable: boolean;
    timeoutMs?: number | undefined;
  }

  function post<TResult>(
    { name, path, params, repeatable, timeoutMs: ownTimeoutMs }: Post,
    target: CallTarget,
    signal: AbortSignal | undefined,
    read: (json: unknown) => TResult,
  ): Promise<TResult> {
    const attempt = async (): Promise<TResult> => {
      const body = formBody({ ...params, ks: target.ks, format: 1, clientTag });
      const answer = await fetchText(
        `${target.serviceUrl}/api_v3/service/${path}`,
        { method: 'POST', body },
        { fetch, clock, timeoutMs: ownTimeoutMs ?? timeoutMs, maxAnswerBytes },
        signal,
      );
      const json = parseAnswer(answer.text, answer.status, retryAfterMs(answer.headers, clock.now()), name);
      if (isException(json)) throw toApiError(json, name, target.ks);
      return reading(name, () => read(json));
    };
    // A call over the rate limit was not executed: even a write may be repeated.
    const mayRetry = (error: KalturaClientError): boolean => repeatable || error instanceof KalturaRateLimitError;
    return retrying(attempt, { retry, clock, random, signal, mayRetry });
  }

  const call = <TResult>(
    request: KalturaRequest<TResult>,
    target: CallTarget,
    { signal }: CallOptions = {},
  ): Promise<TResult> => {
    const { service, action, params, repeatable } = request;
    const context = toReadContext(target);
    const name = { service, action };
    const path = `${service}/action/${action}`;
    return post({ name, path, params, repeatable, timeoutMs: request.timeoutMs }, target, signal, (json) =>
      request.read(json, context),
    );
  };

  const multirequest = async <const TRequests extends readonly KalturaRequest<unknown>[]>(
    requests: TRequests,
    target: CallTarget,
    { signal }: CallOptions = {},
  ): Promise<MultirequestResults<TRequests>> => {
    const items = requests.map(({ service, action, params }, index) => [
      String(index + 1),
      { service, action, ...params },
    ]);
    const context = toReadContext(target);
    const results = await post(
      {
        name: { service: 'multirequest', action: 'do' },
        path: 'multirequest',
        params: Object.fromEntries(items),
        repeatable: requests.every(({ repeatable }) => repeatable),
        timeoutMs: Math.max(timeoutMs, ...requests.map((request) => request.timeoutMs ?? 0)),
      },
      target,
      signal,
      (json) => {
        if (!Array.isArray(json) || json.length !== requests.length)
          throw new UnexpectedShape('not one answer per item');
        return requests.map((request, index) => readItem(request, json[index], context, target.ks));
      },
    );
    return results as MultirequestResults<TRequests>;
  };

  return { call, multirequest };
}

const toReadContext = ({ serviceUrl, hosts = [] }: CallTarget): ReadContext => ({ serviceUrl, hosts });

function readItem<TResult>(
  request: KalturaRequest<TResult>,
  json: unknown,
  context: ReadContext,
  ks: string | undefined,
): MultirequestResult<TResult> {
  if (isException(json)) return { ok: false, error: toApiError(json, request, ks) };
  try {
    return { ok: true, value: reading(request, () => request.read(json, context)) };
  } catch (error) {
    if (error instanceof UpstreamError) return { ok: false, error };
    throw error;
  }
}

function parseAnswer(text: string, status: number, retryAfter: number | null, { service, action }: CallName): unknown {
  if (status === 408 || status === 429 || status >= 500) {
    const details = { status, retryAfterMs: retryAfter };
    throw new UpstreamError('upstream_unavailable', `${service}.${action} was answered with status ${status}`, details);
  }
  try {
    if (status === 200) return JSON.parse(text);
  } catch {
    // Told below, without the text: it could repeat what was sent.
  }
  throw new UpstreamError('upstream_bad_response', `${service}.${action} was not answered with JSON`, { status });
}

function reading<TResult>({ service, action }: CallName, read: () => TResult): TResult {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof UnexpectedShape)) throw error;
    const message = `${service}.${action} was answered with something unexpected: ${error.message}`;
    throw new UpstreamError('upstream_bad_response', message, { status: 200 }, { cause: error });
  }
}
