import type { SettingsMessages } from '../../messages/settings/SettingsMessages.ts';
import type { Visibility } from './visibilityOf.ts';

/** What people find in listings, in words. */
export function seesText(m: SettingsMessages, visibility: Visibility): string {
  switch (visibility.kind) {
    case 'own':
      return m.seesOwn;
    case 'all':
      return m.seesAll;
    case 'unknown':
      return m.seesUnknown;
    case 'entitlement':
      return m.seesEntitlement(visibility.context ?? m.nothing);
    case 'ownEntitlement':
      return m.seesOwnEntitlement;
  }
}
