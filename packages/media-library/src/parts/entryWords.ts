import type { Messages } from '../messages/Messages.ts';
import type { LibraryEntry, LibraryEntryStatus, LibraryMediaType } from './LibraryEntry.ts';

/** Without the characters that reorder text: `<bdi>` keeps a name from turning its neighbours, this from lying itself. */
export function entryName(entry: Pick<LibraryEntry, 'name'>, t: Messages): string {
  return entry.name.replaceAll(/[\u202A-\u202E\u2066-\u2069]/g, '').trim() || t.untitled;
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
