import type { Session } from '../session/Session.ts';
import type { Entry } from './Entry.ts';

/**
 * Whether the access control of an entry lets a session play it. The rule "authenticated" is fulfilled by administrators and
 * by sessions that may `sview` the entry; being its owner is not enough.
 */
export function mayPlay(entry: Entry, session: Session): boolean {
  if (entry.accessControl === 'open' || session.kind === 'admin') return true;
  return session.kind !== 'none' && session.privileges.allows('sview', entry.id);
}
