import type { StoreApi } from 'zustand/vanilla';
import type { KalturaMediaEntry } from '../services/KalturaMediaEntry.ts';
import type { FileLimits, FileRefusal } from './checkFile.ts';
import type { PageVisibility } from './createEntryFollower.ts';
import type { UploadEnvironmentOptions } from './uploadEnvironment.ts';
import type { UploadItem, UploadMetadata, UploadProjection } from './UploadItem.ts';

export interface UploadQueueState {
  /** Oldest first. */
  readonly items: readonly UploadItem[];
  /** Nothing is sent and nothing is asked until `wake`. */
  readonly suspended: boolean;
}

/** A file with what is known of it before it is queued. */
export interface FileToUpload {
  file: File;
  /** A way to the file that survives a reload. */
  handle?: FileSystemFileHandle | null | undefined;
  /** What a person has said of it; the name is made from the file's without it. */
  metadata?: Partial<UploadMetadata> | undefined;
  /** How a person has said it is to be shown; otherwise the file is asked. */
  projection?: Pick<UploadProjection, 'projection' | 'stereoMode'> | undefined;
}

/** What became of a file that was handed in. */
export type AddedFile =
  /** Not new: an unfinished upload of this very file goes on. */
  { ok: true; id: string; isNew: boolean } | { ok: false; fileName: string; refusal: FileRefusal };

/** News for the host app. */
export type UploadNews =
  | { type: 'uploadAttached'; item: UploadItem }
  | { type: 'uploadReady'; item: UploadItem; entry: KalturaMediaEntry }
  | { type: 'uploadFailed'; item: UploadItem };

export interface UploadQueueOptions extends UploadEnvironmentOptions {
  visibility?: PageVisibility;
  limits?: FileLimits;
  /** How many files are sent at the same time; default 2. They share the lanes of their host evenly. */
  filesAtOnce?: number;
  newId?: () => string;
  onNews?: (news: UploadNews) => void;
}

/**
 * All uploads of one person in one hub. Lives outside of React, and outlives every dialog. An action that came too late
 * for an upload's status (see `canDo`) does nothing.
 */
export interface UploadQueue {
  readonly store: StoreApi<UploadQueueState>;
  /**
   * Checks files and queues those that can be uploaded; a file whose upload has not come to its end continues that one. What is
   * queued is remembered, so that a reload loses none of it. Without `limits`, those of the queue hold.
   */
  add(files: readonly (File | FileToUpload)[], limits?: FileLimits): Promise<AddedFile[]>;
  pause(id: string): void;
  resume(id: string): void;
  retry(id: string): void;
  /** Ends it at once; resolves when nothing of it is left at Kaltura. */
  cancel(id: string): Promise<void>;
  /** Says how the file is to be shown. */
  answer(id: string, projection: Pick<UploadProjection, 'projection' | 'stereoMode'>): void;
  edit(id: string, metadata: Partial<UploadMetadata>): void;
  /** Hands the file of an upload from before a reload. Answers false when it is another file. */
  chooseFile(id: string, file: File, handle?: FileSystemFileHandle | null): Promise<boolean>;
  /**
   * Hands the file of an upload from before a reload by the handle that survived it; the browser may ask the person, so
   * call it from a click. Answers false where that leads nowhere and the file has to be chosen.
   */
  reopen(id: string): Promise<boolean>;
  /** The way to an upload's file that survived a reload, or null. */
  handleOf(id: string): FileSystemFileHandle | null;
  /** Forgets those of them that have come to their end; of what failed, nothing stays at Kaltura. */
  forget(ids: readonly string[]): void;
  /** Brings back what was unfinished before a reload, in the order in which it was added. */
  restore(): Promise<void>;
  /**
   * Nobody of this person's is there, or they are in another hub: stops what is under way and keeps all of it, files too,
   * until `wake`.
   */
  suspend(): void;
  /** Goes on with what `suspend` stopped. */
  wake(): void;
  /**
   * The person has left: stops everything in the same breath and forgets it. Records stay for when they come back; the
   * queue is of no use afterwards.
   */
  close(): void;
}
