import type { ExchangeErrorCode } from './exchangeErrors.ts';

export interface ExchangeErrorText {
  /** What happened, in plain English. */
  readonly title: string;
  /** What to do next. */
  readonly detail: string;
}

/**
 * The plain English sentences the token exchange puts into `title` and `detail`. For developers and for hosts without a
 * message catalogue; nothing in the browser package imports them.
 */
export const exchangeErrorTexts: Readonly<Record<ExchangeErrorCode, ExchangeErrorText>> = {
  malformed_json: {
    title: 'The request body is not valid JSON',
    detail: 'Send a JSON object or no body at all.',
  },
  token_missing: {
    title: 'No host token was sent',
    detail: 'Send the token of the signed-in person in the header "Authorization: Bearer …".',
  },
  token_invalid: {
    title: 'The host token is not valid',
    detail: 'Sign in again. If it happens again, the host app and the token exchange do not agree on keys or claims.',
  },
  token_expired: {
    title: 'The host token has expired',
    detail: 'Get a new host token and try again.',
  },
  token_replayed: {
    title: 'The host token was used before',
    detail: 'Get a new host token and try again.',
  },
  plan_not_entitled: {
    title: "Kaltura is not part of this hub's plan",
    detail: "Ask your hub admin to change the hub's plan.",
  },
  role_required: {
    title: 'Only a hub admin can do this',
    detail: 'Ask your hub admin.',
  },
  reauth_required: {
    title: 'Please confirm that it is you',
    detail: 'Sign in again, then repeat what you did.',
  },
  email_not_verified: {
    title: 'Your email address is not confirmed yet',
    detail: 'Confirm your email address, then open the library again.',
  },
  origin_not_allowed: {
    title: 'This web page may not use the token exchange',
    detail: 'The operator can add its origin to the allowed origins.',
  },
  kaltura_user_blocked: {
    title: 'Your Kaltura user is blocked',
    detail: 'Ask your hub admin to have the user unblocked in Kaltura.',
  },
  connection_paused: {
    title: "The hub's connection to Kaltura is paused",
    detail: "A hub admin can resume it in the hub's settings.",
  },
  person_revoked: {
    title: 'The host app has withdrawn your access to Kaltura in this hub',
    detail: 'Ask your hub admin.',
  },
  entry_not_named: {
    title: 'This entry is not among those the host app lets you play',
    detail: 'The host app names the entries of a space in the claim "entries" of the host token.',
  },
  not_connected: {
    title: 'This hub is not connected to Kaltura',
    detail: "A hub admin can connect it in the hub's settings.",
  },
  not_found: {
    title: 'There is nothing at this address',
    detail: 'Check the path of the request.',
  },
  method_not_allowed: {
    title: 'This method is not allowed here',
    detail: 'Use one of the methods of the Allow header.',
  },
  email_ambiguous: {
    title: 'Kaltura knows another user whose id looks like yours',
    detail:
      'Ask your hub admin: the Kaltura account has a user whose id differs from your email only in an accent or alike.',
  },
  kaltura_user_taken: {
    title: 'Somebody else of this hub has this Kaltura user',
    detail: 'A Kaltura user belongs to one person. If the other one is gone for good, the host app can release it.',
  },
  connection_misconfigured: {
    title: "The hub's App Token does not fit",
    detail: "A hub admin has to check the App Token in the hub's settings.",
  },
  no_player_token: {
    title: 'This hub has no App Token for playing media of others',
    detail: "A hub admin can add one in the hub's settings. What is not restricted plays without it.",
  },
  guided_expired: {
    title: 'The sign-in to Kaltura has expired',
    detail: 'Sign in to Kaltura again; it is remembered for ten minutes at most.',
  },
  app_token_not_created: {
    title: 'Kaltura did not create the App Token',
    detail: 'Sign in as an account admin who may manage App Tokens, or connect by hand.',
  },
  changed_meanwhile: {
    title: 'Somebody changed this meanwhile',
    detail: 'Reload, look at the change, then repeat yours.',
  },
  if_match_required: {
    title: 'The request does not say which version it changes',
    detail: 'Send If-Match with the ETag you have read, or If-None-Match: * to create.',
  },
  too_large: {
    title: 'The request is too large',
    detail: 'A body may have 16 KiB.',
  },
  unsupported_media_type: {
    title: 'The request body is not plain JSON',
    detail: 'Send application/json without Content-Encoding.',
  },
  invalid_field: {
    title: 'A field is not right',
    detail: 'Correct the fields named in errors.',
  },
  email_not_supported: {
    title: 'Kaltura cannot use this email address, or the claim that the hub takes instead, as a user id',
    detail:
      'Use plain letters, digits and common signs, at most 100 characters; the claim has to be in the host token.',
  },
  secret_required: {
    title: 'The secret of the App Token has to be entered again',
    detail: 'When the service URL, partner, token id or hash type changes, enter the secret again.',
  },
  service_url_not_allowed: {
    title: 'This Kaltura service URL is not allowed',
    detail: 'Choose a listed service URL, or ask the operator to allow this one.',
  },
  kaltura_sign_in_refused: {
    title: 'Kaltura did not accept this sign-in',
    detail: 'Check e-mail address, password and service address. Kaltura does not say which of them is wrong.',
  },
  kaltura_otp_required: {
    title: 'Kaltura asks for a one-time password',
    detail: 'Enter the code of your authenticator app with your password.',
  },
  kaltura_otp_refused: {
    title: 'Kaltura did not accept the one-time password',
    detail: 'Enter the code that your authenticator app shows now, together with your password.',
  },
  kaltura_password_expired: {
    title: 'This password has expired in Kaltura',
    detail: "Choose a new one in Kaltura's console, then sign in here with it.",
  },
  kaltura_sso_required: {
    title: 'This Kaltura account lets people sign in through single sign-on only',
    detail: "Open Kaltura's console, make an ADMIN KS there and paste it, or connect by hand.",
  },
  kaltura_admin_required: {
    title: 'This sign-in is not that of an account admin',
    detail: 'Sign in as an admin of the Kaltura account.',
  },
  kaltura_account_refused: {
    title: 'This sign-in does not open the chosen Kaltura account',
    detail: 'Sign in again and name the account by its number (partner id), or choose another account.',
  },
  kaltura_account_new: {
    title: 'This Kaltura account is too new for App Tokens',
    detail: 'Sign in with an ADMIN KS that was made without a user id: with it, the account can be prepared.',
  },
  rate_limited: {
    title: 'Too many requests',
    detail: 'Wait as long as Retry-After says, then try again.',
  },
  internal: {
    title: 'Something went wrong in the token exchange',
    detail: 'Try again later. The request id helps the operator to find out what happened.',
  },
  secret_unreadable: {
    title: "The hub's stored connection cannot be read",
    detail: "A hub admin has to enter the App Token again in the hub's settings.",
  },
  upstream_bad_response: {
    title: 'Kaltura answered something unexpected',
    detail: 'Try again later.',
  },
  upstream_refused: {
    title: "Kaltura refused the hub's App Token",
    detail: 'A hub admin has to check the token id, the secret, the hash type and whether the App Token has expired.',
  },
  session_pool_killed: {
    title: "The sessions of the hub's App Token were ended in Kaltura",
    detail: 'A hub admin has to create a new App Token; the old one stays unusable for a day.',
  },
  upstream_unavailable: {
    title: 'Kaltura cannot be reached',
    detail: 'Try again in a moment.',
  },
  breaker_open: {
    title: 'Kaltura cannot be reached',
    detail: 'It failed several times in a row. Try again in a moment.',
  },
  keys_unavailable: {
    title: "The host app's keys cannot be loaded",
    detail: 'Try again in a moment.',
  },
  storage_unavailable: {
    title: 'The token exchange cannot reach its database',
    detail: 'Try again in a moment.',
  },
  draining: {
    title: 'The token exchange is restarting',
    detail: 'Try again in a moment.',
  },
  upstream_timeout: {
    title: 'Kaltura took too long to answer',
    detail: 'Try again.',
  },
  storage_full: {
    title: 'The token exchange has no space left to store changes',
    detail: 'The operator has to make room.',
  },
};
