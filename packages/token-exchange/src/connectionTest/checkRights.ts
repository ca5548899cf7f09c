import type { KalturaSessionInfo } from '@spaces-kaltura/client/api';
import type { SessionAudit } from '../kaltura/auditSession.ts';
import { CheckFailure } from './CheckFailure.ts';
import type { RunningCheck } from './createCheckList.ts';
import type { Redemption } from './redeem.ts';

/**
 * Throws a CheckFailure for what an App Token must not do: sessions of administrators, one user for everybody, privileges
 * beyond those of a participant, or too few of them.
 */
export function assertRights({ info, isAdminCapable }: Redemption, audit: SessionAudit): void {
  const failure = toFailure(info, audit);
  if (failure !== undefined) throw failure;
  // Participants get USER sessions all the same: we ask for nothing else.
  if (isAdminCapable) throw new CheckFailure('admin_capable', { session_type: 'none' });
}

function toFailure(info: KalturaSessionInfo, { fault, privilege }: SessionAudit): CheckFailure | undefined {
  const failure = (finding: CheckFailure['finding'], detail = {}): CheckFailure =>
    new CheckFailure(finding, detail, 'misconfigured');
  switch (fault) {
    case null:
      return undefined;
    case 'wrong_partner':
      return failure('unknown_account', { partner_id: String(info.partnerId) });
    case 'wrong_type':
      return failure('admin_capable', { session_type: String(info.sessionType) });
    case 'pinned_user':
      return failure('pinned_user', { user_id: info.userId });
    case 'unsafe_privilege':
      return failure('dangerous_privilege', { privilege: privilege ?? '' });
    case 'missing_privilege':
      return failure('missing_privilege', { privilege: withStar(privilege ?? '') });
  }
}

/** What was asked for narrowed to an entry has to be on the token with a star. */
const withStar = (privilege: string): string => privilege.replace(/^(sview|disableentitlementforentry):.*$/, '$1:*');

/** Says what works, and may surprise: visibility that depends on the account, or a limit that is far away. */
export function hintAtPrivileges({ granted }: SessionAudit, check: RunningCheck): void {
  const has = (name: string): boolean => granted.some((privilege) => privilege.split(':', 1)[0] === name);
  const restriction = granted.find((privilege) => /^(?:actionslimit|urirestrict|iprestrict):/.test(privilege));
  if (restriction !== undefined) check.hint('restricted_session', { privilege: restriction });
  // Without either, whether entitlement applies is up to a default of the account.
  if (!has('disableentitlement') && !has('enableentitlement')) {
    check.hint('missing_privilege', { privilege: 'disableentitlement' });
  }
  // A privacy context decides what is listed only where listing is not limited to own entries.
  if (has('enableentitlement') && has('privacycontext') && !granted.includes('list:*')) {
    check.hint('missing_privilege', { privilege: 'list:*' });
  }
}
