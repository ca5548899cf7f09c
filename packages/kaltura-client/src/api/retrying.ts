import { ExchangeError, KalturaClientError, UpstreamError } from '../errors.ts';
import type { Clock } from './Clock.ts';

export interface RetryOptions {
  /** Attempts in all; 1 never retries. */
  attempts: number;
  /** Upper limit of the first pause; doubles with every further one. */
  baseDelayMs: number;
  /** No pause is longer. A server that asks for more (`Retry-After`) is not waited for: its error comes at once. */
  maxDelayMs: number;
}

export const defaultRetry: RetryOptions = { attempts: 3, baseDelayMs: 500, maxDelayMs: 10_000 };

interface RetryContext {
  retry: RetryOptions;
  clock: Clock;
  /** 0 ≤ x < 1. */
  random: () => number;
  signal?: AbortSignal | undefined;
  mayRetry: (error: KalturaClientError) => boolean;
}

/** Repeats what failed for a passing reason: after a random part of a doubling pause, never before `Retry-After`. */
export async function retrying<TResult>(attempt: () => Promise<TResult>, context: RetryContext): Promise<TResult> {
  const { retry, clock, random, signal, mayRetry } = context;
  for (let failures = 0; ; failures += 1) {
    signal?.throwIfAborted();
    try {
      return await attempt();
    } catch (error) {
      const repeatable = error instanceof KalturaClientError && error.retriable && mayRetry(error);
      if (!repeatable || failures + 1 >= retry.attempts) throw error;
      const atLeast = retryAfterOf(error);
      if (atLeast > retry.maxDelayMs) throw error;
      const jittered = random() * Math.min(retry.maxDelayMs, retry.baseDelayMs * 2 ** failures);
      await clock.sleep(Math.max(atLeast, jittered), signal);
    }
  }
}

const retryAfterOf = (error: KalturaClientError): number =>
  (error instanceof UpstreamError || error instanceof ExchangeError ? error.retryAfterMs : null) ?? 0;
