import type { LibraryMediaType } from '../parts/LibraryEntry.ts';

/** What an uploader takes. */
export interface UploadLimits {
  /** Kinds of media; all of them without it. Keep the array's identity. */
  accept?: readonly LibraryMediaType[] | undefined;
  /** Bytes of one file at most. */
  maxFileBytes?: number | undefined;
  /** Files at once at most. */
  maxFiles?: number | undefined;
}
