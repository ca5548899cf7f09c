export interface UploadTokenRow {
  id: string;
  /** Row id of the user it belongs to. */
  userId: string;
  /** 0 pending, 1 partial, 2 full, 3 closed, 4 timed out, 5 deleted. */
  status: 0 | 1 | 2 | 3 | 4 | 5;
  fileName: string | undefined;
  /** As the creator said, never enforced. */
  fileSize: number | undefined;
  /** Contiguous bytes at the time of the last answer; undefined until data arrived. */
  uploadedFileSize: number | undefined;
  autoFinalize: boolean;
  createdAt: number;
  updatedAt: number;
  /** Set only when the token was attached before its bytes were complete. */
  attachedObjectType: string | undefined;
  attachedObjectId: string | undefined;
  /** The file so far, in the byte store; undefined until the first chunk. */
  bytesId: string | undefined;
  /** Chunks that came before their turn. */
  parked: { offset: number; bytesId: string; size: number }[];
  /** Bytes received, resends counted again; `autoFinalize` goes by it. */
  receivedSize: number;
  /** Told when the last byte arrived, for entries that were attached early. */
  onFull: ((row: UploadTokenRow) => Promise<void>)[];
}
