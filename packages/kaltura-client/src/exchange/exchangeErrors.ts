/** Whether the same call may succeed later, and what has to happen before: nothing, time, or an action of the person. */
export type Retriable = 'no' | 'now' | 'after' | 'after_user_action';

/** Who can remove the cause of an error. */
export type FixBy = 'user' | 'hub_admin' | 'operator' | 'kaltura';

/** What the person should do next; a key of the message catalogue. */
export type NextStep =
  | 'try_again'
  | 'wait'
  | 'sign_in_again'
  | 'confirm_email'
  | 'use_another_email'
  | 'correct_input'
  | 'reload'
  | 'change_plan'
  | 'ask_hub_admin'
  | 'connect_kaltura'
  | 'check_app_token'
  | 'create_app_token'
  | 'enter_secret_again'
  | 'sign_in_to_kaltura'
  | 'ask_operator';

export interface ExchangeErrorInfo {
  /** HTTP status of the answer. */
  readonly status: number;
  readonly retriable: Retriable;
  readonly fixBy: FixBy;
  readonly nextStep: NextStep;
}

/** The `code` of a problem+json answer: the contract between the exchange and whoever calls it. */
export type ExchangeErrorCode =
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
  | 'connection_paused'
  | 'person_revoked'
  | 'entry_not_named'
  | 'not_connected'
  | 'not_found'
  | 'method_not_allowed'
  | 'email_ambiguous'
  | 'kaltura_user_taken'
  | 'connection_misconfigured'
  | 'no_player_token'
  | 'guided_expired'
  | 'app_token_not_created'
  | 'changed_meanwhile'
  | 'if_match_required'
  | 'too_large'
  | 'unsupported_media_type'
  | 'invalid_field'
  | 'email_not_supported'
  | 'secret_required'
  | 'service_url_not_allowed'
  | 'kaltura_sign_in_refused'
  | 'kaltura_otp_required'
  | 'kaltura_otp_refused'
  | 'kaltura_password_expired'
  | 'kaltura_sso_required'
  | 'kaltura_admin_required'
  | 'kaltura_account_refused'
  | 'kaltura_account_new'
  | 'rate_limited'
  | 'internal'
  | 'secret_unreadable'
  | 'upstream_bad_response'
  | 'upstream_refused'
  | 'session_pool_killed'
  | 'upstream_unavailable'
  | 'breaker_open'
  | 'keys_unavailable'
  | 'storage_unavailable'
  | 'draining'
  | 'upstream_timeout'
  | 'storage_full';

const error = (status: number, retriable: Retriable, fixBy: FixBy, nextStep: NextStep): ExchangeErrorInfo => ({
  status,
  retriable,
  fixBy,
  nextStep,
});

/**
 * Every error the token exchange can answer with, by its stable code. Service and user interface share this one table;
 * sentences for people are in `exchangeErrorTexts` (the service) and in the message catalogue (the interface).
 */
export const exchangeErrors: Readonly<Record<ExchangeErrorCode, ExchangeErrorInfo>> = {
  malformed_json: error(400, 'no', 'operator', 'ask_operator'),

  token_missing: error(401, 'no', 'operator', 'sign_in_again'),
  token_invalid: error(401, 'no', 'operator', 'sign_in_again'),
  token_expired: error(401, 'now', 'user', 'try_again'),
  token_replayed: error(401, 'now', 'user', 'try_again'),

  plan_not_entitled: error(403, 'no', 'hub_admin', 'change_plan'),
  role_required: error(403, 'no', 'hub_admin', 'ask_hub_admin'),
  reauth_required: error(403, 'after_user_action', 'user', 'sign_in_again'),
  email_not_verified: error(403, 'after_user_action', 'user', 'confirm_email'),
  origin_not_allowed: error(403, 'no', 'operator', 'ask_operator'),
  kaltura_user_blocked: error(403, 'no', 'hub_admin', 'ask_hub_admin'),
  connection_paused: error(403, 'no', 'hub_admin', 'ask_hub_admin'),
  person_revoked: error(403, 'no', 'hub_admin', 'ask_hub_admin'),
  entry_not_named: error(403, 'no', 'operator', 'ask_operator'),

  not_connected: error(404, 'no', 'hub_admin', 'connect_kaltura'),
  not_found: error(404, 'no', 'operator', 'ask_operator'),
  method_not_allowed: error(405, 'no', 'operator', 'ask_operator'),

  email_ambiguous: error(409, 'no', 'hub_admin', 'ask_hub_admin'),
  kaltura_user_taken: error(409, 'no', 'hub_admin', 'ask_hub_admin'),
  connection_misconfigured: error(409, 'no', 'hub_admin', 'check_app_token'),
  no_player_token: error(409, 'no', 'hub_admin', 'create_app_token'),
  guided_expired: error(409, 'after_user_action', 'hub_admin', 'sign_in_to_kaltura'),
  app_token_not_created: error(409, 'after_user_action', 'hub_admin', 'create_app_token'),
  changed_meanwhile: error(412, 'after_user_action', 'user', 'reload'),
  if_match_required: error(428, 'no', 'operator', 'ask_operator'),

  too_large: error(413, 'no', 'operator', 'ask_operator'),
  unsupported_media_type: error(415, 'no', 'operator', 'ask_operator'),
  invalid_field: error(422, 'after_user_action', 'user', 'correct_input'),
  email_not_supported: error(422, 'after_user_action', 'user', 'use_another_email'),
  secret_required: error(422, 'after_user_action', 'hub_admin', 'enter_secret_again'),
  service_url_not_allowed: error(422, 'after_user_action', 'hub_admin', 'correct_input'),
  kaltura_sign_in_refused: error(422, 'after_user_action', 'hub_admin', 'sign_in_to_kaltura'),
  kaltura_otp_required: error(422, 'after_user_action', 'hub_admin', 'sign_in_to_kaltura'),
  kaltura_otp_refused: error(422, 'after_user_action', 'hub_admin', 'sign_in_to_kaltura'),
  kaltura_password_expired: error(422, 'after_user_action', 'hub_admin', 'sign_in_to_kaltura'),
  kaltura_sso_required: error(422, 'after_user_action', 'hub_admin', 'sign_in_to_kaltura'),
  kaltura_admin_required: error(422, 'after_user_action', 'hub_admin', 'sign_in_to_kaltura'),
  kaltura_account_refused: error(422, 'after_user_action', 'hub_admin', 'sign_in_to_kaltura'),
  kaltura_account_new: error(409, 'after_user_action', 'hub_admin', 'sign_in_to_kaltura'),

  rate_limited: error(429, 'after', 'user', 'wait'),

  internal: error(500, 'after', 'operator', 'try_again'),
  secret_unreadable: error(500, 'no', 'hub_admin', 'enter_secret_again'),
  upstream_bad_response: error(502, 'after', 'kaltura', 'try_again'),
  upstream_refused: error(502, 'no', 'hub_admin', 'check_app_token'),
  session_pool_killed: error(502, 'no', 'hub_admin', 'create_app_token'),

  upstream_unavailable: error(503, 'after', 'kaltura', 'wait'),
  breaker_open: error(503, 'after', 'kaltura', 'wait'),
  keys_unavailable: error(503, 'after', 'operator', 'wait'),
  storage_unavailable: error(503, 'after', 'operator', 'wait'),
  draining: error(503, 'after', 'operator', 'try_again'),
  upstream_timeout: error(504, 'after', 'kaltura', 'try_again'),
  storage_full: error(507, 'no', 'operator', 'ask_operator'),
};

/** Is this string a code of the catalogue? A newer exchange may answer with a code this version does not know. */
export const isExchangeErrorCode = (code: string): code is ExchangeErrorCode => Object.hasOwn(exchangeErrors, code);
