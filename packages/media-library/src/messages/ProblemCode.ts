import type { ExchangeErrorCode } from '@spaces-kaltura/client/exchange';

/** Why the library cannot show what was asked for: the exchange's codes, and what the browser itself finds out. */
export type ProblemCode = ExchangeErrorCode | LocalProblemCode;

/** What the browser finds out without the exchange. */
export type LocalProblemCode =
  | 'offline'
  | 'network'
  | 'forbidden'
  | 'host_token_failed'
  | 'session_expired'
  | 'kaltura_unavailable'
  | 'kaltura_bad_answer'
  | 'kaltura_error'
  | 'unknown';
