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
  /** Stays known when the record is forgotten. */
  #print: string | null;
  #lastRun: Promise<void> = Promise.resolve();

  constructor(options: RunningUploadOptions) {
    const { client, record, file, handle } = options;
    const { id, fileName, size } = options.item();
    this.#options = options;
    this.#file = file;
    this.#handle = handle;
    this.#record = record;
    this.#print = record?.fingerprint ?? null;
    this.holder = new UploadTokenHolder({
      client,
      file: { name: uploadFileName(fileName, id), size },
      tokenId: record?.tokenId ?? null,
      mayHaveOne: record !== null && mayHaveToken(record),
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
    // What another tab uploads, it writes down itself.
    if (this.item.waitingFor !== 'another_tab') void this.remember({ handle: this.#handle });
  }

  /** Is this the file that the upload was begun with? What can't be read is not. */
  async isOf(file: File): Promise<boolean> {
    if (this.#print === null) return false;
    return (await fingerprint(file, this.#options.scope).catch(() => null)) === this.#print;
  }

  get item(): UploadItem {
    return this.#options.item();
  }

  /** What a reload would find; null until the file's fingerprint is known. */
  get record(): UploadRecord | null {
    return this.#record;
  }

  /** One run at a time: the one that was stopped lets go of the file first. */
  next(run: () => Promise<void>): Promise<void> {
    const running = this.#lastRun.then(run);
    this.#lastRun = running.catch(() => {});
    return running;
  }

  /**
   * From here on a reload finds it, though nothing of it is at Kaltura yet.
   *
   * @throws DOMException when the file can't be read; the signal's reason
   */
  async begin(signal?: AbortSignal): Promise<UploadRecord> {
    if (this.#file === null) throw new TypeError('An upload begins with its file');
    const { scope, clock } = this.#options;
    const print = await fingerprint(this.#file, scope);
    signal?.throwIfAborted();
    this.#print = print;
    const { id, fileName, size, mediaType, metadata, projection, createdAt } = this.item;
    const what = { id, fileName, size, mediaType, metadata, projection, createdAt, handle: this.#handle };
    const where = { step: 'queued', tokenId: null, uploadedBytes: 0, entryId: null } as const;
    const record = { ...scope, ...what, ...where, fingerprint: print, updatedAt: clock.now() };
    this.#record = record;
    await this.remember({});
    return record;
  }

  /** Goes on with what is remembered of its file by now, perhaps by another tab. */
  adopt(record: UploadRecord): void {
    this.#handle ??= record.handle;
    this.#record = { ...record, handle: this.#handle };
    const name = uploadFileName(record.fileName, record.id);
    this.holder.adopt({ tokenId: record.tokenId, name, mayHaveOne: mayHaveToken(record) });
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

/** A page that was closed meanwhile may have made a token whose id it never heard; not before its turn, though. */
const mayHaveToken = ({ step }: UploadRecord): boolean => step !== 'queued';
