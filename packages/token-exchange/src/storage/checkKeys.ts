import { keyCheckValue, type KeyRing } from '../secrets/keyRing.ts';
import type { Database } from './openDatabase.ts';

/**
 * Compares the key ring with the check values in the database and stores those of new keys. Throws a TypeError in plain words when
 * a key id has another key than before, or when none of the database's keys is in the ring: then every secret in it
 * would be unreadable, and starting would only hide that.
 */
export async function checkKeys(database: Database, keyRing: KeyRing): Promise<void> {
  const rows = await database.selectFrom('settings').selectAll().where('name', 'like', 'key_check:%').execute();
  const stored = new Map(rows.map(({ name, value }) => [name.slice('key_check:'.length), value]));
  if (stored.size > 0 && !keyRing.kids.some((kid) => stored.has(kid))) {
    throw new TypeError(
      `The database was written with the keys ${[...stored.keys()].join(', ')}; none is in the key ring.`,
    );
  }
  for (const kid of keyRing.kids) {
    const key = keyRing.get(kid);
    if (key === undefined) continue;
    const value = keyCheckValue(key);
    if (stored.has(kid) && stored.get(kid) !== value) {
      throw new TypeError(`The key "${kid}" is not the one the database was written with.`);
    }
    await database
      .insertInto('settings')
      .values({ name: `key_check:${kid}`, value })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}
