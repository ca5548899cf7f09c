import { md5 } from '@noble/hashes/legacy.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { isNested, type RawParams } from './rawParams.ts';
import type { Call } from './Service.ts';

/** Answers of anonymous calls and refusals of bad sessions, as Kaltura's response cache keeps them: by all parameters, whoever asks. */
export class ResponseCache {
  readonly #answers = new Map<string, { value: unknown; until: number }>();

  /** Whether an equal call is known; it will be answered the same. */
  knows(key: string, now: number): boolean {
    return (this.#answers.get(key)?.until ?? 0) > now;
  }

  /** What an equal call was answered within the last `seconds`, or what `make` answers now. */
  remember<TValue>(key: string, seconds: number, now: number, make: () => TValue): TValue {
    const known = this.#answers.get(key);
    if (known && known.until > now) return known.value as TValue;
    const value = make();
    if (this.#answers.size > 1000) this.#forget(now);
    if (seconds > 0) this.#answers.set(key, { value, until: now + seconds });
    // Refusals are not kept.
    if (value instanceof Promise) value.catch(() => this.#answers.delete(key));
    return value;
  }

  #forget(now: number): void {
    for (const [key, { until }] of this.#answers) if (until <= now) this.#answers.delete(key);
  }
}

/** The answer to an equal call of the last minutes (`responseCache` of the settings), or the action's own. */
export function cachedAnswer<TAnswer>(call: Call, action: (call: Call) => TAnswer): TAnswer {
  const { sandbox, params } = call;
  if (params.has('nocache')) return action(call);
  const key = `${call.service}.${call.action} ${call.session.partnerId} ${call.origin} ${cacheKey(params.raw)}`;
  const now = sandbox.clock.now();
  const hash = `cache_v3-${bytesToHex(md5(utf8ToBytes(key)))}`;
  call.request.cache = sandbox.responses.knows(key, now) ? `cached-dispatcher,${hash},0.0001` : `cache-key,${hash}`;
  return sandbox.responses.remember(key, sandbox.settings.responseCache, now, () => action(call));
}

/** All parameters but those that make no difference. */
export function cacheKey(params: RawParams): string {
  const parts = Object.entries(params)
    .filter(([name]) => !ignored.has(name.toLowerCase()))
    .map(([name, value]) => `${name}=${isNested(value) ? cacheKey(value) : JSON.stringify(value)}`);
  return `{${parts.sort((a, b) => (a < b ? -1 : 1)).join('&')}}`;
}

const ignored = new Set(['ks', 'clienttag', 'kalsig', 'callback', 'format', 'service', 'action']);
