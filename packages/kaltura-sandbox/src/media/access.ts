import { KalturaApiException, notYours } from '../protocol/KalturaApiException.ts';
import type { Call } from '../protocol/Service.ts';
import type { Session } from '../session/Session.ts';
import { userKey } from '../user/users.ts';
import { type Entry, EntryStatus } from './Entry.ts';
import { visibilityFor } from './visibility.ts';

/**
 * Any session of the account reads any of its entries by id, as far as it is entitled to; deleted entries and those of other
 * accounts are unknown.
 */
export function requireEntry(call: Call, entryId: string): Entry {
  const { session } = call;
  const entry = session.kind === 'none' ? undefined : call.partner.media.entries.get(entryId);
  const isEntitled = entry && visibilityFor(session, call.partner.media).isEntitled(entry);
  if (!entry || !isEntitled || entry.status === EntryStatus.DELETED) {
    throw new KalturaApiException('ENTRY_ID_NOT_FOUND', { ENTRY_ID: entryId });
  }
  return entry;
}

/**
 * An entry the session may change: its own, one it is an editor of, any with `edit:*` or as administrator.
 *
 * @throws KalturaApiException `INVALID_KS` with `-4`, which is Kaltura's way to say whose it is
 */
export function requireOwnEntry(call: Call, entryId: string): Entry {
  const entry = requireEntry(call, entryId);
  const { session } = call;
  const mayEdit =
    session.kind === 'admin' ||
    isSessionUser(session, entry.userId) ||
    session.privileges.allows('edit', entryId) ||
    listsUser(entry.properties['entitledUsersEdit'], session.userId);
  if (!mayEdit) throw notYours();
  // The role is looked at after the entry.
  if (session.kind === 'widget') {
    throw new KalturaApiException('SERVICE_FORBIDDEN', { SERVICE: `${call.service}->${call.action}` });
  }
  return entry;
}

/** Whether a user id names the session's user, as the database compares ids. */
export function isSessionUser(session: Session, userId: string): boolean {
  return userKey(session.userId) === userKey(userId);
}

function listsUser(userIds: unknown, userId: string): boolean {
  if (typeof userIds !== 'string' || userId === '') return false;
  return userIds.split(',').some((id) => userKey(id.trim()) === userKey(userId));
}
