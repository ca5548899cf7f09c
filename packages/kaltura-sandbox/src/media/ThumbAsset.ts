import type { JsonObject } from '../protocol/json.ts';

/** The picture Kaltura takes out of a video, or a person gives it. */
export interface ThumbAsset {
  readonly id: string;
  readonly entryId: string;
  readonly partnerId: number;
  readonly createdAt: number;
  updatedAt: number;
  version: string;
  tags: string;
  fileExt: string;
  sizeInBytes: number;
  width: number;
  height: number;
}

/** The object of the API. */
export function toThumbAsset(asset: ThumbAsset): JsonObject {
  return {
    id: asset.id,
    entryId: asset.entryId,
    partnerId: asset.partnerId,
    version: asset.version,
    size: asset.sizeInBytes,
    tags: asset.tags,
    fileExt: asset.fileExt,
    createdAt: asset.createdAt,
    updatedAt: asset.updatedAt,
    description: '',
    sizeInBytes: String(asset.sizeInBytes),
    thumbParamsId: 19,
    width: asset.width,
    height: asset.height,
    status: 2,
    objectType: 'KalturaThumbAsset',
  };
}
