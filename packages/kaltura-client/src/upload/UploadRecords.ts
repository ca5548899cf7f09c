import type { UploadScope } from './fingerprint.ts';
import type { UploadMediaType, UploadMetadata, UploadProjection } from './UploadItem.ts';

/** Kaltura keeps unfinished uploads this long, milliseconds. */
export const RECORD_LIFETIME_MS: number = 7 * 24 * 3600 * 1000;

/** What is remembered of an unfinished upload, so that it can go on after a reload. Never a KS, never bytes. */
export interface UploadRecord {
  /** The upload's id. */
  readonly id: string;
  readonly hubId: string;
  readonly userId: string;
  readonly fingerprint: string;
  readonly fileName: string;
  /** Bytes. */
  readonly size: number;
  readonly mediaType: UploadMediaType;
  readonly metadata: UploadMetadata;
  readonly projection: UploadProjection;
  /** Null until Kaltura gave one. */
  readonly tokenId: string | null;
  readonly uploadedBytes: number;
  /**
   * `queued` until its turn: Kaltura knows nothing of it yet. `uploading` from before the first call. `arrived` from when Kaltura has all bytes: from then on the file is not needed any more. `attaching` from before the
   * first attempt. `attached` until the entry is ready. `cancelled` until nothing of it is left at Kaltura.
   */
  readonly step: 'queued' | 'uploading' | 'arrived' | 'attaching' | 'attached' | 'cancelled';
  /** Null until it is attached. */
  readonly entryId: string | null;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  /** Milliseconds since 1970. */
  readonly updatedAt: number;
  /** A way to the file that survives a reload, where the browser has one. */
  readonly handle: FileSystemFileHandle | null;
}

/** Where records are kept. Every implementation passes `assertUploadRecords`. */
export interface UploadRecords {
  /** Replaces the record with the same id. */
  put(record: UploadRecord): Promise<void>;
  /** Of this person in this hub, oldest first; what Kaltura has dropped by now is forgotten. */
  list(scope: UploadScope): Promise<UploadRecord[]>;
  remove(id: string): Promise<void>;
}

/** Keeps nothing beyond this page: the uploads work, only going on after a reload is lost. */
export function createMemoryUploadRecords(now: () => number = Date.now): UploadRecords {
  const records = new Map<string, UploadRecord>();
  return {
    put: async (record) => void records.set(record.id, record),
    list: async (scope) => listed([...records.values()], scope, now()),
    remove: async (id) => void records.delete(id),
  };
}

/** The living records of a scope, oldest first. */
export const listed = (records: readonly UploadRecord[], { hubId, userId }: UploadScope, now: number): UploadRecord[] =>
  records
    .filter((record) => record.hubId === hubId && record.userId === userId)
    .filter((record) => !isExpired(record, now))
    .sort((a, b) => a.createdAt - b.createdAt);

/** Kaltura counts from the last chunk. */
export const isExpired = ({ updatedAt }: UploadRecord, now: number): boolean => now - updatedAt > RECORD_LIFETIME_MS;
