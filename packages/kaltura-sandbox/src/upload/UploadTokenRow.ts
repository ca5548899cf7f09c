export interface UploadTokenRow {
  id: string;
  /** Id of the user it belongs to. */
  userId: string;
  /** 0 pending, 1 partial, 2 full, 3 closed, 4 timed out, 5 deleted. */
  status: 0 | 1 | 2 | 3 | 4 | 5;
  fileName: string | undefined;
  /** As the creator said, never enforced. */
  fileSize: number | undefined;
  /** Contiguous bytes as of the last successful call; undefined until data arrived. */
  uploadedFileSize: number | undefined;
  autoFinalize: boolean;
  createdAt: number;
  updatedAt: number;
  /** Set only when the token was attached before its bytes were complete. */
  attachedObjectType: string | undefined;
  attachedObjectId: string | undefined;
  /** The file so far, in the byte store; undefined until the first chunk. */
  bytesId: string | undefined;
  /** Chunks that do not fit yet, and resent ones, by offset. */
  parked: Map<number, { bytesId: string; size: number }>;
  /** Bytes received, resends counted again; `autoFinalize` goes by it. */
  receivedSize: number;
  /** Entries that wait for the last byte. */
  onFull: ((row: UploadTokenRow) => Promise<void>)[];
  /** Chunks of one token are put together one after the other. */
  turn: Promise<unknown>;
}
