import { createStore, type StoreApi } from 'zustand/vanilla';
import { systemClock } from '../api/Clock.ts';
import type { KalturaMediaEntry } from '../services/KalturaMediaEntry.ts';
import { checkFile, type FileLimits, type FileRefusal } from './checkFile.ts';
import { browserVisibility, createEntryFollower, type EntryNews, type PageVisibility } from './createEntryFollower.ts';
import { entryNameOf } from './fileName.ts';
import { fingerprint } from './fingerprint.ts';
import { runUpload, type RunEnvironment, type RunningUpload } from './runUpload.ts';
import {
  FLAT,
  isSettled,
  type UploadItem,
  type UploadMediaType,
  type UploadMetadata,
  type UploadProjection,
} from './UploadItem.ts';
import type { UploadRecord } from './UploadRecords.ts';
import { toUploadProblem } from './uploadProblem.ts';
import { canHappen, uploadReducer, type UploadEvent } from './uploadReducer.ts';
import { UploadTokenHolder } from './UploadTokenHolder.ts';

const FILES_AT_ONCE = 2;

export interface UploadQueueState {
  /** Oldest first. */
  readonly items: readonly UploadItem[];
}

/** What became of a file that was handed in. */
export type AddedFile = { ok: true; id: string } | { ok: false; fileName: string; refusal: FileRefusal };

/** News for the host app. */
export type UploadNews =
  | { type: 'uploadAttached'; item: UploadItem }
  | { type: 'uploadReady'; item: UploadItem; entry: KalturaMediaEntry }
  | { type: 'uploadFailed'; item: UploadItem };

export interface UploadQueueOptions extends Omit<RunEnvironment, 'clock'> {
  clock?: RunEnvironment['clock'];
  visibility?: PageVisibility;
  limits?: FileLimits;
  /** How many files are sent at the same time; default 2. They share the lanes of their host evenly. */
  filesAtOnce?: number;
  newId?: () => string;
  onNews?: (news: UploadNews) => void;
}

/** All uploads of one person in one hub. Lives outside of React, and outlives every dialog. */
export interface UploadQueue {
  readonly store: StoreApi<UploadQueueState>;
  /** Checks files and queues those that can be uploaded. */
  add(files: readonly (File | { file: File; handle: FileSystemFileHandle })[]): Promise<AddedFile[]>;
  pause(id: string): void;
  resume(id: string): void;
  retry(id: string): void;
  /** Ends it; what Kaltura holds of it is deleted. */
  cancel(id: string): Promise<void>;
  /** Says how the file is to be shown. */
  answer(id: string, projection: Pick<UploadProjection, 'projection' | 'stereoMode'>): void;
  edit(id: string, metadata: Partial<UploadMetadata>): void;
  /** Hands the file of an upload from before a reload. Answers false when it is another file. */
  chooseFile(id: string, file: File): Promise<boolean>;
  /** Forgets what has come to its end. */
  clearSettled(): void;
  /** Brings back what was unfinished before a reload. */
  restore(): Promise<void>;
  /** Stops everything at once and keeps it for its owner; the queue is empty afterwards. */
  close(): void;
}

/** @see UploadQueue */
export function createUploadQueue(options: UploadQueueOptions): UploadQueue {
  const { client, records, scope, clock = systemClock, filesAtOnce = FILES_AT_ONCE, onNews } = options;
  const { newId = () => crypto.randomUUID(), limits = {}, visibility = browserVisibility } = options;
  const environment: RunEnvironment = { ...options, clock };
  const store = createStore<UploadQueueState>(() => ({ items: [] }));
  const uploads = new Map<string, RunningUpload>();
  const prints = new Map<string, string>();
  const running = new Map<string, AbortController>();
  const follower = createEntryFollower({ client, clock, visibility, onNews: heed });

  const itemOf = (id: string): UploadItem | undefined => store.getState().items.find((item) => item.id === id);

  function dispatch(id: string, event: UploadEvent): void {
    store.setState(({ items }) => ({
      items: items.map((item) => (item.id === id ? uploadReducer(item, event) : item)),
    }));
  }

  function begin(item: UploadItem, file: File | null, tokenId: string | null, more: Partial<RunningUpload> = {}): void {
    const holder = new UploadTokenHolder({
      client,
      file: { name: item.fileName, size: item.size },
      tokenId,
      now: () => Math.floor(clock.now() / 1000),
    });
    uploads.set(item.id, {
      item: () => itemOf(item.id) ?? item,
      dispatch: (event) => dispatch(item.id, event),
      until: (condition, signal) => until(item.id, condition, signal),
      file,
      holder,
      handle: null,
      inDoubt: false,
      ...more,
    });
    store.setState(({ items }) => ({ items: [...items, item] }));
    schedule();
  }

  /** Starts what waits, oldest first, as long as there is room. */
  function schedule(): void {
    for (const { id, status, waitingFor } of store.getState().items) {
      if (running.size >= filesAtOnce) return;
      const upload = uploads.get(id);
      const inDoubt = status === 'attaching' && !running.has(id);
      if (upload && ((status === 'queued' && waitingFor !== 'file') || inDoubt)) start(id, upload);
    }
  }

  function start(id: string, upload: RunningUpload): void {
    const controller = new AbortController();
    running.set(id, controller);
    runUpload(upload, environment, controller.signal)
      .then(
        () => {
          const item = itemOf(id);
          if (item?.entryId) follower.follow(item.entryId);
          if (item) onNews?.({ type: 'uploadAttached', item });
        },
        (error: unknown) => {
          if (!controller.signal.aborted) fail(id, error);
        },
      )
      .finally(() => {
        if (running.get(id) === controller) running.delete(id);
        schedule();
      });
  }

  function fail(id: string, error: unknown): void {
    dispatch(id, { type: 'failed', problem: toUploadProblem(error) });
    const item = itemOf(id);
    if (item) onNews?.({ type: 'uploadFailed', item });
  }

  function stop(id: string): void {
    running.get(id)?.abort(new DOMException('The upload was stopped', 'AbortError'));
    running.delete(id);
  }

  function heed(news: EntryNews): void {
    const before = store.getState().items.find(({ entryId }) => entryId === news.entryId);
    if (!before) return;
    if (news.type === 'failed') {
      dispatch(before.id, { type: 'failed', problem: news.problem });
      const item = itemOf(before.id);
      if (item) onNews?.({ type: 'uploadFailed', item });
      return;
    }
    dispatch(before.id, { type: before.status === 'converting' ? 'entryReady' : 'dashVerified', dash: news.dash });
    const item = itemOf(before.id);
    if (item && before.status === 'converting') onNews?.({ type: 'uploadReady', item, entry: news.entry });
  }

  function until(id: string, condition: (item: UploadItem) => boolean, signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const leave = (): void => {
        unsubscribe();
        reject(signal.reason as Error);
      };
      const check = (): void => {
        const item = itemOf(id);
        if (item && !condition(item)) return;
        unsubscribe();
        signal.removeEventListener('abort', leave);
        resolve();
      };
      const unsubscribe = store.subscribe(check);
      if (signal.aborted) leave();
      else {
        signal.addEventListener('abort', leave, { once: true });
        check();
      }
    });
  }

  return {
    store,
    async add(files) {
      const added: AddedFile[] = [];
      for (const entry of files) {
        const [file, handle] = entry instanceof File ? [entry, null] : [entry.file, entry.handle];
        const check = await checkFile(file, limits);
        if (!check.ok) {
          added.push({ ok: false, fileName: file.name, refusal: check.refusal });
          continue;
        }
        const item = newItem(newId(), file, check.mediaType, clock.now());
        begin(item, file, null, { handle });
        added.push({ ok: true, id: item.id });
      }
      return added;
    },
    pause(id) {
      dispatch(id, { type: 'paused' });
      stop(id);
      schedule();
    },
    resume(id) {
      dispatch(id, { type: 'resumed' });
      schedule();
    },
    retry(id) {
      dispatch(id, { type: 'retried' });
      schedule();
    },
    async cancel(id) {
      const upload = uploads.get(id);
      dispatch(id, { type: 'cancelled' });
      stop(id);
      schedule();
      await records.remove(id);
      await upload?.holder.drop();
    },
    answer(id, { projection, stereoMode }) {
      const item = itemOf(id);
      if (!item) return;
      const { evidence } = item.projection;
      dispatch(id, {
        type: 'answered',
        projection: { projection, stereoMode, confidence: 'certain', decidedBy: 'person', evidence },
      });
    },
    edit: (id, metadata) => dispatch(id, { type: 'edited', metadata }),
    async chooseFile(id, file) {
      const upload = uploads.get(id);
      if (!upload || prints.get(id) !== (await fingerprint(file, scope))) return false;
      upload.file = file;
      dispatch(id, { type: 'unblocked' });
      dispatch(id, { type: 'resumed' });
      schedule();
      return true;
    },
    clearSettled() {
      store.setState(({ items }) => ({ items: items.filter((item) => !isSettled(item)) }));
    },
    async restore() {
      for (const record of await records.list(scope)) {
        if (itemOf(record.id)) continue;
        prints.set(record.id, record.fingerprint);
        const inDoubt = record.step === 'attaching' && record.tokenId !== null;
        begin(restoredItem(record, inDoubt), null, record.tokenId, { handle: record.handle, inDoubt });
      }
    },
    close() {
      for (const id of running.keys()) stop(id);
      follower.stop();
      uploads.clear();
      store.setState({ items: [] });
    },
  };
}

const newItem = (id: string, file: File, mediaType: UploadMediaType, createdAt: number): UploadItem => ({
  id,
  status: 'queued',
  waitingFor: null,
  dash: mediaType === 'image' ? null : 'pending',
  fileName: file.name,
  size: file.size,
  mediaType,
  metadata: { name: entryNameOf(file.name), description: '', tags: [] },
  projection: FLAT,
  uploadedBytes: 0,
  bytesPerSecond: null,
  entryId: null,
  problem: null,
  createdAt,
});

function restoredItem(record: UploadRecord, inDoubt: boolean): UploadItem {
  const { id, fileName, size, mediaType, metadata, projection, uploadedBytes, createdAt } = record;
  return {
    id,
    status: inDoubt ? 'attaching' : 'paused',
    waitingFor: inDoubt ? null : 'file',
    dash: mediaType === 'image' ? null : 'pending',
    fileName,
    size,
    mediaType,
    metadata,
    projection,
    uploadedBytes,
    bytesPerSecond: null,
    entryId: null,
    problem: null,
    createdAt,
  };
}

/** Does the queue know this event now? For buttons that show only what can be done. */
export const canDo = (item: UploadItem, event: UploadEvent['type']): boolean => canHappen(item.status, event);
