import type { Formats } from '../messages/Formats.ts';
import type { Messages } from '../messages/Messages.ts';
import type { LibraryEntry, LibraryEntryStatus, LibraryMediaType } from './LibraryEntry.ts';

/** What a screen reader says for an entry: the name first, then what the badges show. */
export function entryLabel(entry: LibraryEntry, imported: boolean, t: Messages, format: Formats): string {
  return [
    entryName(entry, t),
    mediaName(entry.mediaType, t),
    entry.spherical && t.sphericalSpoken,
    entry.durationMs !== null && format.spokenDuration(entry.durationMs),
    statusName(entry.status, t),
    imported && t.imported,
  ]
    .filter((part) => typeof part === 'string')
    .join(', ');
}

export function entryName(entry: LibraryEntry, t: Messages): string {
  return entry.name.trim() || t.untitled;
}

export function mediaName(mediaType: LibraryMediaType, t: Messages): string {
  return { video: t.mediaVideo, image: t.mediaImage, audio: t.mediaAudio }[mediaType];
}

/** Null for `ready`: what is as it should be needs no word. */
export function statusName(status: LibraryEntryStatus, t: Messages): string | null {
  return {
    ready: null,
    uploading: t.statusUploading,
    processing: t.statusProcessing,
    failed: t.statusFailed,
    blocked: t.statusBlocked,
    moderated: t.statusModerated,
    deleted: t.statusDeleted,
  }[status];
}
