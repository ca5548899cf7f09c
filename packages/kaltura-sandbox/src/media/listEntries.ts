import type { Entry } from './Entry.ts';
import {
  compileEntryFilter,
  type EntryFilter,
  type EntryFilterContext,
  filterValue,
  namesEntries,
} from './entryFilter.ts';
import { orderEntries } from './orderEntries.ts';
import { type EntryPager, pageOf } from './pageEntries.ts';

export interface EntryListing extends EntryFilterContext {
  /** All entries of the account in the order of their making. */
  entries: Iterable<Entry>;
  filter: EntryFilter;
  /** Whether a list shows the entry where the filter does not name it. */
  isListed: (entry: Entry) => boolean;
  /** Whether the session may see the entry at all. */
  isEntitled: (entry: Entry) => boolean;
  /** Unix seconds. */
  now: number;
}

/**
 * One page of `media.list`.
 *
 * @throws MatchSyntaxError, MatchWindowError
 */
export function listEntries(listing: EntryListing, pager: EntryPager): { objects: Entry[]; totalCount: number } {
  const { accepted, weigh } = select(listing);
  const ordered = orderEntries(accepted, filterValue(listing.filter['orderBy']), weigh, listing.now);
  if (ordered) return { objects: pageOf(ordered, pager), totalCount: ordered.length };
  // Unordered pages hold the oldest first, but come out of the database sorted by id.
  const objects = pageOf(accepted, pager).sort((a, b) => (a.id < b.id ? -1 : 1));
  return { objects, totalCount: accepted.length };
}

/**
 * The number of `media.count`.
 *
 * @throws MatchSyntaxError
 */
export function countEntries(listing: EntryListing): number {
  return select(listing).accepted.length;
}

function select(listing: EntryListing): { accepted: Entry[]; weigh: (entry: Entry) => number } {
  const { accepts, weigh } = compileEntryFilter(listing.filter, listing);
  const isVisible = namesEntries(listing.filter) ? listing.isEntitled : listing.isListed;
  const accepted: Entry[] = [];
  for (const entry of listing.entries) {
    if (isVisible(entry) && accepts(entry)) accepted.push(entry);
  }
  return { accepted, weigh };
}
