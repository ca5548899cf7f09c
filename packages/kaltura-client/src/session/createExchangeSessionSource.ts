import type { ExchangeSessionOptions } from './exchangeSessions.ts';
import { exchangeSessions } from './exchangeSessions.ts';
import type { SessionSource } from './KalturaSession.ts';
import { readSessionAnswer } from './readSessionAnswer.ts';

/**
 * Sessions from the token exchange, kept in memory only. They are refreshed in the background before they expire (each
 * page at a slightly different moment); an expired host token is replaced once by a fresh one.
 *
 * @throws ExchangeError (from `get` and `renew`) when the exchange gives none, NetworkError or UpstreamError when it is out
 * of reach, HostTokenError when `getHostToken` fails; its `AbortError` is passed on.
 */
export const createExchangeSessionSource = (options: ExchangeSessionOptions): SessionSource =>
  exchangeSessions(options, { path: '/v1/kaltura-session', read: readSessionAnswer });
