import { entryNameOf } from './fileName.ts';
import { FLAT, type UploadItem, type UploadMediaType, type UploadStatus } from './UploadItem.ts';
import type { UploadRecord } from './UploadRecords.ts';

const unbegun = { waitingFor: null, uploadedBytes: 0, bytesPerSecond: null, entryId: null, problem: null } as const;

/** An upload that waits for its turn. */
export const newUploadItem = (id: string, file: File, mediaType: UploadMediaType, createdAt: number): UploadItem => ({
  ...unbegun,
  id,
  status: 'queued',
  dash: mediaType === 'image' ? null : 'pending',
  fileName: file.name,
  size: file.size,
  mediaType,
  metadata: { name: entryNameOf(file.name), description: '', tags: [] },
  projection: FLAT,
  createdAt,
});

const statusOf: Readonly<Record<UploadRecord['step'], UploadStatus>> = {
  uploading: 'paused',
  attaching: 'attaching',
  attached: 'converting',
  cancelled: 'cancelled',
};

/** An upload from before a reload. It needs its file again only while bytes are missing. */
export const restoredUploadItem = (record: UploadRecord): UploadItem => ({
  ...unbegun,
  id: record.id,
  status: statusOf[record.step],
  waitingFor: record.step === 'uploading' ? 'file' : null,
  dash: record.mediaType === 'image' ? null : 'pending',
  fileName: record.fileName,
  size: record.size,
  mediaType: record.mediaType,
  metadata: record.metadata,
  projection: record.projection,
  uploadedBytes: record.uploadedBytes,
  entryId: record.entryId,
  createdAt: record.createdAt,
});
