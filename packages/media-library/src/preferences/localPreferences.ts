import { noPreferences, type Preferences } from './Preferences.ts';

/**
 * Preferences in `localStorage`, apart for every hub and person. The keys carry a hash, because user ids are e-mail
 * addresses. Where storage is off or full, choices last as long as the page.
 */
export function localPreferences(hubId: string, userId: string): Preferences {
  if (typeof window === 'undefined') return noPreferences;
  const prefix = `spaces-kaltura:${hash(`${hubId}\n${userId}`)}:`;
  return {
    get(name) {
      try {
        return window.localStorage.getItem(prefix + name);
      } catch {
        return null;
      }
    },
    set(name, value) {
      try {
        window.localStorage.setItem(prefix + name, value);
      } catch {
        // Private mode, a full quota, a policy: the choice holds until the page closes.
      }
    },
  };
}

/** FNV-1a, 32 bits: tells people apart, and is not meant to hide anything. */
function hash(text: string): string {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  return (value >>> 0).toString(36);
}
