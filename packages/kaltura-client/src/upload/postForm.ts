import { systemClock, type Clock } from '../api/Clock.ts';
import { fetchText, globalFetch, retryAfterMs, type FetchRequest } from '../api/fetchText.ts';

const MAX_ANSWER_BYTES = 256 * 1024;

export interface FormPost {
  url: string;
  form: FormData;
  /** Of the file part. */
  bytes: number;
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
  /** Seconds from the last time that bytes were left to send, to the answer; 0 where nobody can tell. */
  pause: number;
}

/**
 * Posts a form with a file part.
 *
 * @throws NetworkError when there is no answer, UpstreamError when it is a redirect, the signal's reason when it is aborted
 */
export type PostForm = (post: FormPost) => Promise<FormAnswer>;

/** With `fetch`: for Node and for tests that hand in a sandbox's. It can't tell a slow connection from a dead one. */
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
