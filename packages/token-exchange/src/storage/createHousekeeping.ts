import type { Revision } from './createRevision.ts';
import { withStorage, type Database } from './openDatabase.ts';
import { endOverdueRotations } from './rotateToken.ts';

export interface HousekeepingOptions {
  database: Database;
  revision: Revision;
  now: () => number;
  scrub: () => Promise<void>;
}

/** Forgets what is over: former App Tokens a day after they were replaced, and host tokens that nobody takes any more. */
export function createHousekeeping({ database, revision, now, scrub }: HousekeepingOptions): () => Promise<void> {
  return async () => {
    const ended = await withStorage(() =>
      database.transaction().execute(async (transaction) => {
        await transaction.deleteFrom('used_tokens').where('expires_at', '<=', now()).execute();
        const ended = await endOverdueRotations(transaction, now());
        if (ended > 0) await revision.raise(transaction);
        return ended;
      }),
    );
    if (ended === 0) return;
    revision.changed();
    await scrub();
  };
}
