import type { Clock } from '../api/Clock.ts';
import type { KalturaClient } from '../createKalturaClient.ts';
import { KalturaApiError, NetworkError, UpstreamError } from '../errors.ts';
import { KalturaEntryStatus, type KalturaMediaEntry, type KalturaMediaType } from '../services/KalturaMediaEntry.ts';
import { mediaAdd, mediaAddContent, mediaDelete } from '../services/mediaRequests.ts';
import { readPartnerData, type StereoMode } from '../services/spherical.ts';
import { KalturaUploadTokenStatus, type KalturaUploadToken } from '../services/uploadTokenRequests.ts';
import { UploadLostError } from './KalturaHttpStack.ts';

/** A new entry may be missing from a list for up to a minute: only after this does its absence count, milliseconds. */
const INDEX_LAG_MS = 90_000;
/** After this an entry that must be there is not going to appear, milliseconds. */
const GIVE_UP_MS = 600_000;
const LOOK_EVERY_MS = 5000;
const CLOCK_TOLERANCE_S = 300;
const PAGE_SIZE = 100;
const MAX_PAGES = 5;
const EVERY_MODERATION_STATUS = [1, 2, 3, 4, 5, 6];

export interface NewEntry {
  name: string;
  description: string;
  tags: readonly string[];
  mediaType: KalturaMediaType;
  spherical: boolean;
  stereoMode: StereoMode;
}

export interface AttachOptions {
  client: KalturaClient;
  clock: Clock;
  uploadTokenId: string;
  /** Ours; the entry carries it in `partnerData`. */
  uploadId: string;
  entry: NewEntry;
  /** Milliseconds since 1970: no entry of this upload is older. */
  since: number;
  /** Was attaching begun before, with an outcome nobody knows (a reload in the middle)? */
  inDoubt: boolean;
  signal: AbortSignal;
}

/**
 * Makes the one entry of an upload and gives it the bytes, in one round trip. When the answer is lost, nothing is sent
 * again before it is known what happened: the upload token says whether it was attached (status 3), the participant's
 * newest entries say which one bears our upload id.
 *
 * @returns the entry's id
 * @throws KalturaApiError when Kaltura refuses, UploadLostError when the bytes are gone; nothing is left behind then
 */
export async function attachUpload(options: AttachOptions): Promise<string> {
  const { client, clock, uploadTokenId, uploadId, entry, signal } = options;
  let doubtSince = options.inDoubt ? clock.now() : null;
  for (;;) {
    try {
      const entryId = doubtSince === null ? await addWithContent() : await findOut(doubtSince);
      if (entryId !== null) return entryId;
      doubtSince = null;
    } catch (error) {
      signal.throwIfAborted();
      if (!(error instanceof NetworkError || error instanceof UpstreamError)) throw error;
      doubtSince ??= clock.now();
      await clock.sleep(LOOK_EVERY_MS, signal);
    }
  }

  async function addWithContent(): Promise<string> {
    const { conversionProfileId } = await client.session.get({ signal });
    const [added, attached] = await client.multirequest(
      [
        mediaAdd({
          name: entry.name,
          description: entry.description,
          tags: entry.spherical ? [...entry.tags, '360'] : entry.tags,
          mediaType: entry.mediaType,
          conversionProfileId,
          partnerData: JSON.stringify({ spacesKaltura: 1, uploadId, stereo: entry.stereoMode }),
        }),
        mediaAddContent('{1:result:id}', uploadTokenId),
      ],
      { signal },
    );
    if (!added.ok) throw added.error;
    if (attached.ok || isAttachedAlready(attached.error)) return added.value.id;
    if (attached.error instanceof KalturaApiError) await client.call(mediaDelete(added.value.id), { signal });
    throw attached.error;
  }

  /** The entry's id, or null when it is certain that there is none. */
  async function findOut(since: number): Promise<string | null> {
    for (;;) {
      const [token, entries] = await Promise.all([tokenOrNull(), ownEntries()]);
      const waited = clock.now() - since;
      const filled = entries.find(({ status }) => status !== KalturaEntryStatus.NO_CONTENT);
      if (filled) {
        await removeEmpty(entries.filter(({ id }) => id !== filled.id));
        return filled.id;
      }
      const [empty, ...others] = entries;
      if (empty && token?.status === KalturaUploadTokenStatus.FULL_UPLOAD) {
        await removeEmpty(others);
        return await addContent(empty.id);
      }
      if (entries.length === 0 && token?.status === KalturaUploadTokenStatus.FULL_UPLOAD && waited >= INDEX_LAG_MS) {
        return null;
      }
      if (token === null && waited >= INDEX_LAG_MS) {
        await removeEmpty(entries);
        throw new UploadLostError('Kaltura has neither the bytes nor an entry of this upload');
      }
      if (waited >= GIVE_UP_MS) throw new UploadLostError('Kaltura does not say which entry has the bytes');
      await clock.sleep(LOOK_EVERY_MS, signal);
    }
  }

  async function addContent(entryId: string): Promise<string> {
    try {
      await client.media.addContent(entryId, uploadTokenId, { signal });
    } catch (error) {
      if (!isAttachedAlready(error)) throw error;
    }
    return entryId;
  }

  async function tokenOrNull(): Promise<KalturaUploadToken | null> {
    try {
      return await client.uploadToken.get(uploadTokenId, { signal });
    } catch (error) {
      if (error instanceof KalturaApiError && error.code === 'UPLOAD_TOKEN_NOT_FOUND') return null;
      throw error;
    }
  }

  /** Read one by one after the list: a list lags behind in what it says of an entry, too. */
  async function ownEntries(): Promise<KalturaMediaEntry[]> {
    const { userId } = await client.session.get({ signal });
    const found: string[] = [];
    for (let pageIndex = 1; pageIndex <= MAX_PAGES; pageIndex += 1) {
      const { objects } = await client.media.list(
        {
          filter: {
            userIdEqual: userId,
            statusIn: Object.values(KalturaEntryStatus).filter((status) => status !== KalturaEntryStatus.DELETED),
            moderationStatusIn: EVERY_MODERATION_STATUS,
            createdAtGreaterThanOrEqual: Math.floor(options.since / 1000) - CLOCK_TOLERANCE_S,
          },
          orderBy: '-createdAt',
          pager: { pageIndex, pageSize: PAGE_SIZE },
        },
        { signal },
      );
      for (const { id, partnerData } of objects)
        if (readPartnerData(partnerData)?.['uploadId'] === uploadId) found.push(id);
      if (found.length > 0 || objects.length < PAGE_SIZE) break;
    }
    return Promise.all(found.map((id) => client.media.get(id, { signal })));
  }

  async function removeEmpty(entries: readonly KalturaMediaEntry[]): Promise<void> {
    for (const { id, status } of entries) {
      if (status === KalturaEntryStatus.NO_CONTENT) await client.call(mediaDelete(id), { signal });
    }
  }
}

const isAttachedAlready = (error: unknown): boolean =>
  error instanceof KalturaApiError && error.code === 'ENTRY_ALREADY_WITH_CONTENT';
