import { systemClock } from '../api/Clock.ts';
import { defaultRetry, type RetryOptions, retrying } from '../api/retrying.ts';
import { ExchangeError, HostTokenError, UpstreamError } from '../errors.ts';
import { createExchangeCaller, type ExchangeAccess, type ExchangeAnswer } from '../exchange/createExchangeCaller.ts';
import { parseJson } from '../exchange/readProblem.ts';
import { UnexpectedShape } from '../services/read.ts';
import { createSessionSource } from './createSessionSource.ts';
import type { KalturaSession, SessionSource } from './KalturaSession.ts';
import { readSessionAnswer } from './readSessionAnswer.ts';

export interface ExchangeSessionOptions extends ExchangeAccess {
  /** 0 ≤ x < 1; spreads refreshes and retries. */
  random?: (() => number) | undefined;
  retry?: Partial<RetryOptions> | undefined;
}

/**
 * Sessions from the token exchange, kept in memory only. They are refreshed in the background before they expire (each
 * page at a slightly different moment); an expired host token is replaced once by a fresh one.
 *
 * @throws ExchangeError (from `get` and `renew`) when the exchange gives none, NetworkError or UpstreamError when it is out
 * of reach, HostTokenError when `getHostToken` fails; its `AbortError` is passed on.
 */
export function createExchangeSessionSource(options: ExchangeSessionOptions): SessionSource {
  const { clock = systemClock, random = Math.random } = options;
  const retry = { ...defaultRetry, ...options.retry };
  const call = createExchangeCaller(options);

  return createSessionSource({
    clock,
    load: async ({ stale: refused, signal }) => {
      const stale = refused && (await fingerprintOf(refused.ks));
      const ask = async (): Promise<KalturaSession> => {
        const body = stale === null ? undefined : { stale };
        return toSession(await call({ method: 'POST', path: '/v1/kaltura-session', body, signal }), random());
      };
      return retrying(ask, {
        retry,
        clock,
        random,
        signal,
        mayRetry: (error) =>
          !(error instanceof HostTokenError) && !(error instanceof ExchangeError && error.code === 'token_expired'),
      });
    },
  });
}

function toSession(answer: ExchangeAnswer, jitter: number): KalturaSession {
  try {
    return readSessionAnswer(parseJson(answer.text), { asked: answer.asked, jitter });
  } catch (error) {
    if (!(error instanceof UnexpectedShape)) throw error;
    const message = `The token exchange answered something unexpected: ${error.message}`;
    throw new UpstreamError('upstream_bad_response', message, answer, { cause: error });
  }
}

/**
 * Names a KS to the exchange without sending it: the first 16 hex digits of its SHA-256. Null on a page without a secure
 * context, where browsers have no SHA-256.
 */
async function fingerprintOf(ks: string): Promise<string | null> {
  if (!globalThis.isSecureContext && !crypto.subtle) return null;
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(ks));
  return [...new Uint8Array(digest, 0, 8)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
