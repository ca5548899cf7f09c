import type { CallOptions } from '../api/KalturaRequest.ts';
import { createKalturaClient } from '../createKalturaClient.ts';
import type { ExchangeAccess } from '../exchange/createExchangeCaller.ts';
import { mediaList } from '../services/mediaRequests.ts';
import { userGet } from '../services/userRequests.ts';
import { createExchangeSessionSource } from '../session/createExchangeSessionSource.ts';

/** What came of really trying. */
export interface AccountCheck {
  /** The Kaltura user the session acts for. */
  readonly userId: string;
  readonly canListAll: boolean;
  readonly canUpload: boolean;
  /** How many entries are listed as ready. */
  readonly mediaCount: number;
}

/**
 * Tries the whole way: asks the token exchange for a session, whatever is at hand already, and Kaltura for the person and
 * their media with it. Creates the Kaltura user when there is none yet.
 *
 * @throws ExchangeError when there is no session for this person, and what every call to Kaltura throws
 */
export async function checkAccount(access: ExchangeAccess, { signal }: CallOptions = {}): Promise<AccountCheck> {
  const { fetch, clock } = access;
  const session = createExchangeSessionSource(access);
  const client = createKalturaClient({ session, fetch, clock });
  const [user, media] = await client.multirequest([userGet(), mediaList({ pager: { pageIndex: 1, pageSize: 1 } })], {
    signal,
  });
  if (!user.ok) throw user.error;
  if (!media.ok) throw media.error;
  const { canListAll, canUpload } = await session.get({ signal });
  return { userId: user.value.id, canListAll, canUpload, mediaCount: media.value.totalCount };
}
