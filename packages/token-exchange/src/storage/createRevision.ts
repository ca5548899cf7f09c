import { sql } from 'kysely';
import { withStorage, type Database } from './openDatabase.ts';

/** Tells caches when something they hold may have changed, here or in another process on the same database. */
export interface Revision {
  /** Goes up with every change; what was cached under a lower number is stale. */
  readonly generation: number;
  /** Returns at once while the last look is young enough, else looks again. */
  check(): Promise<void> | undefined;
  /** Looks at once. Throws `storage_unavailable`. */
  look(): Promise<void>;
  /** Announces a change, within the transaction that makes it. */
  raise(transaction: Database): Promise<void>;
  /** To be called once the transaction is committed. */
  changed(): void;
}

/** Milliseconds. A change is felt within a second, and looking takes its part of it. */
const longestAge = 900;

export function createRevision(database: Database, now: () => number): Revision {
  let generation = 0;
  let seen: string | undefined;
  let checkedAt = -Infinity;
  let checking: Promise<void> | undefined;

  async function look(): Promise<void> {
    const startedAt = now();
    const row = await withStorage(() =>
      database.selectFrom('settings').select('value').where('name', '=', 'revision').executeTakeFirst(),
    );
    if (row?.value !== seen) generation += 1;
    seen = row?.value;
    checkedAt = startedAt;
  }

  return {
    get generation() {
      return generation;
    },
    check() {
      const age = now() - checkedAt;
      if (age >= 0 && age < longestAge) return undefined;
      return (checking ??= look().finally(() => (checking = undefined)));
    },
    look,
    async raise(transaction) {
      await transaction
        .insertInto('settings')
        .values({ name: 'revision', value: '1' })
        .onConflict((conflict) =>
          conflict.column('name').doUpdateSet({
            value: sql<string>`cast(cast(settings.value as integer) + 1 as text)`,
          }),
        )
        .execute();
    },
    changed() {
      generation += 1;
      checkedAt = -Infinity;
    },
  };
}
