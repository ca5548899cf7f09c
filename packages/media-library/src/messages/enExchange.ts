import type { ExchangeErrorCode } from '@spaces-kaltura/client/exchange';
import type { ProblemMessage } from './Messages.ts';

const askAdmin = 'Trying again does not help: please ask your hub admin';
const tryLater = 'Please try again in a moment';

const misfit: ProblemMessage = {
  title: 'This page and the Kaltura connection do not fit together',
  text: 'Reload the page to get its latest version. If it stays, tell your hub admin.',
};

/** English, for every code of the exchange: what happened, what to do next, whether to try again. */
export const enExchange: Readonly<Record<ExchangeErrorCode, ProblemMessage>> = {
  // The person can do something
  email_not_verified: {
    title: 'Your e-mail address is not confirmed yet',
    text: 'Kaltura knows you by your e-mail address. Confirm it in your account, then try again.',
  },
  email_not_supported: {
    title: 'Your e-mail address or id cannot be a Kaltura user id',
    text: 'It is missing, too long, or holds characters that Kaltura user ids cannot have. Use another address in your account, or ask your hub admin.',
  },
  email_ambiguous: {
    title: 'Your address is too close to another Kaltura user’s',
    text: `Kaltura cannot tell the two apart, so you are not signed in as somebody else. ${askAdmin} to change one of the two.`,
  },
  kaltura_user_taken: {
    title: 'Your Kaltura user belongs to another account of this hub',
    text: `It may be a former account of yours, so nobody gets it by themselves. ${askAdmin} to have that user freed.`,
  },
  reauth_required: {
    title: 'Please sign in again',
    text: 'Your sign-in is too long ago for this. Sign in again, then come back.',
  },
  token_missing: {
    title: 'You are not signed in',
    text: 'Sign in, then open the library again.',
  },
  token_invalid: {
    title: 'Your sign-in was not accepted',
    text: 'Reload the page and sign in again. If it stays, tell your hub admin.',
  },
  token_expired: {
    title: 'Your sign-in has expired',
    text: 'Try again; if that does not help, reload the page.',
  },
  token_replayed: {
    title: 'This request was already used',
    text: 'Try again: a fresh one is made for you.',
  },
  rate_limited: {
    title: 'That was a little too fast',
    text: 'Please wait a minute, then try again.',
  },

  // The hub admin can do something
  plan_not_entitled: {
    title: 'Kaltura is not part of this hub’s plan',
    text: 'Media from Kaltura comes with the Enterprise and University plans. Your hub admin can change the plan.',
  },
  not_connected: {
    title: 'This hub is not connected to Kaltura yet',
    text: 'A hub admin connects it in the hub’s settings; then your Kaltura media appears here.',
  },
  role_required: {
    title: 'Your role does not include this',
    text: `${askAdmin} for another role.`,
  },
  connection_misconfigured: {
    title: 'The connection to Kaltura is set up wrongly',
    text: `${askAdmin} to run “Save & test” in the hub’s settings.`,
  },
  upstream_refused: {
    title: 'Kaltura refuses this hub’s App Token',
    text: `It was deleted, has expired or does not match. ${askAdmin} to renew it in the hub’s settings.`,
  },
  secret_unreadable: {
    title: 'The stored App Token cannot be read any more',
    text: `${askAdmin} to enter it again in the hub’s settings.`,
  },
  session_pool_killed: {
    title: 'This hub’s Kaltura sessions were ended',
    text: `Something ended all of them at once. ${askAdmin} to replace the App Token in the hub’s settings.`,
  },
  kaltura_user_blocked: {
    title: 'Your Kaltura user is blocked',
    text: `${askAdmin} or your Kaltura administrator to unblock it.`,
  },
  connection_paused: {
    title: 'The connection to Kaltura is paused',
    text: 'Your hub admin has paused it for now. Nothing is lost; please ask them when it goes on.',
  },
  person_revoked: {
    title: 'Your access to Kaltura was withdrawn',
    text: `It happened for this hub only. ${askAdmin}.`,
  },
  entry_not_named: {
    title: 'This is not yours to play here',
    text: 'The page did not name it among what this space shows. Reload the page; if it stays, tell your hub admin.',
  },
  no_player_token: {
    title: 'This can only be played by its owner',
    text: `The hub has no App Token for playing media of others. ${askAdmin} to add one in the hub’s settings.`,
  },
  origin_not_allowed: {
    title: 'This page may not use the Kaltura connection',
    text: `Its address is not on the list of allowed pages. ${askAdmin} or the operator to add it.`,
  },
  not_found: {
    title: 'That does not exist',
    text: 'It may have been removed. Reload the page; if it stays, tell your hub admin.',
  },

  // Passing troubles of the service
  upstream_unavailable: {
    title: 'Kaltura does not answer',
    text: `It is overloaded or under maintenance. ${tryLater}.`,
  },
  upstream_timeout: { title: 'Kaltura takes too long to answer', text: `${tryLater}.` },
  upstream_bad_response: {
    title: 'Kaltura sent something unreadable',
    text: `Usually this passes by itself. ${tryLater}; if it stays, tell your hub admin.`,
  },
  breaker_open: {
    title: 'Kaltura is having trouble',
    text: `It failed several times in a row, so we give it a break. ${tryLater}.`,
  },
  storage_unavailable: { title: 'The Kaltura connection is not available right now', text: `${tryLater}.` },
  storage_full: {
    title: 'The Kaltura connection is not available right now',
    text: 'Its storage is full and the operator has to make room. Please try again later.',
  },
  draining: { title: 'The Kaltura connection is restarting', text: `${tryLater}.` },
  keys_unavailable: {
    title: 'Your sign-in cannot be checked right now',
    text: `The keys for it could not be loaded. ${tryLater}; if it stays, tell your hub admin.`,
  },
  internal: {
    title: 'The Kaltura connection failed',
    text: `It is not your fault. ${tryLater}; if it stays, tell your hub admin the reference below.`,
  },

  // Only the settings of a hub can meet these
  secret_required: {
    title: 'The secret has to be entered again',
    text: 'It belongs to the address and account it was entered with. Enter it again, then save.',
  },
  service_url_not_allowed: {
    title: 'This Kaltura address is not allowed',
    text: 'Choose one of the listed addresses, or ask the operator to allow yours.',
  },
  kaltura_sign_in_refused: {
    title: 'Kaltura did not accept this sign-in',
    text: 'Check e-mail address, password and service address, then try again. Kaltura does not say which of them is wrong.',
  },
  kaltura_otp_required: {
    title: 'Kaltura asks for a one-time password',
    text: 'Enter the code of your authenticator app together with your password.',
  },
  kaltura_otp_refused: {
    title: 'Kaltura did not accept the one-time password',
    text: 'Codes change every half minute. Enter the one that your authenticator app shows now, with your password.',
  },
  kaltura_password_expired: {
    title: 'This password has expired in Kaltura',
    text: 'Choose a new one in Kaltura’s console, then sign in here with it.',
  },
  kaltura_sso_required: {
    title: 'This Kaltura account takes single sign-on only',
    text: 'A password does not open it. Paste an ADMIN KS from Kaltura’s console instead, or connect by hand.',
  },
  kaltura_admin_required: {
    title: 'This sign-in is not that of an account admin',
    text: 'Sign in as somebody who administers the Kaltura account, then go on.',
  },
  kaltura_account_refused: {
    title: 'Your sign-in does not open this Kaltura account',
    text: 'Sign in again and enter the account’s partner id with it, or choose another account.',
  },
  kaltura_account_new: {
    title: 'This Kaltura account is too new for App Tokens',
    text: 'Kaltura makes none before a session without a user has done something there. Sign in again with an ADMIN KS that was made without a user id: the account is then prepared by itself.',
  },
  guided_expired: {
    title: 'The sign-in to Kaltura has expired',
    text: 'It is remembered for ten minutes at most. Sign in to Kaltura again; what you have chosen is kept.',
  },
  app_token_not_created: {
    title: 'Kaltura did not create the App Token',
    text: 'Sign in as an account admin who may manage App Tokens, or connect by hand.',
  },
  invalid_field: { title: 'Something in the form is not right', text: 'Correct the marked fields, then save again.' },
  changed_meanwhile: {
    title: 'Somebody else changed this meanwhile',
    text: 'Reload to see the latest state, then make your change again.',
  },

  // A page and a service that do not fit together
  malformed_json: misfit,
  method_not_allowed: misfit,
  unsupported_media_type: misfit,
  too_large: misfit,
  if_match_required: misfit,
};
