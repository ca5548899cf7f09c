import { type Clock, systemClock } from '../api/Clock.ts';
import { type FetchRequest, fetchText, globalFetch, retryAfterMs, type TextAnswer } from '../api/fetchText.ts';
import { defaultRetry, type RetryOptions, retrying } from '../api/retrying.ts';
import { ExchangeError, UpstreamError } from '../errors.ts';
import { exchangeErrors, isExchangeErrorCode } from '../exchange/exchangeErrors.ts';
import type { Problem } from '../exchange/problem.ts';
import { isRecord, UnexpectedShape } from '../services/read.ts';
import { createSessionSource } from './createSessionSource.ts';
import type { KalturaSession, SessionSource } from './KalturaSession.ts';
import { readSessionAnswer } from './readSessionAnswer.ts';

/** The host app's way to sign a token for its signed-in user and one hub. */
export type GetHostToken = (request: { hub: string; signal: AbortSignal }) => Promise<string>;

export interface ExchangeSessionOptions {
  /** Where the token exchange answers, such as `https://kaltura.spaces.example`. */
  exchangeUrl: string;
  getHostToken: GetHostToken;
  /** Id of the hub. */
  hub: string;
  fetch?: FetchRequest | undefined;
  clock?: Clock | undefined;
  /** 0 ≤ x < 1; spreads refreshes and retries. */
  random?: (() => number) | undefined;
  retry?: Partial<RetryOptions> | undefined;
  /** Milliseconds for one attempt; default 30 000. */
  timeoutMs?: number | undefined;
}

/**
 * Sessions from the token exchange, kept in memory only. They are refreshed in the background before they expire (each
 * page at a slightly different moment); an expired host token is replaced once by a fresh one.
 *
 * @throws ExchangeError (from `get` and `renew`) when the exchange gives none, NetworkError or UpstreamError when it is out
 * of reach, and whatever `getHostToken` throws.
 */
export function createExchangeSessionSource(options: ExchangeSessionOptions): SessionSource {
  const { getHostToken, hub, fetch = globalFetch, clock = systemClock, random = Math.random } = options;
  const { timeoutMs = 30_000 } = options;
  const url = `${options.exchangeUrl.replace(/\/+$/, '')}/v1/kaltura-session`;
  const retry = { ...defaultRetry, ...options.retry };

  async function ask(stale: string | null, signal: AbortSignal): Promise<KalturaSession> {
    const hostToken = await getHostToken({ hub, signal });
    const asked = clock.now();
    const answer = await fetchText(
      url,
      {
        method: 'POST',
        headers: {
          Authorization: `Bearer ${hostToken}`,
          ...(stale === null ? {} : { 'Content-Type': 'application/json' }),
        },
        ...(stale === null ? {} : { body: JSON.stringify({ stale }) }),
      },
      { fetch, clock, timeoutMs, maxAnswerBytes: 64 * 1024 },
      signal,
    );
    if (answer.status !== 200) throw toExchangeError(answer, clock.now());
    return toSession(answer, asked, random());
  }

  const withFreshHostToken = async (stale: string | null, signal: AbortSignal): Promise<KalturaSession> => {
    try {
      return await ask(stale, signal);
    } catch (error) {
      if (!(error instanceof ExchangeError && error.code === 'token_expired')) throw error;
      return ask(stale, signal);
    }
  };

  return createSessionSource({
    clock,
    load: async ({ stale, signal }) => {
      const fingerprint = stale && (await fingerprintOf(stale.ks));
      return retrying(() => withFreshHostToken(fingerprint, signal), {
        retry,
        clock,
        random,
        signal,
        mayRetry: (error) => !(error instanceof ExchangeError && error.code === 'token_expired'),
      });
    },
  });
}

function toSession(answer: TextAnswer, asked: number, jitter: number): KalturaSession {
  try {
    return readSessionAnswer(parseJson(answer.text), { asked, jitter });
  } catch (error) {
    if (!(error instanceof UnexpectedShape)) throw error;
    const message = `The token exchange answered something unexpected: ${error.message}`;
    throw new UpstreamError('upstream_bad_response', message, answer, { cause: error });
  }
}

function toExchangeError(answer: TextAnswer, now: number): ExchangeError | UpstreamError {
  const json = parseJson(answer.text);
  const problem: Partial<Record<keyof Problem, unknown>> = isRecord(json) ? json : {};
  const { code, instance } = problem;
  const afterMs = retryAfterMs(answer.headers, now);
  if (typeof code !== 'string' || code.length > 100) {
    const kind = answer.status >= 500 || answer.status === 429 ? 'upstream_unavailable' : 'upstream_bad_response';
    const message = `The token exchange answered with status ${answer.status} and no explanation`;
    return new UpstreamError(kind, message, { status: answer.status, retryAfterMs: afterMs });
  }
  const known = isExchangeErrorCode(code) ? exchangeErrors[code] : null;
  return new ExchangeError({
    code,
    status: answer.status,
    // A code that this version does not know, from a newer exchange: what it says of itself, else the cautious reading.
    retry: known?.retriable ?? retries.find((retry) => retry === problem.retriable) ?? 'no',
    fixBy: known?.fixBy ?? fixers.find((fixer) => fixer === problem.fix_by) ?? 'operator',
    nextStep: known?.nextStep ?? 'ask_operator',
    requestId: typeof instance === 'string' ? instance.replace(/^urn:request:/, '') : null,
    retryAfterMs: afterMs,
  });
}

const retries = ['no', 'now', 'after', 'after_user_action'] as const;
const fixers = ['user', 'hub_admin', 'operator', 'kaltura'] as const;

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/**
 * Names a KS to the exchange without sending it: the first 16 hex digits of its SHA-256. Null on a page without a secure
 * context, where browsers have no SHA-256.
 */
async function fingerprintOf(ks: string): Promise<string | null> {
  if (!globalThis.isSecureContext && !crypto.subtle) return null;
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(ks));
  return [...new Uint8Array(digest, 0, 8)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
