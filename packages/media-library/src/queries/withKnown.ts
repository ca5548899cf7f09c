import { isSpherical, type KalturaMediaEntry, type MediaPageQuery } from '@spaces-kaltura/client';
import { latest } from './knownEntries.ts';

export interface Listed {
  readonly entries: readonly KalturaMediaEntry[];
  /** Does Kaltura have more of them? */
  readonly complete: boolean;
}

/**
 * The listed entries, with what this page has uploaded or changed as it is now. What fits the question by now and is not
 * listed yet takes its place, but only where the newest come first and no text is searched for: any other order is Kaltura's
 * to say, and so is what is older than all that is loaded.
 */
export function withKnown(
  { entries, complete }: Listed,
  known: readonly KalturaMediaEntry[],
  request: MediaPageQuery | null,
): readonly KalturaMediaEntry[] {
  if (known.length === 0 || request === null) return entries;
  const byId = new Map(known.map((entry) => [entry.id, entry]));
  const current = entries.map((entry) => latest(entry, byId.get(entry.id)));
  const ids = new Set(entries.map(({ id }) => id));
  const end = complete ? -Infinity : (entries.at(-1)?.createdAt ?? -Infinity);
  const fresh = known.filter((entry) => !ids.has(entry.id) && entry.createdAt >= end && fits(entry, request));
  return fresh.reduceRight(insert, current);
}

/** Before those that are not newer: of the same second, the one that was known last stands first. */
function insert(entries: readonly KalturaMediaEntry[], entry: KalturaMediaEntry): readonly KalturaMediaEntry[] {
  const place = entries.findIndex(({ createdAt }) => createdAt <= entry.createdAt);
  return entries.toSpliced(place === -1 ? entries.length : place, 0, entry);
}

const fits = (entry: KalturaMediaEntry, { orderBy, filter, spherical }: MediaPageQuery): boolean =>
  orderBy === '-createdAt' &&
  filter?.freeText === undefined &&
  filter?.mediaTypeIn?.includes(entry.mediaType) === true &&
  (filter.userIdEqual === undefined || filter.userIdEqual.toLowerCase() === entry.userId.toLowerCase()) &&
  (spherical !== true || isSpherical(entry));
