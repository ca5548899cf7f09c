import type { ReadContext } from '../api/KalturaRequest.ts';
import { allowedUrl } from '../urls/allowedUrl.ts';
import { KalturaEntryStatus, type KalturaMediaEntry, KalturaMediaType } from './KalturaMediaEntry.ts';
import { toInteger, toIntegerOrNull, toPositiveOrNull, toRecord, toText, toTextList, toTextOrNull } from './read.ts';

/** Kaltura's entry object, normalised; null when it is no video, image or sound. */
export function readMediaEntry(json: unknown, context: ReadContext): KalturaMediaEntry | null {
  const entry = toRecord(json, 'entry');
  const mediaType = mediaTypes.find((known) => known === toIntegerOrNull(entry['mediaType']));
  if (mediaType === undefined) return null;
  return {
    id: toText(entry['id'], 'entry id'),
    partnerId: toInteger(entry['partnerId'], 'partnerId'),
    name: toTextOrNull(entry['name']) ?? '',
    description: toTextOrNull(entry['description']) ?? '',
    tags: toTextList(entry['tags']),
    mediaType,
    status: readStatus(entry['status']),
    moderationStatus: toIntegerOrNull(entry['moderationStatus']),
    userId: toTextOrNull(entry['userId']) ?? '',
    createdAt: toIntegerOrNull(entry['createdAt']) ?? 0,
    updatedAt: toIntegerOrNull(entry['updatedAt']) ?? 0,
    msDuration: readDuration(entry),
    width: toPositiveOrNull(entry['width']),
    height: toPositiveOrNull(entry['height']),
    plays: toIntegerOrNull(entry['plays']) ?? 0,
    thumbnailUrl: readThumbnailUrl(entry['thumbnailUrl'], context),
    downloadUrl: allowedUrl(entry['downloadUrl'], context),
    conversionProfileId: toIntegerOrNull(entry['conversionProfileId']),
    partnerData: toTextOrNull(entry['partnerData']),
  };
}

const mediaTypes = Object.values(KalturaMediaType);
const statuses = Object.values(KalturaEntryStatus);

function readStatus(value: unknown): KalturaEntryStatus {
  const status = toIntegerOrNull(value);
  return statuses.find((known) => known === status) ?? KalturaEntryStatus.BLOCKED;
}

/** Every entry has a thumbnail URL; with version 0 there is no picture behind it yet, only a 404 that caches keep. */
function readThumbnailUrl(value: unknown, context: ReadContext): string | null {
  const url = allowedUrl(value, context);
  return url?.endsWith('/version/0') ? null : url;
}

/** `duration` is in whole seconds and always there; `msDuration` is exact and may be missing. */
function readDuration(entry: Record<string, unknown>): number | null {
  const seconds = toPositiveOrNull(entry['duration']);
  return toPositiveOrNull(entry['msDuration']) ?? (seconds === null ? null : seconds * 1000);
}
