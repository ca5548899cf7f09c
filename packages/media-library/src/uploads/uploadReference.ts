import {
  toMediaReference,
  type KalturaMediaEntry,
  type KalturaSession,
  type MediaReference,
} from '@spaces-kaltura/client';
import type { UploadItem } from '@spaces-kaltura/client/upload';

/** The reference to an upload's entry; without the entry, what Kaltura measures (length, size, picture) is null. */
export function uploadReference(
  { entryId, mediaType, metadata, projection }: UploadItem,
  entry: KalturaMediaEntry | null,
  session: Pick<KalturaSession, 'serviceUrl' | 'partnerId'>,
): MediaReference {
  if (entry !== null) return toMediaReference(entry, session);
  return {
    version: 1,
    source: 'kaltura',
    serviceUrl: session.serviceUrl,
    partnerId: session.partnerId,
    entryId: entryId ?? '',
    mediaType,
    name: metadata.name,
    projection: projection.projection,
    stereoMode: projection.stereoMode,
    durationMs: null,
    width: null,
    height: null,
    thumbnailUrl: null,
  };
}
