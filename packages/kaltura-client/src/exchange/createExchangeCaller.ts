import { type Clock, systemClock } from '../api/Clock.ts';
import { type FetchRequest, fetchText, globalFetch, type TextAnswer } from '../api/fetchText.ts';
import { ExchangeError, HostTokenError } from '../errors.ts';
import { readProblem } from './readProblem.ts';

/** The host app's way to sign a token for its signed-in user and one hub. */
export type GetHostToken = (request: {
  hub: string;
  /** The entry of somebody else that shall be played: the host names it in the claim `entries` if this person may see it. */
  entryId?: string | undefined;
  signal: AbortSignal;
}) => Promise<string>;

export interface ExchangeAccess {
  /** Where the token exchange answers, such as `https://kaltura.spaces.example`. */
  exchangeUrl: string;
  getHostToken: GetHostToken;
  /** Id of the hub. */
  hub: string;
  fetch?: FetchRequest | undefined;
  clock?: Clock | undefined;
  /** Milliseconds for one attempt; default 30 000. */
  timeoutMs?: number | undefined;
}

export interface ExchangeCall {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** From `/v1` on. */
  path: string;
  /** Becomes JSON. */
  body?: object | undefined;
  headers?: Record<string, string> | undefined;
  /** What the host token has to name. */
  entryId?: string | undefined;
  signal?: AbortSignal | undefined;
}

/**
 * One call, with a host token of its own; a token that had expired or was used before is replaced by a fresh one, once.
 *
 * @throws ExchangeError when the exchange refuses, NetworkError or UpstreamError when it is out of reach, HostTokenError when
 * `getHostToken` fails; its `AbortError` is passed on.
 */
export type CallExchange = (call: ExchangeCall) => Promise<ExchangeAnswer>;

export interface ExchangeAnswer extends TextAnswer {
  /** When it was asked for, in milliseconds since 1970: what an answer says of "from now on" begins here. */
  asked: number;
}

export function createExchangeCaller(access: ExchangeAccess): CallExchange {
  const { getHostToken, hub, fetch = globalFetch, clock = systemClock, timeoutMs = 30_000 } = access;
  const origin = access.exchangeUrl.replace(/\/+$/, '');

  async function tokenFromHost({ entryId }: ExchangeCall, signal: AbortSignal): Promise<string> {
    try {
      const token = await getHostToken({ hub, ...(entryId !== undefined && { entryId }), signal });
      // What no header can carry would look like a network that fails.
      if (!/^[ -~]+$/.test(token)) throw TypeError('no token');
      return token;
    } catch (error) {
      signal.throwIfAborted();
      throw isAbort(error) ? error : new HostTokenError(error);
    }
  }

  async function ask(call: ExchangeCall, signal: AbortSignal): Promise<ExchangeAnswer> {
    const hostToken = await tokenFromHost(call, signal);
    const asked = clock.now();
    const answer = await fetchText(
      origin + call.path,
      {
        method: call.method,
        headers: {
          ...call.headers,
          Authorization: `Bearer ${hostToken}`,
          ...(call.body !== undefined && { 'Content-Type': 'application/json' }),
        },
        ...(call.body !== undefined && { body: JSON.stringify(call.body) }),
      },
      { fetch, clock, timeoutMs, maxAnswerBytes: 256 * 1024 },
      signal,
    );
    if (answer.status < 200 || answer.status > 299) throw readProblem(answer, clock.now());
    return { ...answer, asked };
  }

  return async (call) => {
    const signal = call.signal ?? new AbortController().signal;
    try {
      return await ask(call, signal);
    } catch (error) {
      if (!(error instanceof ExchangeError && spentTokens.has(error.code))) throw error;
      return ask(call, signal);
    }
  };
}

const isAbort = (error: unknown): boolean => error instanceof DOMException && error.name === 'AbortError';

const spentTokens: ReadonlySet<string> = new Set(['token_expired', 'token_replayed']);
