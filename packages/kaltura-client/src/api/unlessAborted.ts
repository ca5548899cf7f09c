import { abortReason } from './Clock.ts';

/** The result of `work`, or a rejection with the signal's reason as soon as it is aborted; `work` itself goes on. */
export function unlessAborted<TResult>(work: Promise<TResult>, signal: AbortSignal | undefined): Promise<TResult> {
  if (!signal) return work;
  return new Promise((resolve, reject) => {
    const abort = (): void => reject(abortReason(signal));
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}
