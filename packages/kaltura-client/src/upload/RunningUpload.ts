import type { KalturaClient } from '../createKalturaClient.ts';
import type { Clock } from '../api/Clock.ts';
import { uploadFileName } from './fileName.ts';
import { fingerprint, type UploadScope } from './fingerprint.ts';
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
  #handle: FileSystemFileHandle | null;
  #file: File | null;
  #record: UploadRecord | null;

  constructor(options: RunningUploadOptions) {
    const { client, record, file, handle } = options;
    const { id, fileName, size } = options.item();
    this.#options = options;
    this.#file = file;
    this.#handle = handle;
    this.#record = record;
    this.holder = new UploadTokenHolder({
      client,
      file: { name: uploadFileName(fileName, id), size },
      tokenId: record?.tokenId ?? null,
      // A page that was closed meanwhile may have made one whose id it never heard.
      mayHaveOne: record !== null,
      onMade: (tokenId) => void this.remember({ tokenId }),
    });
  }

  /** Null while it has to be chosen again, and when it is not needed any more. */
  get file(): File | null {
    return this.#file;
  }

  /** A way to the file that survives a reload, where there is one. */
  get handle(): FileSystemFileHandle | null {
    return this.#handle;
  }

  /** The file was handed in again; without a handle, the one from before still leads to it. */
  take(file: File, handle: FileSystemFileHandle | null): void {
    this.#file = file;
    this.#handle = handle ?? this.#handle;
    void this.remember({ handle: this.#handle });
  }

  /** Is this the file that the upload was begun with? */
  async isOf(file: File): Promise<boolean> {
    const { scope } = this.#options;
    const own = this.#record?.fingerprint ?? (this.#file && (await fingerprint(this.#file, scope)));
    return own !== null && own === (await fingerprint(file, scope));
  }

  get item(): UploadItem {
    return this.#options.item();
  }

  /** What a reload would find; null until the file's fingerprint is known. */
  get record(): UploadRecord | null {
    return this.#record;
  }

  begin(print: string): Promise<void> {
    const { id, fileName, size, mediaType, metadata, projection, uploadedBytes, createdAt } = this.item;
    const what = { id, fileName, size, mediaType, metadata, projection, uploadedBytes, createdAt };
    const where = { tokenId: this.holder.tokenId, step: 'uploading', entryId: null, handle: this.handle } as const;
    this.#record = {
      ...this.#options.scope,
      ...what,
      ...where,
      fingerprint: print,
      updatedAt: this.#options.clock.now(),
    };
    return this.remember({});
  }

  /** Goes on with what another tab has begun with the same file. */
  adopt(record: UploadRecord): void {
    this.#record = record;
    this.holder.adopt(record.tokenId, uploadFileName(record.fileName, record.id));
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
