/** Kinds of media this package handles (Kaltura's `KalturaMediaType`; live streams and others are left out). */
export const KalturaMediaType = { VIDEO: 1, IMAGE: 2, AUDIO: 5 } as const;
export type KalturaMediaType = (typeof KalturaMediaType)[keyof typeof KalturaMediaType];

/** Kaltura's `KalturaEntryStatus`. A status that a plugin added is read as BLOCKED: it is not for showing. */
export const KalturaEntryStatus = {
  ERROR_IMPORTING: -2,
  ERROR_CONVERTING: -1,
  IMPORT: 0,
  PRECONVERT: 1,
  READY: 2,
  DELETED: 3,
  PENDING: 4,
  MODERATE: 5,
  BLOCKED: 6,
  NO_CONTENT: 7,
} as const;
export type KalturaEntryStatus = (typeof KalturaEntryStatus)[keyof typeof KalturaEntryStatus];

/** Kaltura's `KalturaEntryModerationStatus`: an entry that is READY may still wait for somebody's approval. */
export const KalturaModerationStatus = {
  PENDING: 1,
  APPROVED: 2,
  REJECTED: 3,
  DELETED: 4,
  FLAGGED: 5,
  AUTO_APPROVED: 6,
} as const;
export type KalturaModerationStatus = (typeof KalturaModerationStatus)[keyof typeof KalturaModerationStatus];

/** A media entry as Kaltura tells it, normalised: numbers are numbers, tags are a list, what is not known yet is null. */
export interface KalturaMediaEntry {
  readonly id: string;
  readonly partnerId: number;
  readonly name: string;
  readonly description: string;
  /** Lower-cased by Kaltura, without duplicates. */
  readonly tags: readonly string[];
  readonly mediaType: KalturaMediaType;
  readonly status: KalturaEntryStatus;
  /** One of `KalturaModerationStatus`, or a number this version does not know; null when Kaltura does not say. */
  readonly moderationStatus: number | null;
  /** The owner. */
  readonly userId: string;
  /** Unix seconds. */
  readonly createdAt: number;
  /** Unix seconds. */
  readonly updatedAt: number;
  /** Milliseconds; null for images and while Kaltura does not know it. */
  readonly msDuration: number | null;
  readonly width: number | null;
  readonly height: number | null;
  readonly plays: number;
  /** Base for `thumbnailUrl()`; null when there is no picture (yet) or its host is not the account's. */
  readonly thumbnailUrl: string | null;
  /** The untouched file of an image, the source of a video or sound; null as above. */
  readonly downloadUrl: string | null;
  readonly conversionProfileId: number | null;
  /** A free text that integrations may set; ours is `{"spacesKaltura":1, …}`. */
  readonly partnerData: string | null;
}

/** What an entry's status means for a person. */
export type EntryState = 'ready' | 'processing' | 'failed' | 'blocked' | 'deleted';

export const entryState = (entry: Pick<KalturaMediaEntry, 'status'>): EntryState => states[entry.status];

const states: Readonly<Record<KalturaEntryStatus, EntryState>> = {
  [KalturaEntryStatus.READY]: 'ready',
  [KalturaEntryStatus.IMPORT]: 'processing',
  [KalturaEntryStatus.PRECONVERT]: 'processing',
  [KalturaEntryStatus.PENDING]: 'processing',
  [KalturaEntryStatus.NO_CONTENT]: 'processing',
  [KalturaEntryStatus.ERROR_CONVERTING]: 'failed',
  [KalturaEntryStatus.ERROR_IMPORTING]: 'failed',
  [KalturaEntryStatus.DELETED]: 'deleted',
  [KalturaEntryStatus.MODERATE]: 'blocked',
  [KalturaEntryStatus.BLOCKED]: 'blocked',
};
