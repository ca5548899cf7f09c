import type { ConnectionAnswer } from '@spaces-kaltura/client/exchange';

/** What people see in listings, as Kaltura's rules make it of an App Token's privileges. */
export type Visibility =
  | { readonly kind: 'own' | 'all' | 'unknown' }
  /** `context`: the privacy context, null where the App Token names none. */
  | { readonly kind: 'entitlement' | 'ownEntitlement'; readonly context: string | null };

/**
 * Read back from what Kaltura granted. Without `list:*` a listing holds one's own entries only, whatever entitlement
 * says; with it, everything, or what entitlement allows where it is enforced. Enforcing wins over not enforcing.
 */
export function visibilityOf({
  granted_privileges: granted,
  can_list_all: listAll,
}: Pick<ConnectionAnswer, 'granted_privileges' | 'can_list_all'>): Visibility {
  if (granted === null) return { kind: listAll === null ? 'unknown' : listAll ? 'all' : 'own' };
  const listsAll = granted.includes('list:*');
  if (!granted.includes('enableentitlement')) return { kind: listsAll ? 'all' : 'own' };
  const context = granted.find((privilege) => privilege.startsWith('privacycontext:'));
  return {
    kind: listsAll ? 'entitlement' : 'ownEntitlement',
    context: context?.slice('privacycontext:'.length) ?? null,
  };
}
