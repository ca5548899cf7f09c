import { ExchangeProblem } from '../ExchangeProblem.ts';
import type { HostToken } from '../hostToken/HostToken.ts';
import { withStorage, type Database } from './openDatabase.ts';

/** Host tokens that changed something: each may do so once, whichever instance it comes to. */
export interface UsedTokens {
  /** Throws `token_replayed` the second time. */
  use(hostToken: Pick<HostToken, 'issuer' | 'tokenId' | 'expiresAt'>): Promise<void>;
}

/** Longer than a host token is taken after its end. */
const margin = 60;

export function createUsedTokens(database: Database): UsedTokens {
  return {
    async use({ issuer, tokenId, expiresAt }) {
      const { numInsertedOrUpdatedRows } = await withStorage(() =>
        database
          .insertInto('used_tokens')
          .values({ issuer, token_id: tokenId, expires_at: (expiresAt + margin) * 1000 })
          .onConflict((conflict) => conflict.doNothing())
          .executeTakeFirstOrThrow(),
      );
      if (numInsertedOrUpdatedRows !== 1n) throw new ExchangeProblem('token_replayed');
    },
  };
}
