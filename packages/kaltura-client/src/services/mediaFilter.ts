import type { KalturaEntryStatus, KalturaMediaType } from './KalturaMediaEntry.ts';

/** Sort orders of `media.list`. `-weight` is relevance and only means something together with `freeText`. */
export type MediaOrder =
  | '-createdAt'
  | '+createdAt'
  | '-updatedAt'
  | '+updatedAt'
  | '+name'
  | '-name'
  | '-plays'
  | '+plays'
  | '-duration'
  | '+duration'
  | '-weight';

/**
 * Kaltura's `KalturaMediaEntryFilter`, as far as it is used. Texts are Kaltura queries: pass what a person typed through
 * `toSearchText` first. Without `statusIn` Kaltura lists READY entries only; without `mediaTypeIn` this package asks for
 * videos, images and sounds.
 */
export interface MediaFilter {
  /** Words in name, tags, description, ids and user names. */
  freeText?: string | undefined;
  /** One word or phrase among the words of the tags: `360` also finds `360 tour`, see `isSpherical`. */
  tagsLike?: string | undefined;
  tagsMultiLikeAnd?: readonly string[] | undefined;
  mediaTypeIn?: readonly KalturaMediaType[] | undefined;
  statusIn?: readonly KalturaEntryStatus[] | undefined;
  /** Without it Kaltura leaves out what waits for moderation (1) and what was rejected (3). */
  moderationStatusIn?: readonly number[] | undefined;
  /** Entries of this owner. */
  userIdEqual?: string | undefined;
  idIn?: readonly string[] | undefined;
  /** Unix seconds. */
  createdAtGreaterThanOrEqual?: number | undefined;
  /** Unix seconds. */
  createdAtLessThanOrEqual?: number | undefined;
  /** Unix seconds. */
  updatedAtGreaterThanOrEqual?: number | undefined;
  /** Unix seconds. */
  updatedAtLessThanOrEqual?: number | undefined;
}

/** Kaltura counts pages from 1 and cuts `pageSize` to 500; pages beyond the 10 000th entry are refused. */
export interface KalturaPager {
  pageIndex?: number | undefined;
  pageSize?: number | undefined;
}

export interface MediaListParams {
  filter?: MediaFilter | undefined;
  pager?: KalturaPager | undefined;
  orderBy?: MediaOrder | undefined;
}

/** A list answer of Kaltura. `totalCount` may exceed 10 000. */
export interface KalturaList<TObject> {
  readonly objects: readonly TObject[];
  readonly totalCount: number;
}
