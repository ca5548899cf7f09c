import type { KalturaSession } from '../session/KalturaSession.ts';
import { KalturaMediaType, type KalturaMediaEntry } from '../services/KalturaMediaEntry.ts';
import { isSpherical, stereoModeOf } from '../services/spherical.ts';
import type { MediaReference, ReferenceMediaType } from './MediaReference.ts';

const mediaTypes: Readonly<Record<KalturaMediaType, ReferenceMediaType>> = {
  [KalturaMediaType.VIDEO]: 'video',
  [KalturaMediaType.IMAGE]: 'image',
  [KalturaMediaType.AUDIO]: 'audio',
};

/** The reference that importing an entry hands to the host. */
export function toMediaReference(
  entry: KalturaMediaEntry,
  session: Pick<KalturaSession, 'serviceUrl' | 'partnerId'>,
): MediaReference {
  return {
    version: 1,
    source: 'kaltura',
    serviceUrl: session.serviceUrl,
    partnerId: session.partnerId,
    entryId: entry.id,
    mediaType: mediaTypes[entry.mediaType],
    name: entry.name,
    projection: isSpherical(entry) ? 'equirectangular' : 'flat',
    stereoMode: stereoModeOf(entry),
    durationMs: entry.msDuration,
    width: entry.width,
    height: entry.height,
    thumbnailUrl: entry.thumbnailUrl,
  };
}
