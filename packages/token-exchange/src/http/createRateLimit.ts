import { ExchangeProblem } from '../ExchangeProblem.ts';

export interface RateLimitOptions {
  /** Name in the RateLimit headers. */
  name: string;
  /** So many at once. */
  burst: number;
  /** So many per second in the long run. */
  perSecond: number;
  now: () => number;
  /** How many keys are remembered. */
  remember?: number;
}

export interface RateLimit {
  /** Takes one for this key. Throws `rate_limited` when there is none. */
  take(key: string): void;
  /** The RateLimit headers (IETF draft) as they stand for this key. */
  headers(key: string): Record<string, string>;
}

interface Bucket {
  left: number;
  at: number;
}

/** A bucket of permits per key, refilled steadily; in the memory of this instance. */
export function createRateLimit({ name, burst, perSecond, now, remember = 100_000 }: RateLimitOptions): RateLimit {
  const buckets = new Map<string, Bucket>();
  const policy = `"${name}";q=${burst};w=${Math.ceil(burst / perSecond)}`;

  function refilled(key: string): Bucket {
    const bucket = buckets.get(key);
    if (bucket === undefined) return { left: burst, at: now() };
    const elapsed = Math.max(0, now() - bucket.at) / 1000;
    return { left: Math.min(burst, bucket.left + elapsed * perSecond), at: now() };
  }

  return {
    take(key) {
      const bucket = refilled(key);
      if (bucket.left < 1) {
        throw new ExchangeProblem('rate_limited', { retryAfter: Math.ceil((1 - bucket.left) / perSecond) });
      }
      bucket.left -= 1;
      // A full map is emptied: everybody starts anew, which is kinder than refusing everybody.
      if (buckets.size >= remember && !buckets.has(key)) buckets.clear();
      buckets.set(key, bucket);
    },
    headers(key) {
      const left = Math.floor(refilled(key).left);
      return {
        'RateLimit-Policy': policy,
        RateLimit: `"${name}";r=${left};t=${Math.ceil((burst - left) / perSecond)}`,
      };
    },
  };
}
