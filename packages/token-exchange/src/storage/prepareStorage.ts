import type { KeyRing } from '../secrets/keyRing.ts';
import { checkKeys } from './checkKeys.ts';
import { migrate, withStorage, type Database } from './openDatabase.ts';

/**
 * Brings a database into use: migrations, then the keys. A database that is not there yet is tried again by later calls,
 * at most once a second; once ready, this returns undefined at once. Throws `storage_unavailable`, or a TypeError in
 * plain words when the keys do not fit.
 */
export function prepareStorage(database: Database, keyRing: KeyRing): () => Promise<void> | undefined {
  let isReady = false;
  let preparing: Promise<void> | undefined;

  async function prepare(): Promise<void> {
    await withStorage(() => migrate(database));
    await withStorage(() => checkKeys(database, keyRing));
    isReady = true;
  }

  return () => {
    if (isReady) return undefined;
    if (preparing === undefined) {
      preparing = prepare();
      preparing.catch(() => setTimeout(() => (preparing = undefined), 1000).unref());
    }
    return preparing;
  };
}
