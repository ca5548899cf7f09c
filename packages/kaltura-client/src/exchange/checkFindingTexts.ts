import type { CheckFinding } from './connectionTestAnswer.ts';

/**
 * What a check of the connection test found, and what to do, in one plain English line. `{name}` stands for a name of the
 * check's `detail`. For hosts without a message catalogue; nothing in the browser package imports them.
 */
export const checkFindingTexts: Readonly<Record<CheckFinding, string>> = {
  unreachable: 'The Kaltura service does not answer. Check the service URL, or try again in a moment.',
  not_kaltura: 'What answers at the service URL is not Kaltura. Check the service URL.',
  unknown_account: 'Kaltura does not know the account {partner_id}. Check the partner id and the region.',
  wrong_hash_type: 'The hash type of this App Token is {hash_type}, not {given}. Change it and enter the secret again.',
  wrong_secret: 'The secret does not belong to this App Token. Copy "token" from Kaltura\'s answer again.',
  weak_hash_type: '{hash_type} works, but it is old. The next App Token should have SHA256.',
  token_not_found: 'The account has no App Token {token_id}. Check the id, or create a new App Token.',
  token_not_active: 'The App Token {token_id} is disabled in Kaltura. Create a new one.',
  token_expired:
    'The App Token {token_id} has expired. Create a new one and leave "expiry" out: an expiry of 0 means "expired at once".',
  session_too_short:
    'Sessions of this App Token live {seconds} seconds only. Create one without "sessionDuration", or with 86400.',
  session_pool_killed:
    'Somebody has ended the sessions of the App Token {token_id} with session.end; it stays unusable for a day. Create a new one.',
  admin_capable:
    'This App Token can make ADMIN sessions (its session type is {session_type}). Create one with "sessionType" 0.',
  pinned_user:
    'This App Token makes everybody the user {user_id}. Create one without "sessionUserId"; a brand-new account allows that once it has some content.',
  dangerous_privilege:
    'The privilege {privilege} of this App Token reaches beyond what a participant needs. Create one without it, or accept it by name.',
  missing_privilege: 'The privilege {privilege} is missing from this App Token. Add it to "sessionPrivileges".',
  restricted_session:
    'The privilege {privilege} of this App Token forbids calls that are needed. Create one without it.',
  unknown_media_host:
    'Pictures and videos come from {host}, which is not allowed, so they are not shown. The operator adds it to EXCHANGE_MEDIA_HOSTS.',
  list_refused: 'Kaltura does not let participants list media ({reason}). Check the roles of the App Token.',
  upload_refused: 'Kaltura does not let participants upload ({reason}). Check the roles of the App Token.',
  user_blocked: 'Your own Kaltura user {user_id} is blocked. Unblock it in Kaltura; others are not affected.',
  user_ambiguous:
    'Kaltura has a user {other}, whose id differs from {user_id} only in an accent or alike. One of the two has to be renamed.',
  user_unsupported:
    'Nobody can be found in Kaltura for you under this user id mapping ({problem}). Check the mapping and your profile.',
  no_dash: 'Recent videos do not stream with DASH. Choose a conversion profile whose flavors carry the tag "dash".',
  dash_unknown: 'There is no finished video of this account to look at yet. It will show with the first upload.',
  no_player_token: 'There is no App Token for playing media of others. What is not restricted plays without one.',
  player_refused: 'The App Token for playback gives no session for a single entry ({reason}). Create a new one.',
  clock_skew:
    'The clocks of Kaltura and of this service differ by {seconds} seconds. The operator has to set the clock.',
  busy: 'Kaltura limits the number of calls at the moment. Try again in a minute.',
  upstream_trouble: 'Kaltura had a problem of its own. Try again in a moment.',
};
