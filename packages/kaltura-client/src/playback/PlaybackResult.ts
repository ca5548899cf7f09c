import type { KalturaMediaEntry } from '../services/KalturaMediaEntry.ts';

export interface PlaybackCaption {
  /** BCP 47 where Kaltura knows it, such as `en`; else null. */
  readonly language: string | null;
  readonly label: string;
  /** WebVTT. */
  readonly url: string;
  readonly isDefault: boolean;
}

/** Where to play an entry from. Resolved at play time, not for storing. Every host was checked. */
export interface PlaybackSources {
  /** DASH manifest, or null: see `dashState`. */
  readonly dash: string | null;
  /** `converting`: DASH renditions may still come. `unavailable`: this entry's renditions make no DASH. */
  readonly dashState: 'ready' | 'converting' | 'unavailable' | 'not_applicable';
  /** HLS playlist. */
  readonly hls: string | null;
  /** One MP4 or similar file, through a redirect. */
  readonly progressive: string | null;
  /** Image entries: the untouched file, and a JPEG at most 4096 pixels wide that any WebGL device can take as texture. */
  readonly image: { readonly original: string; readonly scaled: string } | null;
  readonly captions: readonly PlaybackCaption[];
  /** Still picture, as base for `thumbnailUrl()`. */
  readonly thumbnailUrl: string | null;
  /**
   * The form body for asking for `dash`, `hls` or `progressive` by POST: carries the KS, which never goes into a URL. Null
   * when the entry is played without a session, and for every other URL. Ask again for each manifest: sessions are renewed.
   */
  readonly manifestBody: (url: string, options?: { signal?: AbortSignal }) => Promise<URLSearchParams | null>;
}

/**
 * Why there is nothing to play: still processing (try again later) · processing failed in Kaltura · deleted, or never there
 * · not allowed for this viewer · not allowed without a session for playing, for which the hub has no App Token (its admin
 * can add one) · withheld by moderation · the reference points to a service or host that is not on the allow-list · ready,
 * yet without anything a browser can play.
 */
export type UnplayableReason =
  | 'processing'
  | 'failed'
  | 'deleted'
  | 'forbidden'
  | 'no_player_token'
  | 'blocked'
  | 'host_not_allowed'
  | 'no_sources';

export type PlaybackResult =
  | { readonly playable: true; readonly sources: PlaybackSources; readonly entry: KalturaMediaEntry }
  | { readonly playable: false; readonly reason: UnplayableReason; readonly entry: KalturaMediaEntry | null };
