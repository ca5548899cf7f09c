/** What a Kaltura entry can be, in the words of the media library. */
export type LibraryMediaType = 'video' | 'image' | 'audio';
export const everyMediaType: readonly LibraryMediaType[] = ['video', 'image', 'audio'];

/** Only `ready` can be played now; `uploading` waits for its file, `processing` for Kaltura; `failed` is final. */
export type LibraryEntryStatus = 'ready' | 'uploading' | 'processing' | 'failed' | 'blocked' | 'moderated' | 'deleted';

/**
 * An entry as the parts show it. Every text is plain text written by strangers: names may hold markup, any script and
 * any length. Keep the object's identity while nothing changed, then scrolling renders nothing twice.
 */
export interface LibraryEntry {
  id: string;
  name: string;
  mediaType: LibraryMediaType;
  /** Carries Kaltura's exact tag `360`. */
  spherical: boolean;
  status: LibraryEntryStatus;
  /** Milliseconds; null for images and while Kaltura does not know yet. */
  durationMs: number | null;
  /** An address that was checked against the session's hosts; null shows the art of the media type. */
  thumbnailUrl: string | null;
  /** One image with `filmstripFrames` frames side by side, shown under the pointer. */
  filmstripUrl?: string | null;
  ownerName: string | null;
  /** Unix seconds, as in Kaltura. */
  createdAt: number | null;
  /** Null where a count makes no sense or is unknown. */
  plays: number | null;
}

/** How many frames a `filmstripUrl` holds side by side. */
export const filmstripFrames = 10;
