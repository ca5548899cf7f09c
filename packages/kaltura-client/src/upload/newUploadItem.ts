import { entryNameOf } from './fileName.ts';
import { FLAT, type UploadItem, type UploadMediaType, type UploadProjection, type UploadStatus } from './UploadItem.ts';
import type { FileToUpload } from './UploadQueue.ts';
import type { UploadRecord } from './UploadRecords.ts';

const unbegun = { waitingFor: null, uploadedBytes: 0, bytesPerSecond: null, entryId: null, problem: null } as const;

/** An upload that waits for its turn. */
export const newUploadItem = (
  id: string,
  file: File,
  mediaType: UploadMediaType,
  createdAt: number,
  { metadata, projection }: Pick<FileToUpload, 'metadata' | 'projection'> = {},
): UploadItem => ({
  ...unbegun,
  id,
  status: 'queued',
  dash: mediaType === 'image' ? null : 'pending',
  fileName: file.name,
  size: file.size,
  mediaType,
  metadata: { name: entryNameOf(file.name), description: '', tags: [], ...metadata },
  projection: projection ? saidByPerson(projection, []) : FLAT,
  createdAt,
});

/** A person's word: it stands, whatever the file says. */
export const saidByPerson = (
  { projection, stereoMode }: Pick<UploadProjection, 'projection' | 'stereoMode'>,
  evidence: readonly string[],
): UploadProjection => ({ projection, stereoMode, confidence: 'certain', decidedBy: 'person', evidence });

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
