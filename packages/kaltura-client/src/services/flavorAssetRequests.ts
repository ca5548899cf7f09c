import type { KalturaRequest } from '../api/KalturaRequest.ts';
import { toIntegerOrNull, toList, toRecord, toTextList } from './read.ts';

/** One rendition of an entry. */
export interface KalturaFlavorState {
  /** Kaltura's `KalturaFlavorAssetStatus`. */
  readonly status: number;
  readonly tags: readonly string[];
}

/**
 * `flavorAsset.getByEntryId`: all renditions of an entry, whatever has become of them. A playback context names only those
 * that are ready and used.
 */
export const flavorAssetGetByEntryId = (entryId: string): KalturaRequest<readonly KalturaFlavorState[]> => ({
  service: 'flavorAsset',
  action: 'getByEntryId',
  params: { entryId },
  repeatable: true,
  read: (json) =>
    toList(json, 'flavor assets').map((flavor) => {
      const { status, tags } = toRecord(flavor, 'flavor asset');
      return { status: toIntegerOrNull(status) ?? 0, tags: toTextList(tags) };
    }),
});
