import { systemClock } from '../api/Clock.ts';
import { defaultRetry, type RetryOptions, retrying } from '../api/retrying.ts';
import { ExchangeError, HostTokenError, UpstreamError } from '../errors.ts';
import { createExchangeCaller, type ExchangeAccess } from '../exchange/createExchangeCaller.ts';
import { parseJson } from '../exchange/readProblem.ts';
import { UnexpectedShape } from '../services/read.ts';
import { createSessionSource } from './createSessionSource.ts';
import type { KalturaSession, SessionSource } from './KalturaSession.ts';

export interface ExchangeSessionOptions extends ExchangeAccess {
  /** 0 ≤ x < 1; spreads refreshes and retries. */
  random?: (() => number) | undefined;
  retry?: Partial<RetryOptions> | undefined;
}

/** Which sessions: where they are asked for, with what, and how the answer is read. */
export interface ExchangeSessionKind {
  path: string;
  body?: object;
  /** What the host token has to name. */
  entryId?: string;
  /** Throws UnexpectedShape. */
  read: (json: unknown, clock: { asked: number; jitter: number }) => KalturaSession;
}

/** A source of one kind of sessions of the token exchange. A session that Kaltura refused is named when asking anew. */
export function exchangeSessions(options: ExchangeSessionOptions, kind: ExchangeSessionKind): SessionSource {
  const { clock = systemClock, random = Math.random } = options;
  const retry = { ...defaultRetry, ...options.retry };
  const call = createExchangeCaller(options);
  const { path, entryId } = kind;

  async function ask(stale: string | null, signal: AbortSignal | undefined): Promise<KalturaSession> {
    const body = stale === null ? kind.body : { ...kind.body, stale };
    const answer = await call({ method: 'POST', path, body, entryId, signal });
    try {
      return kind.read(parseJson(answer.text), { asked: answer.asked, jitter: random() });
    } catch (error) {
      if (!(error instanceof UnexpectedShape)) throw error;
      const message = `The token exchange answered something unexpected: ${error.message}`;
      throw new UpstreamError('upstream_bad_response', message, answer, { cause: error });
    }
  }

  const source = createSessionSource({
    clock,
    load: async ({ stale: refused, signal }) => {
      const stale = refused && (await fingerprintOf(refused.ks));
      return retrying(() => ask(stale, signal), {
        retry,
        clock,
        random,
        signal,
        mayRetry: (error) =>
          !(error instanceof HostTokenError) && !(error instanceof ExchangeError && error.code === 'token_expired'),
      });
    },
  });
  return { ...source, confirm: ({ signal } = {}) => ask(null, signal) };
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
