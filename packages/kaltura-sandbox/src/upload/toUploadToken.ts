import type { JsonObject } from '../protocol/json.ts';
import type { UploadTokenRow } from './UploadTokenRow.ts';

/** Sizes are texts on the wire. */
export function toUploadToken(row: UploadTokenRow, partnerId: number): JsonObject {
  return {
    id: row.id,
    partnerId,
    userId: row.userId,
    status: row.status,
    fileName: row.fileName,
    fileSize: row.fileSize === undefined ? undefined : String(row.fileSize),
    uploadedFileSize: row.uploadedFileSize === undefined ? undefined : String(row.uploadedFileSize),
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
    autoFinalize: row.autoFinalize,
    attachedObjectType: row.attachedObjectType,
    attachedObjectId: row.attachedObjectId,
    objectType: 'KalturaUploadToken',
  };
}
