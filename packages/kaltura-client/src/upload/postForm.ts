import { abortReason, systemClock, type Clock } from '../api/Clock.ts';
import { fetchText, globalFetch, retryAfterMs, type FetchRequest } from '../api/fetchText.ts';
import { NetworkError } from '../errors.ts';

const MAX_ANSWER_BYTES = 256 * 1024;

export interface FormPost {
  url: string;
  form: FormData;
  /** Milliseconds without a byte sent or an answer, after which the connection is taken for dead. */
  stallMs: number;
  signal: AbortSignal;
}

export interface FormAnswer {
  status: number;
  text: string;
  retryAfterMs: number | null;
  /** Seconds from the first byte sent to the answer. */
  seconds: number;
  /** Seconds from the last byte sent to the answer; 0 where nobody can tell. */
  pause: number;
}

/**
 * Posts a form with a file part.
 *
 * @throws NetworkError when there is no answer, the signal's reason when it is aborted
 */
export type PostForm = (post: FormPost) => Promise<FormAnswer>;

/** With `XMLHttpRequest`: only it tells how far a body has been sent, which is what a chunk's pace is learned from. */
export const postFormByXhr: PostForm = ({ url, form, stallMs, signal }) =>
  new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const xhr = new XMLHttpRequest();
    const began = performance.now();
    let sent = began;
    let watchdog = setTimeout(giveUp, stallMs);
    const settle = (finish: () => void): void => {
      clearTimeout(watchdog);
      signal.removeEventListener('abort', abort);
      finish();
    };
    const abort = (): void => {
      settle(() => reject(abortReason(signal)));
      xhr.abort();
    };
    function giveUp(): void {
      settle(() => reject(new NetworkError('network_timeout', `Nothing moved for ${stallMs} ms`)));
      xhr.abort();
    }
    xhr.upload.addEventListener('progress', () => {
      sent = performance.now();
      clearTimeout(watchdog);
      watchdog = setTimeout(giveUp, stallMs);
    });
    xhr.addEventListener('load', () => {
      const now = performance.now();
      settle(() =>
        resolve({
          status: xhr.status,
          text: xhr.responseText,
          retryAfterMs: retryAfterMs(new Headers(retryAfterHeader(xhr)), Date.now()),
          seconds: (now - began) / 1000,
          pause: (now - sent) / 1000,
        }),
      );
    });
    xhr.addEventListener('error', () =>
      settle(() => reject(new NetworkError('network_unreachable', 'The request got no answer'))),
    );
    signal.addEventListener('abort', abort, { once: true });
    xhr.open('POST', url);
    xhr.send(form);
  });

/** With `fetch`: for Node and for tests that hand in a sandbox's. */
export function postFormByFetch({
  fetch = globalFetch,
  clock = systemClock,
}: {
  fetch?: FetchRequest;
  clock?: Clock;
} = {}): PostForm {
  return async ({ url, form, stallMs, signal }) => {
    const began = performance.now();
    const transport = { fetch, clock, timeoutMs: stallMs, maxAnswerBytes: MAX_ANSWER_BYTES };
    const { status, headers, text } = await fetchText(url, { method: 'POST', body: form }, transport, signal);
    const seconds = (performance.now() - began) / 1000;
    return { status, text, retryAfterMs: retryAfterMs(headers, clock.now()), seconds, pause: 0 };
  };
}

/** Readable across origins only where the server exposes it. */
function retryAfterHeader(xhr: XMLHttpRequest): Record<string, string> {
  const value = xhr.status === 429 || xhr.status === 503 ? xhr.getResponseHeader('Retry-After') : null;
  return value === null ? {} : { 'Retry-After': value };
}
