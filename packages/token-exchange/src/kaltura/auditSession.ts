import type { KalturaSessionInfo } from '@spaces-kaltura/client/api';

export interface AskedSession {
  tokenId: string;
  /** The entry that a session for playing was asked for; null for a session of a participant. */
  entryId: string | null;
  partnerId: number;
  userId: string;
  /** Privileges beyond the safe ones that a hub admin accepts for participants' sessions. */
  acceptedPrivileges: readonly string[];
}

export interface SessionAudit {
  /** Why this session must not be used; null when it may. */
  readonly fault: SessionFault | null;
  /** The privilege at fault, where it is one. */
  readonly privilege: string | null;
  /** What was granted, without the marks of the App Token. */
  readonly granted: readonly string[];
  /** `list:*`: listing shows the whole account. */
  readonly canListAll: boolean;
  /** Does a role of the App Token replace the rights every user has? */
  readonly hasRole: boolean;
}

export type SessionFault = 'wrong_partner' | 'wrong_type' | 'pinned_user' | 'unsafe_privilege' | 'missing_privilege';

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
    ...findFault(info, asked, privileges),
    granted: privileges.filter((privilege) => !isMark(privilege, asked)),
    canListAll: privileges.includes('list:*'),
    hasRole: privileges.some((privilege) => /^(?:setrole|restrictingrole):/.test(privilege)),
  };
}

/**
 * What narrows the stars of a token for playing to one entry. Kaltura takes such a request only where the token has the
 * star, and drops it without a word where it has not.
 */
export const playbackPrivileges = (entryId: string): string => `sview:${entryId},disableentitlementforentry:${entryId}`;

function findFault(
  info: KalturaSessionInfo,
  asked: AskedSession,
  privileges: readonly string[],
): Pick<SessionAudit, 'fault' | 'privilege'> {
  if (info.partnerId !== asked.partnerId) return { fault: 'wrong_partner', privilege: null };
  if (info.sessionType !== 0) return { fault: 'wrong_type', privilege: null };
  if (info.userId !== asked.userId) return { fault: 'pinned_user', privilege: null };
  const needed = asked.entryId === null ? [] : [...playbackPrivileges(asked.entryId).split(','), playbackRole];
  const rest = privileges.filter((privilege) => !needed.includes(privilege) && !isMark(privilege, asked));
  const isSafe = asked.entryId === null ? isSafeFor(asked.acceptedPrivileges) : isRestriction;
  const unsafe = rest.find((privilege) => !isSafe(privilege));
  if (unsafe !== undefined) return { fault: 'unsafe_privilege', privilege: unsafe };
  const missing = needed.find((privilege) => !privileges.includes(privilege));
  return { fault: missing === undefined ? null : 'missing_privilege', privilege: missing ?? null };
}

/** Takes away what every user may do besides looking: a session for playing shall do nothing else. */
const playbackRole = 'setrole:PLAYBACK_BASE_ROLE';

/** Every session says which App Token it comes from. */
const isMark = (privilege: string, { tokenId }: AskedSession): boolean =>
  privilege === `sessionid:${tokenId}` || privilege === `apptoken:${tokenId}`;

const visibility = new Set(['list:*', 'disableentitlement', 'enableentitlement', 'enablecategorymoderation']);

const isSafeFor =
  (accepted: readonly string[]) =>
  (privilege: string): boolean =>
    visibility.has(privilege) ||
    accepted.includes(privilege) ||
    hasHarmlessValue(privilege, 'privacycontext') ||
    isRestriction(privilege);

/** What only takes rights away, and a name of the application for statistics. */
const isRestriction = (privilege: string): boolean =>
  ['appid', 'urirestrict', 'iprestrict', 'actionslimit'].some((name) => hasHarmlessValue(privilege, name));

/** Kaltura looks for `list:*` and the like anywhere in the whole text, even inside the value of something harmless. */
const hasHarmlessValue = (privilege: string, name: string): boolean =>
  privilege.startsWith(`${name}:`) && privilege.length > name.length + 1 && !privilege.includes(':*', name.length + 1);
