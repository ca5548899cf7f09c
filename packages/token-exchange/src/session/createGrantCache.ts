import { isGrantFor, type Grant, type GrantKey } from './Grant.ts';

/** KS by hub, connection version, purpose, entry, person and Kaltura user, in memory only. */
export interface GrantCache {
  /** What is stored must also say that it is for this key; if it does not, there is nothing. */
  get(key: GrantKey): Grant | undefined;
  set(grant: Grant, key: GrantKey): void;
  delete(key: GrantKey): void;
}

/** Keeps at most `size` grants; the ones that were opened first go first. */
export function createGrantCache(size: number): GrantCache {
  const grants = new Map<string, Grant>();
  return {
    get(key) {
      const grant = grants.get(key.text);
      return grant !== undefined && isGrantFor(grant, key) ? grant : undefined;
    },
    set(grant, { text }) {
      grants.delete(text);
      if (grants.size >= size) {
        const [oldest] = grants.keys();
        if (oldest !== undefined) grants.delete(oldest);
      }
      grants.set(text, grant);
    },
    delete(key) {
      grants.delete(key.text);
    },
  };
}
