/**
 * What an App Token lets people see in listings: each their own entries, every entry of the account, or what Kaltura's
 * entitlement allows in one privacy context.
 */
export type AppTokenEffect =
  | { readonly kind: 'own' }
  | { readonly kind: 'all' }
  | { readonly kind: 'entitlement'; readonly privacyContext: string };

/** What an App Token is for: everything a participant does (`editor`), or playing entries that others own (`player`). */
export type AppTokenPurpose = 'editor' | 'player';

/** What `appToken.add` is to be given. Whatever is not here must be left out: an `expiry` of 0 means "expired". */
export interface AppTokenParams {
  readonly objectType: 'KalturaAppToken';
  /** USER. Without it, whoever holds the token may ask for ADMIN sessions. */
  readonly sessionType: 0;
  readonly hashType: 'SHA256';
  readonly sessionPrivileges: string;
  readonly description: string;
}

/** The parameters of `appToken.add` for the chosen effect: shown to be pasted, and used where we create the token. */
export function appTokenParams(purpose: AppTokenPurpose, effect: AppTokenEffect): AppTokenParams {
  return {
    objectType: 'KalturaAppToken',
    sessionType: 0,
    hashType: 'SHA256',
    sessionPrivileges: purpose === 'player' ? playerPrivileges : privilegesOf(effect),
    description: purpose === 'player' ? 'Spaces: playback' : 'Spaces: media library',
  };
}

/** Narrowed to one entry for each session; on their own, these stars reach nothing that is restricted. */
const playerPrivileges = 'sview:*,disableentitlementforentry:*,setrole:PLAYBACK_BASE_ROLE';

function privilegesOf(effect: AppTokenEffect): string {
  switch (effect.kind) {
    case 'own':
      return 'disableentitlement';
    case 'all':
      return 'disableentitlement,list:*';
    case 'entitlement':
      return `enableentitlement,privacycontext:${effect.privacyContext},list:*`;
  }
}
