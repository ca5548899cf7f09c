import type { JsonObject } from '../protocol/json.ts';

/** Kaltura's flavor asset statuses, those the sandbox sets. */
export const FlavorAssetStatus = {
  ERROR: -1,
  QUEUED: 0,
  CONVERTING: 1,
  READY: 2,
  DELETED: 3,
  NOT_APPLICABLE: 4,
  WAIT_FOR_CONVERT: 6,
  IMPORTING: 7,
} as const;

export type FlavorAssetStatus = (typeof FlavorAssetStatus)[keyof typeof FlavorAssetStatus];

/** One rendition of an entry; `flavorParamsId` 0 is the uploaded file. */
export interface FlavorAsset {
  readonly id: string;
  readonly entryId: string;
  readonly partnerId: number;
  readonly flavorParamsId: number;
  readonly isOriginal: boolean;
  readonly createdAt: number;
  updatedAt: number;
  status: FlavorAssetStatus;
  /** `0` while there are no bytes; the original's last digit is 2. */
  version: string;
  tags: string;
  fileExt: string;
  sizeInBytes: number;
  description: string;
  width: number;
  height: number;
  /** kbit/s */
  bitrate: number;
  frameRate: number;
  containerFormat: string | null;
  videoCodecId: string | null;
  language: string | null;
  /** In the byte store; null while there are no bytes. */
  contentId: string | null;
}

/** The object of the API. `size` counts KB, and the bytes themselves while the file waits to be looked at. */
export function toFlavorAsset(asset: FlavorAsset): JsonObject {
  const isLookedAt = asset.status !== FlavorAssetStatus.QUEUED;
  const hasBytes = asset.contentId !== null;
  return {
    id: asset.id,
    entryId: asset.entryId,
    partnerId: asset.partnerId,
    version: asset.version,
    size: isLookedAt ? Math.floor(asset.sizeInBytes / 1024) : asset.sizeInBytes,
    tags: asset.tags,
    fileExt: asset.fileExt,
    createdAt: asset.createdAt,
    updatedAt: asset.updatedAt,
    description: asset.description,
    sizeInBytes: hasBytes ? String(asset.sizeInBytes) : 0,
    flavorParamsId: asset.flavorParamsId,
    width: asset.width,
    height: asset.height,
    bitrate: asset.bitrate,
    frameRate: asset.frameRate,
    isOriginal: asset.isOriginal,
    isWeb: hasTag(asset, 'web'),
    containerFormat: asset.containerFormat,
    videoCodecId: asset.videoCodecId,
    status: asset.status,
    language: asset.language,
    isDefault: false,
    objectType: 'KalturaFlavorAsset',
  };
}

/** Whether one comma piece of the asset's tags is exactly this. */
export function hasTag(asset: FlavorAsset, tag: string): boolean {
  return asset.tags.split(',').includes(tag);
}
