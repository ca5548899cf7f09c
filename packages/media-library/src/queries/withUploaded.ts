import { isSpherical, type KalturaMediaEntry, type MediaPageQuery } from '@spaces-kaltura/client';

export interface WithUploaded {
  readonly entries: readonly KalturaMediaEntry[];
  /** How many of them Kaltura does not list yet. */
  readonly added: number;
}

/**
 * The listed entries with those that were uploaded here: as they are now, and in front, as long as Kaltura does not list
 * them. Only where the newest come first and no text is searched for: in any other order their place is Kaltura's to say.
 */
export function withUploaded(
  listed: readonly KalturaMediaEntry[],
  uploaded: readonly KalturaMediaEntry[],
  request: MediaPageQuery | null,
): WithUploaded {
  if (uploaded.length === 0) return { entries: listed, added: 0 };
  const known = new Map(uploaded.map((entry) => [entry.id, entry]));
  const current = listed.map((entry) => {
    const newer = known.get(entry.id);
    return newer && newer.updatedAt >= entry.updatedAt ? newer : entry;
  });
  const ids = new Set(listed.map(({ id }) => id));
  const fresh = uploaded.filter((entry) => !ids.has(entry.id) && request !== null && fits(entry, request));
  return { entries: [...fresh, ...current], added: fresh.length };
}

const fits = (entry: KalturaMediaEntry, { orderBy, filter, spherical }: MediaPageQuery): boolean =>
  orderBy === '-createdAt' &&
  filter?.freeText === undefined &&
  filter?.mediaTypeIn?.includes(entry.mediaType) === true &&
  (spherical !== true || isSpherical(entry));
