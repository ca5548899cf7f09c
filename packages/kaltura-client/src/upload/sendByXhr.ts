import { abortReason } from '../api/Clock.ts';
import { redirected, retryAfterMs } from '../api/fetchText.ts';
import { NetworkError } from '../errors.ts';
import type { FormAnswer, FormPost } from './postForm.ts';

/**
 * One `XMLHttpRequest`. `onMoving` is called at every step of the body's way, the first time after the browser's preflight.
 *
 * @throws NetworkError when there is no answer, UpstreamError when it came from elsewhere, the signal's reason when it is
 * aborted
 */
export function sendByXhr({ url, form, stallMs, signal }: FormPost, onMoving: () => void): Promise<FormAnswer> {
  return new Promise((resolve, reject) => {
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
    xhr.upload.addEventListener('progress', ({ loaded, total }) => {
      // Browsers tell it every 50 to 100 ms: the last byte has left at some time after this.
      if (loaded < total) sent = performance.now();
      clearTimeout(watchdog);
      watchdog = setTimeout(giveUp, stallMs);
      onMoving();
    });
    xhr.addEventListener('load', () =>
      settle(() => {
        if (xhr.responseURL !== new URL(url).href) return reject(redirected(xhr.status));
        const now = performance.now();
        resolve({
          status: xhr.status,
          text: xhr.responseText,
          retryAfterMs: retryAfterMs(new Headers(retryAfterHeader(xhr)), Date.now()),
          seconds: (now - began) / 1000,
          pause: (now - sent) / 1000,
        });
      }),
    );
    xhr.addEventListener('error', () =>
      settle(() => reject(new NetworkError('network_unreachable', 'The request got no answer'))),
    );
    signal.addEventListener('abort', abort, { once: true });
    xhr.open('POST', url);
    xhr.send(form);
  });
}

/** Readable across origins only where the server exposes it. */
function retryAfterHeader(xhr: XMLHttpRequest): Record<string, string> {
  const value = xhr.status === 429 || xhr.status === 503 ? xhr.getResponseHeader('Retry-After') : null;
  return value === null ? {} : { 'Retry-After': value };
}
