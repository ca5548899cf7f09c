import type { KalturaClient } from '../createKalturaClient.ts';
import type { Clock } from '../api/Clock.ts';
import { uploadFileName } from './fileName.ts';
import type { UploadScope } from './fingerprint.ts';
import type { UploadItem } from './UploadItem.ts';
import type { UploadRecord, UploadRecords } from './UploadRecords.ts';
import { UploadTokenHolder } from './UploadTokenHolder.ts';

export interface RunningUploadOptions {
  client: KalturaClient;
  clock: Clock;
  records: UploadRecords;
  scope: UploadScope;
  item: () => UploadItem;
  file: File | null;
  handle: FileSystemFileHandle | null;
  record: UploadRecord | null;
}

/** What stays of an upload from one run to the next: its file, its token, and what is remembered of it. */
export class RunningUpload {
  readonly #options: RunningUploadOptions;
  readonly holder: UploadTokenHolder;
  /** A way to the file that survives a reload, where there is one. */
  readonly handle: FileSystemFileHandle | null;
  /** Null while it has to be chosen again, and when it is not needed any more. */
  file: File | null;
  #record: UploadRecord | null;

  constructor(options: RunningUploadOptions) {
    const { client, record, file, handle } = options;
    const { id, fileName, size } = options.item();
    this.#options = options;
    this.file = file;
    this.handle = handle;
    this.#record = record;
    this.holder = new UploadTokenHolder({
      client,
      file: { name: uploadFileName(fileName, id), size },
      tokenId: record?.tokenId ?? null,
      onMade: (tokenId) => void this.remember({ tokenId }),
    });
  }

  get item(): UploadItem {
    return this.#options.item();
  }

  /** What a reload would find; null until the file's fingerprint is known. */
  get record(): UploadRecord | null {
    return this.#record;
  }

  begin(fingerprint: string): Promise<void> {
    const { id, fileName, size, mediaType, metadata, projection, uploadedBytes, createdAt } = this.item;
    const what = { id, fileName, size, mediaType, metadata, projection, uploadedBytes, createdAt };
    const where = { tokenId: this.holder.tokenId, step: 'uploading', entryId: null, handle: this.handle } as const;
    this.#record = { ...this.#options.scope, ...what, ...where, fingerprint, updatedAt: this.#options.clock.now() };
    return this.remember({});
  }

  /** Goes on with what another tab has begun with the same file. */
  adopt(record: UploadRecord): void {
    this.#record = record;
    this.holder.adopt(record.tokenId);
  }

  /** Storage that fails costs nothing but going on after a reload. */
  async remember(change: Partial<UploadRecord>): Promise<void> {
    if (this.#record === null) return;
    this.#record = { ...this.#record, ...change };
    await this.#options.records.put(this.#record).catch(() => {});
  }

  async forget(): Promise<void> {
    if (this.#record === null) return;
    const { id } = this.#record;
    this.#record = null;
    await this.#options.records.remove(id).catch(() => {});
  }
}
