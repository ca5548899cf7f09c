import type { KalturaClient } from '../createKalturaClient.ts';
import { KalturaApiError } from '../errors.ts';
import { KalturaEntryStatus, type KalturaMediaEntry } from '../services/KalturaMediaEntry.ts';
import { readPartnerNote } from '../services/partnerNote.ts';

/** Kaltura ends every query at 10 000 entries. */
const PAGE_SIZE = 500;
const MAX_PAGES = 20;
const EVERY_MODERATION_STATUS = [1, 2, 3, 4, 5, 6];
const everyStatus = Object.values(KalturaEntryStatus).filter((status) => status !== KalturaEntryStatus.DELETED);

export interface UploadedEntriesQuery {
  /** What the entries bear in `partnerData`. */
  uploadId: string;
  /** Unix seconds by Kaltura's clock: no entry of this upload is older. Null when nobody knows. */
  since: number | null;
  /** Ids that are known anyhow; a list may not show them yet. */
  known: Iterable<string>;
  signal: AbortSignal;
}

/**
 * The participant's entries of one upload, as they are now: found by a list, which lags up to a minute behind, then read
 * one by one, which does not.
 */
export async function findUploadedEntries(
  client: KalturaClient,
  { uploadId, since, known, signal }: UploadedEntriesQuery,
): Promise<KalturaMediaEntry[]> {
  const found = new Set(known);
  const { userId } = await client.session.get({ signal });
  for (let pageIndex = 1; pageIndex <= MAX_PAGES; pageIndex += 1) {
    const filter = {
      userIdEqual: userId,
      statusIn: everyStatus,
      moderationStatusIn: EVERY_MODERATION_STATUS,
      ...(since !== null && { createdAtGreaterThanOrEqual: since }),
    };
    const pager = { pageIndex, pageSize: PAGE_SIZE };
    const { objects } = await client.media.list({ filter, orderBy: '-createdAt', pager }, { signal });
    const before = found.size;
    for (const entry of objects) {
      if (readPartnerNote(entry)?.uploadId === uploadId) found.add(entry.id);
    }
    if (found.size > before || objects.length < PAGE_SIZE) break;
  }
  const entries = await Promise.all([...found].map((id) => entryOrNull(client, id, signal)));
  return entries.filter((entry) => entry !== null);
}

async function entryOrNull(client: KalturaClient, id: string, signal: AbortSignal): Promise<KalturaMediaEntry | null> {
  try {
    return await client.media.get(id, { signal });
  } catch (error) {
    if (error instanceof KalturaApiError && error.code === 'ENTRY_ID_NOT_FOUND') return null;
    throw error;
  }
}
