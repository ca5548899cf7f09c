import type { Clock } from '../api/Clock.ts';
import type { KalturaClient } from '../createKalturaClient.ts';
import { KalturaApiError, KalturaRateLimitError } from '../errors.ts';
import { KalturaEntryStatus, type KalturaMediaEntry, type KalturaMediaType } from '../services/KalturaMediaEntry.ts';
import { mediaAdd, mediaAddContent, mediaDelete } from '../services/mediaRequests.ts';
import { writePartnerNote } from '../services/partnerNote.ts';
import { sphericalTag, type StereoMode } from '../services/spherical.ts';
import { KalturaUploadTokenStatus, type KalturaUploadToken } from '../services/uploadTokenRequests.ts';
import { findUploadedEntries } from './findUploadedEntries.ts';
import { UploadLostError } from './KalturaHttpStack.ts';
import { isPassing } from './passing.ts';
import { heldUpBy } from './untilReachable.ts';
import type { HeldUpBy } from './UploadItem.ts';

/** A new entry may be missing from a list for up to a minute: only after this does its absence count, milliseconds. */
const INDEX_LAG_MS = 90_000;
/** After this an entry that must be there is not going to appear, milliseconds. */
const GIVE_UP_MS = 600_000;
const LOOK_EVERY_MS = 5000;
/** Failures in a row that are Kaltura's own. */
const MAX_FAILURES = 8;

export interface NewEntry {
  name: string;
  description: string;
  tags: readonly string[];
  mediaType: KalturaMediaType;
  spherical: boolean;
  stereoMode: StereoMode;
}

export interface UploadedBytes {
  client: KalturaClient;
  clock: Clock;
  uploadTokenId: string;
  /** Ours; the entry carries it in `partnerData`. */
  uploadId: string;
  signal: AbortSignal;
}

export interface AttachOptions extends UploadedBytes {
  entry: NewEntry;
  /** Was attaching begun before, with an outcome nobody knows (a reload in the middle)? */
  inDoubt: boolean;
  /** What holds it up; null when it goes on. */
  onWaiting: (by: HeldUpBy | null) => void;
}

/**
 * Makes the one entry of an upload and gives it the bytes, in one round trip. When the answer is lost, nothing is sent
 * again before it is known what happened: the upload token says whether it was attached (status 3), the participant's
 * newest entries say which one bears our upload id.
 *
 * @returns the entry's id
 * @throws EntryRefusedError when Kaltura refuses and nothing is left behind, UploadLostError when the bytes are gone; any
 * other error leaves it open whether there is an entry
 */
export async function attachUpload(options: AttachOptions): Promise<string> {
  const { client, clock, uploadTokenId, uploadId, entry, signal, onWaiting } = options;
  const made = new Set<string>();
  let doubtSince = options.inDoubt ? clock.now() : null;
  for (let failures = 0; ;) {
    try {
      const entryId = doubtSince === null ? await addWithContent() : await findOut(doubtSince);
      onWaiting(null);
      if (entryId !== null) return entryId;
      doubtSince = null;
    } catch (error) {
      signal.throwIfAborted();
      const by = heldUpBy(error);
      if (by === null) failures += 1;
      if (!isPassing(error) || failures >= MAX_FAILURES) throw error;
      // Without a session, and above the rate limit, nothing was done.
      if (by !== 'session' && !(error instanceof KalturaRateLimitError)) doubtSince ??= clock.now();
      if (made.size > 0) doubtSince ??= clock.now();
      if (by !== null || failures > 1) onWaiting(by ?? 'kaltura');
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
          tags: entry.spherical ? [...entry.tags, sphericalTag] : entry.tags,
          mediaType: entry.mediaType,
          conversionProfileId,
          partnerData: writePartnerNote({ uploadId, stereo: entry.stereoMode }),
        }),
        mediaAddContent('{1:result:id}', uploadTokenId),
      ],
      { signal },
    );
    if (!added.ok) throw isPassing(added.error) ? added.error : new EntryRefusedError(added.error);
    made.add(added.value.id);
    return attached.ok ? added.value.id : await notAttached(added.value.id, attached.error);
  }

  /** The entry's id, or null when it is certain that there is none. */
  async function findOut(since: number): Promise<string | null> {
    for (;;) {
      const token = await tokenOrNull(options);
      const ours = { uploadId, since: token?.createdAt ?? null, known: made, signal };
      const entries = await findUploadedEntries(client, ours);
      const waited = clock.now() - since;
      const filled = entries.find(({ status }) => status !== KalturaEntryStatus.NO_CONTENT);
      if (token?.status === KalturaUploadTokenStatus.FULL_UPLOAD) {
        // Complete and not used: no entry has the bytes yet.
        const [one, ...others] = entries;
        await remove(others);
        if (one) return await addContent(one.id);
        if (waited >= INDEX_LAG_MS) return null;
      } else if (filled) {
        await remove(entries.filter(({ id }) => id !== filled.id));
        return filled.id;
      } else if (token === null && waited >= INDEX_LAG_MS) {
        await remove(entries);
        throw new UploadLostError('Kaltura has neither the bytes nor an entry of this upload');
      }
      if (waited >= GIVE_UP_MS) throw new UploadLostError('Kaltura does not say which entry has the bytes');
      await clock.sleep(LOOK_EVERY_MS, signal);
    }
  }

  async function addContent(entryId: string): Promise<string> {
    try {
      await client.media.addContent(entryId, uploadTokenId, { signal });
      return entryId;
    } catch (error) {
      return notAttached(entryId, error);
    }
  }

  /** For a retry, an entry that has its content already is a success; one that was refused it is taken back. */
  async function notAttached(entryId: string, error: unknown): Promise<string> {
    if (error instanceof KalturaApiError && error.code === 'ENTRY_ALREADY_WITH_CONTENT') return entryId;
    if (!(error instanceof KalturaApiError) || isPassing(error)) throw error;
    // Whatever was said, content is not deleted.
    const { status } = await client.media.get(entryId, { signal });
    if (status !== KalturaEntryStatus.NO_CONTENT) return entryId;
    await client.call(mediaDelete(entryId), { signal });
    throw new EntryRefusedError(error);
  }

  async function remove(entries: readonly KalturaMediaEntry[]): Promise<void> {
    for (const { id } of entries) await client.call(mediaDelete(id), { signal });
  }
}

/**
 * Takes back an upload whose attaching was begun: its token and whatever entry it has become. A lost call may still make
 * one, so it is looked for as long as lists may lag behind.
 */
export async function discardUpload({ client, clock, uploadTokenId, uploadId, signal }: UploadedBytes): Promise<void> {
  const token = await tokenOrNull({ client, uploadTokenId, signal });
  if (token !== null) await client.uploadToken.delete(uploadTokenId, { signal });
  const query = { uploadId, since: token?.createdAt ?? null, known: [], signal };
  for (const until = clock.now() + INDEX_LAG_MS; ;) {
    const entries = await findUploadedEntries(client, query);
    for (const { id } of entries) await client.call(mediaDelete(id), { signal });
    if (entries.length > 0 || clock.now() >= until) return;
    await clock.sleep(LOOK_EVERY_MS, signal);
  }
}

/** Kaltura makes no entry of these bytes, and none is left behind. `cause` is its answer. */
export class EntryRefusedError extends Error {
  override readonly name = 'EntryRefusedError';

  constructor(cause: Error) {
    super('Kaltura refused the new entry', { cause });
  }
}

/** Null when it is gone, with its bytes. */
async function tokenOrNull({
  client,
  uploadTokenId,
  signal,
}: Pick<UploadedBytes, 'client' | 'uploadTokenId' | 'signal'>): Promise<KalturaUploadToken | null> {
  try {
    const token = await client.uploadToken.get(uploadTokenId, { signal });
    return token.status > KalturaUploadTokenStatus.CLOSED ? null : token;
  } catch (error) {
    if (error instanceof KalturaApiError && error.code === 'UPLOAD_TOKEN_NOT_FOUND') return null;
    throw error;
  }
}
