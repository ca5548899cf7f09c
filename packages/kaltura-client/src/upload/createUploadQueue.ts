import { createStore } from 'zustand/vanilla';
import { discardUpload } from './attachUpload.ts';
import { checkFile } from './checkFile.ts';
import { browserVisibility, createEntryFollower, type EntryNews } from './createEntryFollower.ts';
import { fingerprint } from './fingerprint.ts';
import { newUploadItem, restoredUploadItem, saidByPerson } from './newUploadItem.ts';
import { RunningUpload } from './RunningUpload.ts';
import { runUpload } from './runUpload.ts';
import { untilReachable } from './untilReachable.ts';
import { uploadEnvironment } from './uploadEnvironment.ts';
import type { AddedFile, FileToUpload, UploadQueue, UploadQueueOptions, UploadQueueState } from './UploadQueue.ts';
import { isSettled, type UploadItem } from './UploadItem.ts';
import type { UploadRecord } from './UploadRecords.ts';
import { toUploadProblem } from './uploadProblem.ts';
import { canDo, uploadReducer, type UploadEvent } from './uploadReducer.ts';

const FILES_AT_ONCE = 2;

/** Brings files into Kaltura, a few at a time, each to one entry. See `UploadQueue`. */
export function createUploadQueue(options: UploadQueueOptions): UploadQueue {
  const { newId = () => crypto.randomUUID(), limits = {}, visibility = browserVisibility } = options;
  const { filesAtOnce = FILES_AT_ONCE, onNews } = options;
  const environment = uploadEnvironment(options);
  const { client, records, scope, clock, network, random } = environment;
  const store = createStore<UploadQueueState>(() => ({ items: [] }));
  const uploads = new Map<string, RunningUpload>();
  const running = new Map<string, AbortController>();
  /** What was stopped to go on later; null while everything runs. */
  let suspended: string[] | null = null;
  const follower = createEntryFollower({ client, clock, visibility, onNews: heed });

  const itemOf = (id: string): UploadItem | undefined => store.getState().items.find((item) => item.id === id);

  function dispatch(id: string, event: UploadEvent): void {
    store.setState(({ items }) => ({
      items: items.map((item) => (item.id === id ? uploadReducer(item, event) : item)),
    }));
  }

  /** For people's actions, which may come too late. */
  function attempt(id: string, event: UploadEvent): boolean {
    const item = itemOf(id);
    if (!item || !canDo(item, event.type)) return false;
    dispatch(id, event);
    return true;
  }

  function keep(
    item: UploadItem,
    file: File | null,
    record: UploadRecord | null,
    handle: RunningUpload['handle'],
  ): void {
    const last = { item };
    const now = (): UploadItem => (last.item = itemOf(item.id) ?? last.item);
    uploads.set(item.id, new RunningUpload({ client, clock, records, scope, item: now, file, handle, record }));
  }

  function show(item: UploadItem): void {
    store.setState(({ items }) => ({ items: [...items, item] }));
    schedule();
  }

  /** Starts what waits, oldest first, as long as there is room. */
  function schedule(): void {
    if (suspended !== null) return;
    for (const { id, status, waitingFor } of store.getState().items) {
      if (running.size >= filesAtOnce) return;
      const upload = uploads.get(id);
      const waits = status === 'queued' || status === 'attaching';
      if (upload && waits && waitingFor !== 'file' && !running.has(id)) start(id, upload);
    }
  }

  function start(id: string, upload: RunningUpload): void {
    const controller = new AbortController();
    const { signal } = controller;
    running.set(id, controller);
    const run = { dispatch: (event: UploadEvent) => dispatch(id, event), until: untilItem.bind(null, id), signal };
    runUpload(upload, environment, run)
      .then(
        () => {
          const item = itemOf(id);
          if (item?.entryId) follower.follow(item.entryId);
          if (item) onNews?.({ type: 'uploadAttached', item });
        },
        (error: unknown) => {
          if (!signal.aborted) fail(id, error);
        },
      )
      .finally(() => {
        if (running.get(id) === controller) running.delete(id);
        schedule();
      });
  }

  function fail(id: string, error: unknown): void {
    const problem = toUploadProblem(error);
    dispatch(id, { type: 'failed', problem });
    if (fileIsAtFault.has(problem.code)) void cleanUp(id);
    const item = itemOf(id);
    if (item) onNews?.({ type: 'uploadFailed', item });
  }

  function stop(id: string): void {
    running.get(id)?.abort(new DOMException('The upload was stopped', 'AbortError'));
    running.delete(id);
  }

  /** Takes back what Kaltura holds of an upload; as long as it takes, a reload would go on with it. */
  async function cleanUp(id: string): Promise<void> {
    const upload = uploads.get(id);
    if (!upload) return;
    const { signal } = new AbortController();
    const { tokenId: uploadTokenId } = upload.holder;
    const begun = upload.record && upload.record.step !== 'uploading' ? upload.record : null;
    await upload.remember({ step: 'cancelled' });
    const patience = { network, clock, random, onWaiting: () => {} };
    if (begun !== null && uploadTokenId !== null) {
      const bytes = { client, clock, uploadTokenId, uploadId: begun.id, signal };
      await untilReachable(() => discardUpload(bytes), patience, signal);
    }
    await untilReachable(() => upload.holder.drop(), patience, signal);
    await upload.forget();
  }

  function heed(news: EntryNews): void {
    for (const { id, status } of store.getState().items.filter(({ entryId }) => entryId === news.entryId)) {
      if (news.type === 'failed') {
        // What was ready once and is gone now did not fail to arrive.
        dispatch(id, status === 'ready' ? { type: 'dashVerified', dash: 'unavailable' } : news);
      } else dispatch(id, { type: status === 'converting' ? 'entryReady' : 'dashVerified', dash: news.dash });
      if (news.type === 'failed' || news.dash !== 'pending') void uploads.get(id)?.forget();
      const item = itemOf(id);
      if (item?.status === 'failed') onNews?.({ type: 'uploadFailed', item });
      else if (item && status === 'converting' && news.type === 'ready')
        onNews?.({ type: 'uploadReady', item, entry: news.entry });
    }
  }

  function untilItem(id: string, condition: (item: UploadItem) => boolean, signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const leave = (): void => {
        unsubscribe();
        reject(signal.reason as Error);
      };
      const check = (): void => {
        const item = itemOf(id);
        if (!item || !condition(item)) return;
        unsubscribe();
        signal.removeEventListener('abort', leave);
        resolve();
      };
      const unsubscribe = store.subscribe(check);
      if (signal.aborted) return leave();
      signal.addEventListener('abort', leave, { once: true });
      check();
    });
  }

  async function chooseFile(id: string, file: File): Promise<boolean> {
    const upload = uploads.get(id);
    const print = upload?.record?.fingerprint;
    if (!upload || (print !== undefined && print !== (await fingerprint(file, scope)))) return false;
    upload.file = file;
    attempt(id, { type: 'unblocked' });
    attempt(id, { type: 'resumed' });
    schedule();
    return true;
  }

  /** The upload from before a reload that waits for this very file. */
  async function awaitedBy(file: File): Promise<string | null> {
    const waiting = store
      .getState()
      .items.filter(({ waitingFor, size }) => waitingFor === 'file' && size === file.size);
    for (const { id } of waiting) if (await chooseFile(id, file)) return id;
    return null;
  }

  return {
    store,
    chooseFile,
    async add(files) {
      const added: AddedFile[] = [];
      for (const entry of files) {
        const { file, handle = null, ...said }: FileToUpload = entry instanceof File ? { file: entry } : entry;
        const check = await checkFile(file, limits);
        if (!check.ok) {
          added.push({ ok: false, fileName: file.name, refusal: check.refusal });
          continue;
        }
        const awaited = await awaitedBy(file);
        const id = awaited ?? newId();
        if (awaited === null) {
          const item = newUploadItem(id, file, check.mediaType, clock.now(), said);
          keep(item, file, null, handle);
          show(item);
        }
        added.push({ ok: true, id });
      }
      return added;
    },
    pause(id) {
      if (attempt(id, { type: 'paused' })) stop(id);
      schedule();
    },
    resume(id) {
      attempt(id, { type: 'resumed' });
      schedule();
    },
    retry(id) {
      const upload = uploads.get(id);
      if (!attempt(id, { type: 'retried' })) return;
      if (upload?.file === null && upload.record?.step !== 'attaching') dispatch(id, { type: 'blocked', by: 'file' });
      schedule();
    },
    async cancel(id) {
      if (!attempt(id, { type: 'cancelled' })) return;
      stop(id);
      schedule();
      await cleanUp(id);
    },
    answer(id, { projection, stereoMode }) {
      const item = itemOf(id);
      if (!item) return;
      const said = saidByPerson({ projection, stereoMode }, item.projection.evidence);
      if (attempt(id, { type: 'answered', projection: said })) void uploads.get(id)?.remember({ projection: said });
    },
    edit(id, metadata) {
      if (!attempt(id, { type: 'edited', metadata })) return;
      const { metadata: edited } = itemOf(id) ?? {};
      if (edited) void uploads.get(id)?.remember({ metadata: edited });
    },
    handleOf: (id) => uploads.get(id)?.handle ?? null,
    clearSettled() {
      const settled = store.getState().items.filter(isSettled);
      store.setState(({ items }) => ({ items: items.filter((item) => !isSettled(item)) }));
      for (const { id, status, entryId } of settled) {
        if (status === 'failed' && entryId === null) void cleanUp(id);
      }
    },
    async restore() {
      for (const record of await records.list(scope)) {
        if ([...uploads.values()].some((upload) => upload.record?.id === record.id)) continue;
        const item = restoredUploadItem(record);
        keep(item, null, record, record.handle);
        if (item.status === 'cancelled') void cleanUp(item.id);
        else show(item);
        if (item.entryId !== null && suspended === null) follower.follow(item.entryId);
      }
    },
    suspend() {
      if (suspended !== null) return;
      suspended = [];
      follower.stop();
      for (const id of running.keys()) {
        stop(id);
        if (attempt(id, { type: 'paused' })) suspended.push(id);
      }
    },
    wake() {
      const stopped = suspended ?? [];
      suspended = null;
      for (const id of stopped) attempt(id, { type: 'resumed' });
      for (const { status, dash, entryId } of store.getState().items) {
        const followed = status === 'converting' || (status === 'ready' && dash === 'pending');
        if (followed && entryId !== null) follower.follow(entryId);
      }
      schedule();
    },
    close() {
      for (const id of running.keys()) stop(id);
      follower.stop();
      uploads.clear();
      store.setState({ items: [] });
    },
  };
}

/** Bytes that Kaltura will never take, or that are not the file any more: keeping them serves nobody. */
const fileIsAtFault: ReadonlySet<string> = new Set(['type_refused', 'file_changed', 'file_unreadable']);
