import { NetworkError, UpstreamError } from '../errors.ts';
import { abortReason, type Clock } from './Clock.ts';
import { unlessAborted } from './unlessAborted.ts';

/** `fetch` with one `Request`; the global one, an msw-patched one or a sandbox's. */
export type FetchRequest = (request: Request) => Promise<Response>;

/** Looks the global up at call time, so that whoever patches it later is heard. */
export const globalFetch: FetchRequest = (request) => fetch(request);

export interface TransportOptions {
  fetch: FetchRequest;
  clock: Clock;
  timeoutMs: number;
  /** A longer answer is not read to its end. */
  maxAnswerBytes: number;
}

export interface TextAnswer {
  status: number;
  headers: Headers;
  text: string;
}

/**
 * Sends a request without cookies and referrer and reads the whole answer as text, within `timeoutMs`. Redirects are
 * refused: they would carry the body, and the KS in it, to another host.
 *
 * @throws NetworkError when there is no answer, UpstreamError when it is too long or a redirect, the signal's reason when it
 * is aborted.
 */
export async function fetchText(
  url: string,
  init: RequestInit,
  { fetch, clock, timeoutMs, maxAnswerBytes }: TransportOptions,
  signal?: AbortSignal,
): Promise<TextAnswer> {
  signal?.throwIfAborted();
  const done = new AbortController();
  const late = new AbortController();
  const tooLate = clock.sleep(timeoutMs, done.signal).then(
    () => late.abort(new NetworkError('network_timeout', `No answer within ${timeoutMs} ms`)),
    () => {},
  );
  const either = signal ? AbortSignal.any([signal, late.signal]) : late.signal;
  try {
    const request = new Request(url, {
      ...init,
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      // Not followed either, but told apart from a network that is down.
      redirect: 'manual',
      cache: 'no-store',
      signal: either,
    });
    // A `fetch` that does not listen to its signal must not hold up the caller.
    const response = await unlessAborted(fetch(request), either);
    if (isRedirect(response)) throw redirected(response.status);
    const tooLong = (): void =>
      late.abort(
        new UpstreamError('upstream_bad_response', `The answer is longer than ${maxAnswerBytes} bytes`, response),
      );
    return {
      status: response.status,
      headers: response.headers,
      text: await unlessAborted(readText(response, maxAnswerBytes, tooLong), either),
    };
  } catch (error) {
    if (either.aborted) throw abortReason(either);
    if (error instanceof UpstreamError) throw error;
    throw new NetworkError('network_unreachable', 'The request got no answer', { cause: error });
  } finally {
    done.abort();
    await tooLate;
  }
}

/** Browsers hide everything of a redirect but that it is one. */
const isRedirect = ({ type, status }: Response): boolean =>
  type === 'opaqueredirect' || (status >= 300 && status < 400 && status !== 304);

/** Whoever is asked sends callers elsewhere, where a KS must not go. */
export const redirected = (status: number): UpstreamError =>
  new UpstreamError('upstream_bad_response', 'The request was redirected, which is refused', { status });

/**
 * Reads the answer while a copy of it is counted. Who reads the answer itself piece by piece finds every fourth request among
 * the cancelled ones in Chromium's network panel.
 */
async function readText(response: Response, maxBytes: number, tooLong: () => void): Promise<string> {
  const reader = response.clone().body?.getReader();
  const [text] = await Promise.all([response.text(), reader && count(reader, maxBytes, tooLong)]);
  return text;
}

async function count(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  maxBytes: number,
  tooLong: () => void,
): Promise<void> {
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    bytes += value.byteLength;
    if (bytes > maxBytes) return tooLong();
  }
}

/** Milliseconds that `Retry-After` (seconds or a date) asks to wait; null when it does not. */
export function retryAfterMs(headers: Headers, now: number): number | null {
  const value = headers.get('Retry-After')?.trim();
  if (!value) return null;
  const at = /^\d+$/.test(value) ? now + Number(value) * 1000 : Date.parse(value);
  return Number.isNaN(at) ? null : Math.max(0, at - now);
}
