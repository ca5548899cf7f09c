import { entryNameOf } from './fileName.ts';
import {
  FLAT,
  isOpenQuestion,
  type UploadItem,
  type UploadMediaType,
  type UploadProjection,
  type UploadStatus,
  type WaitingFor,
} from './UploadItem.ts';
import type { FileToUpload } from './UploadQueue.ts';
import type { UploadRecord } from './UploadRecords.ts';

const unbegun = {
  dashObstacle: null,
  waitingFor: null,
  uploadedBytes: 0,
  bytesPerSecond: null,
  secondsLeft: null,
  entryId: null,
  problem: null,
} as const;

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
  queued: 'paused',
  uploading: 'paused',
  arrived: 'attaching',
  attaching: 'attaching',
  attached: 'converting',
  cancelled: 'cancelled',
};

function waitsAfterReload({ step, projection }: UploadRecord): WaitingFor | null {
  if (step === 'queued' || step === 'uploading') return 'file';
  return step === 'arrived' && isOpenQuestion(projection) ? 'projection' : null;
}

/** An upload from before a reload. It needs its file again only while bytes are missing. */
export const restoredUploadItem = (record: UploadRecord): UploadItem => ({
  ...unbegun,
  id: record.id,
  status: statusOf[record.step],
  waitingFor: waitsAfterReload(record),
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
