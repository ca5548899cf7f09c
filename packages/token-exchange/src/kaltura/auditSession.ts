import type { KalturaSessionInfo } from '@spaces-kaltura/client/api';
import type { TokenPurpose } from '../storage/Connection.ts';

export interface AskedSession {
  tokenId: string;
  purpose: TokenPurpose;
  partnerId: number;
  userId: string;
  acceptedPrivileges: readonly string[];
}

export interface SessionAudit {
  /** Why this session must not be used; null when it may. */
  readonly fault: SessionFault | null;
  /** `list:*`: listing shows the whole account. */
  readonly canListAll: boolean;
  /** Does a role of the App Token replace the rights every user has? */
  readonly hasRole: boolean;
}

export type SessionFault = 'wrong_partner' | 'wrong_type' | 'pinned_user' | 'unsafe_privilege';

/**
 * Checks what Kaltura granted against what was asked for. An App Token decides the power of its sessions, not the
 * request: one without a session type gives ADMIN sessions to whoever asks, one with a user id makes everybody the same
 * user, and its privileges may reach far beyond a participant's own things.
 */
export function auditSession(info: KalturaSessionInfo, asked: AskedSession): SessionAudit {
  const privileges = info.privileges
    .split(',')
    .map((privilege) => privilege.trim())
    .filter((privilege) => privilege !== '');
  return {
    fault: findFault(info, asked, privileges),
    canListAll: privileges.includes('list:*'),
    hasRole: privileges.some((privilege) => /^(?:setrole|restrictingrole):/.test(privilege)),
  };
}

function findFault(info: KalturaSessionInfo, asked: AskedSession, privileges: readonly string[]): SessionFault | null {
  if (info.partnerId !== asked.partnerId) return 'wrong_partner';
  if (info.sessionType !== 0) return 'wrong_type';
  if (info.userId !== asked.userId) return 'pinned_user';
  return privileges.every((privilege) => isSafe(privilege, asked)) ? null : 'unsafe_privilege';
}

/** Visibility, and what only takes rights away. */
const withoutValue = new Set(['disableentitlement', 'enableentitlement', 'enablecategorymoderation']);
const withValue = new Set(['privacycontext', 'appid', 'urirestrict', 'iprestrict', 'actionslimit']);
const forPlayer = new Set(['sview', 'disableentitlementforentry']);

function isSafe(privilege: string, { tokenId, purpose, acceptedPrivileges }: AskedSession): boolean {
  if (privilege === 'list:*' || privilege === `sessionid:${tokenId}` || privilege === `apptoken:${tokenId}`)
    return true;
  if (withoutValue.has(privilege) || acceptedPrivileges.includes(privilege)) return true;
  const colon = privilege.indexOf(':');
  const [name, value] = [privilege.slice(0, colon), privilege.slice(colon + 1)];
  if (colon < 1 || value === '') return false;
  if (purpose === 'player' && forPlayer.has(name)) return true;
  // Kaltura looks for `list:*` and the like anywhere in the whole text, even inside the value of something harmless.
  return withValue.has(name) && !value.includes(':*');
}
