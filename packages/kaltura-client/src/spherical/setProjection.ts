import type { CallOptions } from '../api/KalturaRequest.ts';
import type { KalturaClient } from '../createKalturaClient.ts';
import { WriteLostError } from '../errors.ts';
import type { KalturaMediaEntry } from '../services/KalturaMediaEntry.ts';
import { mediaGet, mediaUpdate, type MediaEntryInput } from '../services/mediaRequests.ts';
import { canNote, readPartnerNote, writePartnerNote } from '../services/partnerNote.ts';
import { isSpherical, sphericalTag, stereoModeOf, type Projection, type StereoMode } from '../services/spherical.ts';

/** How an entry is shown: flat, or around the viewer, then with one picture or with one for each eye. */
export interface EntryProjection {
  readonly projection: Projection;
  readonly stereoMode: StereoMode;
}

export const projectionOf = (entry: Written): EntryProjection => ({
  projection: isSpherical(entry) ? 'equirectangular' : 'flat',
  stereoMode: stereoModeOf(entry),
});

/** What of an entry says how it is shown. */
type Written = Pick<KalturaMediaEntry, 'tags' | 'partnerData'>;

/** Who writes again and again at the same time gets their way. */
const MAX_ATTEMPTS = 5;

/**
 * Treats an entry as 360° (the tag `360`, which Kaltura's own player goes by, and the layout of the eyes in our note) or as
 * flat again. To undo, set what `projectionOf` said before. Where `partnerData` is somebody else's the layout is not kept:
 * see `canNote`.
 *
 * Kaltura has no conditional write and `tags` replaces all of them. So the entry is read in the very call that writes it;
 * whoever wrote since we looked is found there, and their change is written back with ours.
 *
 * @returns the entry as Kaltura has it now; lists may lag a minute behind
 * @throws KalturaForbiddenError when it is not this person's to change, WriteLostError when Kaltura did not keep it, and
 * what every call throws
 *
 * @example
 * const before = projectionOf(entry);
 * await setProjection(client, entry.id, { projection: 'equirectangular', stereoMode: 'top-bottom' });
 * await setProjection(client, entry.id, before); // undo
 */
export async function setProjection(
  client: KalturaClient,
  entryId: string,
  wanted: EntryProjection,
  { signal }: CallOptions = {},
): Promise<KalturaMediaEntry> {
  let seen = await client.media.get(entryId, { signal });
  let target = withProjection(seen, wanted);
  if (isSame(seen, target)) return seen;
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt += 1) {
    const [before, after] = await client.multirequest(
      [mediaGet(entryId), mediaUpdate(entryId, difference(seen, target))],
      { signal },
    );
    if (!before.ok) throw before.error;
    if (!after.ok) throw after.error;
    if (isSame(before.value, seen) || isSame(before.value, target)) {
      if (isSpherical(after.value) !== (wanted.projection === 'equirectangular')) break;
      return after.value;
    }
    target = withProjection(before.value, wanted);
    seen = after.value;
  }
  throw new WriteLostError('Kaltura did not keep how the entry is to be shown');
}

/** The same entry, shown as wanted. */
export function withProjection<TEntry extends Written>(entry: TEntry, wanted: EntryProjection): TEntry {
  const others = entry.tags.filter((tag) => tag !== sphericalTag);
  const tags = wanted.projection === 'flat' ? others : isSpherical(entry) ? entry.tags : [...others, sphericalTag];
  const partnerData = canNote(entry) ? noteFor(entry, wanted.stereoMode) : entry.partnerData;
  return { ...entry, tags, partnerData };
}

/** One picture is what no note means. */
function noteFor(entry: Written, stereo: StereoMode): string | null {
  const uploadId = readPartnerNote(entry)?.uploadId;
  if (stereo === stereoModeOf(entry)) return entry.partnerData;
  return stereo === 'mono' && uploadId === undefined ? null : writePartnerNote({ uploadId, stereo });
}

const isSame = (one: Written, other: Written): boolean =>
  one.tags.join() === other.tags.join() && (one.partnerData ?? '') === (other.partnerData ?? '');

/** What has to be written where `seen` is, for `target` to be there. */
const difference = (seen: Written, target: Written): MediaEntryInput => ({
  tags: target.tags,
  ...(seen.partnerData !== target.partnerData && { partnerData: target.partnerData }),
});
