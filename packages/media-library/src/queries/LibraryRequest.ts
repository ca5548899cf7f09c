import {
  KalturaEntryStatus,
  KalturaMediaType,
  toSearchText,
  type MediaOrder,
  type MediaPageQuery,
} from '@spaces-kaltura/client';
import type { LibraryMediaType } from '../parts/LibraryEntry.ts';
import type { LibrarySort } from '../parts/LibraryFilters.ts';
import { toLibraryFilters, type FilterState } from '../stores/libraryFilters.ts';
import type { KalturaSessionInfo } from './sessionQuery.ts';

/** The filters as a question to Kaltura, or null when what was typed holds nothing that could be searched for (`"`, `!`). */
export function toLibraryRequest(
  state: FilterState,
  accept: readonly LibraryMediaType[],
  session: Pick<KalturaSessionInfo, 'canListAll' | 'userId'>,
): MediaPageQuery | null {
  const freeText = state.settledSearch === '' ? undefined : toSearchText(state.settledSearch);
  if (freeText === null) return null;
  const { mediaType, spherical, scope, sort } = toLibraryFilters(state);
  const types = mediaType === 'any' ? accept : accept.filter((type) => type === mediaType);
  const mine = scope === 'mine' || !session.canListAll;
  return {
    filter: {
      mediaTypeIn: types.map((type) => mediaTypes[type]),
      freeText,
      ...(mine && { statusIn: ownStatuses }),
      // Without the right to list all, Kaltura shows one's own entries only and needs no filter for it.
      ...(mine && session.canListAll && { userIdEqual: session.userId }),
    },
    orderBy: orders[sort],
    spherical,
  };
}

/** What one's own library shows beside ready entries: those that are on their way, and those that failed. */
const ownStatuses = [
  KalturaEntryStatus.READY,
  KalturaEntryStatus.IMPORT,
  KalturaEntryStatus.PRECONVERT,
  KalturaEntryStatus.PENDING,
  KalturaEntryStatus.ERROR_CONVERTING,
  KalturaEntryStatus.ERROR_IMPORTING,
] as const;

const mediaTypes: Readonly<Record<LibraryMediaType, KalturaMediaType>> = {
  video: KalturaMediaType.VIDEO,
  image: KalturaMediaType.IMAGE,
  audio: KalturaMediaType.AUDIO,
};

const orders: Readonly<Record<LibrarySort, MediaOrder>> = {
  relevance: '-weight',
  recent: '-createdAt',
  name: '+name',
  plays: '-plays',
  duration: '-duration',
};
