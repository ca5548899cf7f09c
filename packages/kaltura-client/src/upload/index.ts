export { confirmSession } from '../session/confirmSession.ts';
export { acceptedEndings, checkFile } from './checkFile.ts';
export { createEntryFollower } from './createEntryFollower.ts';
export { createUploadQueue } from './createUploadQueue.ts';
export { detectFile } from './detectFile.ts';
export { createPageLocks, createWebLocks } from './FileLocks.ts';
export { entryNameOf } from './fileName.ts';
export { createIndexedDbUploadRecords } from './indexedDbRecords.ts';
export { keepsUploadRecords } from './keepsUploadRecords.ts';
export { LanePool, lanePoolOf } from './LanePool.ts';
export { postFormByFetch } from './postForm.ts';
export { postFormByXhr } from './postFormByXhr.ts';
export { transferFile } from './transferFile.ts';
export { FLAT, isActive, isOpenQuestion, isSettled } from './UploadItem.ts';
export { createMemoryUploadRecords } from './UploadRecords.ts';
export { canDo } from './uploadReducer.ts';
export { UploadTokenHolder } from './UploadTokenHolder.ts';

export type { FileCheck, FileLimits, FileRefusal } from './checkFile.ts';
export type { ChunkTiming, LanePace } from './chunkLength.ts';
export type { EntryFollower, EntryNews, FollowerOptions, PageVisibility } from './createEntryFollower.ts';
export type { FileLocks, LockOptions } from './FileLocks.ts';
export type { UploadScope } from './fingerprint.ts';
export type { Lane, LanePoolOptions } from './LanePool.ts';
export type { NetworkState } from './networkState.ts';
export type { FormAnswer, FormPost, PostForm } from './postForm.ts';
export type { DetectProjection, RunEnvironment } from './runUpload.ts';
export type { TransferEnvironment, Transferred, TransferOptions } from './transferFile.ts';
export type { UploadEnvironmentOptions } from './uploadEnvironment.ts';
export type {
  DashState,
  UploadItem,
  UploadMediaType,
  UploadMetadata,
  UploadProblem,
  UploadProblemCode,
  UploadProjection,
  UploadStatus,
  WaitingFor,
} from './UploadItem.ts';
export type {
  AddedFile,
  FileToUpload,
  UploadNews,
  UploadQueue,
  UploadQueueOptions,
  UploadQueueState,
} from './UploadQueue.ts';
export type { UploadRecord, UploadRecords } from './UploadRecords.ts';
export type { UploadEvent } from './uploadReducer.ts';
export type { HolderOptions } from './UploadTokenHolder.ts';
