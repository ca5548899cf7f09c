import { ExchangeProblem } from '../ExchangeProblem.ts';

/** Lets so many calls run at once; the others wait in line. */
export type Lane = <TResult>(work: () => Promise<TResult>, signal: AbortSignal) => Promise<TResult>;

/** Throws `upstream_unavailable` when the line is full, the signal's reason when it is aborted while waiting. */
export function createLane(width: number, longestLine: number): Lane {
  let running = 0;
  const line = new Set<() => void>();

  function next(): void {
    const [first] = line;
    if (first === undefined) {
      running -= 1;
      return;
    }
    line.delete(first);
    first();
  }

  function turn(signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const start = (): void => {
        signal.removeEventListener('abort', giveUp);
        resolve();
      };
      const giveUp = (): void => {
        line.delete(start);
        reject(signal.reason instanceof Error ? signal.reason : new DOMException('Aborted', 'AbortError'));
      };
      signal.addEventListener('abort', giveUp, { once: true });
      line.add(start);
    });
  }

  return async (work, signal) => {
    signal.throwIfAborted();
    if (running < width) running += 1;
    else if (line.size >= longestLine) throw new ExchangeProblem('upstream_unavailable', { retryAfter: 5 });
    else await turn(signal);
    try {
      return await work();
    } finally {
      next();
    }
  };
}
