import { KalturaApiError, partnerGetInfo, partnerListForUser } from '@spaces-kaltura/client/api';
import type { KalturaAccount } from '@spaces-kaltura/client/exchange';
import { adminRefused, type AdminCall } from './callAsAdmin.ts';
import { readPages } from './readPages.ts';

/** Kaltura answers some 4 kB for each account. */
const pageSize = 30;

/** The accounts that the admin may sign in to, that of the session first. */
export async function listAccounts(call: AdminCall): Promise<KalturaAccount[]> {
  const own = await call(partnerGetInfo()).catch(adminRefused);
  // A session without a user belongs to nobody who could have other accounts.
  const all = await readPages((pageIndex) => call(partnerListForUser({ pageIndex, pageSize }))).catch(nobodys);
  return [own, ...all.filter(({ id }) => id !== own.id)].map(({ id, name }) => ({ partner_id: id, name }));
}

function nobodys(error: unknown): [] {
  if (error instanceof KalturaApiError) return [];
  throw error;
}
