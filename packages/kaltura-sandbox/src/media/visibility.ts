import type { Session } from '../session/Session.ts';
import { userKey } from '../user/users.ts';
import type { Entry } from './Entry.ts';
import type { MediaState } from './MediaState.ts';

/** What a session sees of an account's entries. */
export interface Visibility {
  /** What its lists show: its own, or all it is entitled to where it may list all. */
  isListed: (entry: Entry) => boolean;
  /** What it may read by id. */
  isEntitled: (entry: Entry) => boolean;
}

/**
 * Without `list:*` a session lists its own entries and nothing else; by id it reads every entry. Where entries are published
 * in privacy contexts and the session says `enableentitlement`, those of other contexts than its `privacycontext` do not
 * exist for it. Entries in no category can be read by id but are not listed in a context.
 */
export function visibilityFor(
  session: Session,
  media: MediaState,
  isSameUser: (first: string, second: string) => boolean = (first, second) => userKey(first) === userKey(second),
): Visibility {
  const { privileges } = session;
  const listsAll = session.kind === 'admin' || privileges.allows('list');
  const named = new Set(privileges.value('disableentitlementforentry')?.split('/'));
  const context = privileges.value('privacycontext') ?? '';
  const isEnforced = privileges.has('enableentitlement') && media.usesContexts;

  const isOwn = (entry: Entry): boolean => isSameUser(session.userId, entry.userId);
  const isPublished = (entry: Entry): boolean => entry.contexts.includes(context);

  return {
    isListed: (entry) => {
      if (named.has(entry.id) || isOwn(entry)) return true;
      return listsAll && (!isEnforced || isPublished(entry));
    },
    isEntitled: (entry) =>
      !isEnforced || entry.contexts.length === 0 || named.has(entry.id) || isOwn(entry) || isPublished(entry),
  };
}
