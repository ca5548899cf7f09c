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
  /** Takes one for this key and says how many are left. Throws `rate_limited` when there is none. */
  take(key: string): number;
  /** The RateLimit headers (IETF draft) for so many left. */
  headers(left: number): Record<string, string>;
}

interface Bucket {
  left: number;
  at: number;
}

/** A bucket of permits per key, refilled steadily; in the memory of this instance. */
export function createRateLimit({ name, burst, perSecond, now, remember = 100_000 }: RateLimitOptions): RateLimit {
  const buckets = new Map<string, Bucket>();
  const policy = `"${name}";q=${burst};w=${Math.ceil(burst / perSecond)}`;

  function refill(key: string): Bucket {
    const time = now();
    const bucket = buckets.get(key);
    if (bucket === undefined) {
      const full = { left: burst, at: time };
      // A full map is emptied: everybody starts anew, which is kinder than refusing everybody.
      if (buckets.size >= remember) buckets.clear();
      buckets.set(key, full);
      return full;
    }
    const elapsed = Math.max(0, time - bucket.at) / 1000;
    bucket.left = Math.min(burst, bucket.left + elapsed * perSecond);
    bucket.at = time;
    return bucket;
  }

  return {
    take(key) {
      const bucket = refill(key);
      if (bucket.left < 1) {
        throw new ExchangeProblem('rate_limited', { retryAfter: Math.ceil((1 - bucket.left) / perSecond) });
      }
      bucket.left -= 1;
      return bucket.left;
    },
    headers(left) {
      const whole = Math.floor(left);
      return {
        'RateLimit-Policy': policy,
        RateLimit: `"${name}";r=${whole};t=${Math.ceil((burst - whole) / perSecond)}`,
      };
    },
  };
}
