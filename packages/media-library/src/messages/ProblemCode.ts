/** Why the library cannot show what was asked for: the exchange's codes, and what the browser itself finds out. */
export type ProblemCode = ExchangeProblem | LocalProblem;

/** The exchange answered, and says no. */
export type ExchangeProblem =
  | 'malformed_json'
  | 'token_missing'
  | 'token_invalid'
  | 'token_expired'
  | 'token_replayed'
  | 'plan_not_entitled'
  | 'role_required'
  | 'reauth_required'
  | 'email_not_verified'
  | 'origin_not_allowed'
  | 'kaltura_user_blocked'
  | 'not_connected'
  | 'not_found'
  | 'email_ambiguous'
  | 'email_not_supported'
  | 'connection_misconfigured'
  | 'too_large'
  | 'unsupported_media_type'
  | 'invalid_field'
  | 'rate_limited'
  | 'internal'
  | 'upstream_bad_response'
  | 'upstream_refused'
  | 'session_pool_killed'
  | 'upstream_unavailable'
  | 'breaker_open'
  | 'storage_unavailable'
  | 'draining'
  | 'upstream_timeout'
  | 'storage_full';

/** What the browser finds out without the exchange. */
export type LocalProblem =
  | 'offline'
  | 'network'
  | 'forbidden'
  | 'host_token_failed'
  | 'session_expired'
  | 'kaltura_unavailable'
  | 'kaltura_bad_answer'
  | 'kaltura_error'
  | 'unknown';
