import {
  entryState,
  isSpherical,
  KalturaEntryStatus,
  KalturaMediaType,
  spriteUrl,
  thumbnailUrl,
  type KalturaMediaEntry,
} from '@spaces-kaltura/client';
import {
  filmstripFrames,
  type LibraryEntry,
  type LibraryEntryStatus,
  type LibraryMediaType,
} from '../parts/LibraryEntry.ts';

const mediaTypes: Readonly<Record<KalturaMediaType, LibraryMediaType>> = {
  [KalturaMediaType.VIDEO]: 'video',
  [KalturaMediaType.IMAGE]: 'image',
  [KalturaMediaType.AUDIO]: 'audio',
};

const frames = { slices: filmstripFrames, width: 320, height: 180 };

const shown = new WeakMap<KalturaMediaEntry, LibraryEntry>();

/** An entry as the parts show it; the same object for the same entry, so that scrolling renders nothing twice. */
export function toLibraryEntry(entry: KalturaMediaEntry): LibraryEntry {
  const known = shown.get(entry);
  if (known) return known;
  const made = convert(entry);
  shown.set(entry, made);
  return made;
}

function convert(entry: KalturaMediaEntry): LibraryEntry {
  const mediaType = mediaTypes[entry.mediaType];
  return {
    id: entry.id,
    name: entry.name,
    mediaType,
    spherical: isSpherical(entry),
    status: statusOf(entry),
    durationMs: entry.msDuration,
    // Sounds have none of their own: Kaltura answers with an error image or a grey box.
    thumbnailUrl: mediaType === 'audio' ? null : thumbnailUrl(entry, { width: 480, height: 270 }),
    filmstripUrl: mediaType === 'video' && entry.status === KalturaEntryStatus.READY ? spriteUrl(entry, frames) : null,
    ownerName: entry.userId === '' ? null : entry.userId,
    createdAt: entry.createdAt,
    plays: mediaType === 'image' ? null : entry.plays,
  };
}

function statusOf(entry: KalturaMediaEntry): LibraryEntryStatus {
  if (entry.status === KalturaEntryStatus.NO_CONTENT) return 'uploading';
  if (entry.status === KalturaEntryStatus.MODERATE) return 'moderated';
  return entryState(entry);
}
