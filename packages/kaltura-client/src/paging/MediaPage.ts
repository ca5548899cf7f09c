import type { KalturaMediaEntry } from '../services/KalturaMediaEntry.ts';
import type { MediaFilter, MediaOrder } from '../services/mediaFilter.ts';

/** What to page through. */
export interface MediaPageQuery {
  filter?: MediaFilter | undefined;
  /** Default `-createdAt`. */
  orderBy?: MediaOrder | undefined;
  /** Entries per answer of Kaltura, 1 to 500; default 50. */
  pageSize?: number | undefined;
  /** Only entries with the exact tag `360`. */
  spherical?: boolean | undefined;
}

/** Where the next page begins: plain data, to be handed back unchanged. */
export interface MediaCursor {
  readonly pageIndex: number;
  /** Time (unix seconds) at which this page's window begins; null is the beginning of the list. */
  readonly bound: number | null;
  /** Ids at `bound` that earlier pages had. */
  readonly seen: readonly string[];
  /** Entries of the whole list, as Kaltura counted them for the first page. */
  readonly totalCount: number;
  /** Entries that Kaltura counted and the exact `360` test left out so far. */
  readonly leftOut: number;
}

export interface MediaPage {
  readonly objects: readonly KalturaMediaEntry[];
  /** Number of entries in the whole list. With `spherical` an upper bound until the last page: see `totalIsExact`. */
  readonly totalCount: number;
  readonly totalIsExact: boolean;
  /** Null on the last page. */
  readonly nextCursor: MediaCursor | null;
  /**
   * True on the last page when Kaltura has more entries than it gives for this sort order (10 000): say so, and offer to
   * narrow the search or to sort by date.
   */
  readonly truncated: boolean;
}
