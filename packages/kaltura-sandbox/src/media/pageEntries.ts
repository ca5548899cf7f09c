import type { Entry } from './Entry.ts';

/** `KalturaFilterPager` as sent; absent values are Kaltura's defaults. */
export interface EntryPager {
  pageSize?: number | undefined;
  pageIndex?: number | undefined;
}

const DEFAULT_PAGE_SIZE = 30;
const MAX_PAGE_SIZE = 500;

/** The search engine keeps no more matches than this; later pages cannot be asked for. */
export const MAX_MATCHES = 10_000;

/** A page that begins beyond the window of matches; Kaltura answers `QUERY_EXCEEDED_MAX_MATCHES_ALLOWED`. */
export class MatchWindowError extends Error {
  override name = 'MatchWindowError';
}

/**
 * Cuts one page out of the ordered entries. Sizes of 0, below 0 and above the maximum all mean the maximum; a page past
 * the end is empty; the page that crosses the window of matches ends there.
 *
 * @throws MatchWindowError
 */
export function pageOf(
  entries: readonly Entry[],
  { pageSize = DEFAULT_PAGE_SIZE, pageIndex = 1 }: EntryPager,
): Entry[] {
  const size = pageSize > 0 ? Math.min(pageSize, MAX_PAGE_SIZE) : MAX_PAGE_SIZE;
  const offset = pageSize > 0 ? (Math.max(pageIndex, 1) - 1) * size : 0;
  if (offset >= MAX_MATCHES) throw new MatchWindowError(`the page begins at ${offset}`);
  return entries.slice(offset, Math.min(offset + size, MAX_MATCHES));
}
