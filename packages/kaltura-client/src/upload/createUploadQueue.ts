import { createStore } from 'zustand/vanilla';
import { checkFile } from './checkFile.ts';
import { browserVisibility, createEntryFollower, type EntryNews } from './createEntryFollower.ts';
import { dropCopies } from './dropCopies.ts';
import { fileOf } from './fileHandle.ts';
import { fingerprint } from './fingerprint.ts';
import { newUploadItem, restoredUploadItem, saidByPerson } from './newUploadItem.ts';
import { RunningUpload } from './RunningUpload.ts';
import { runUpload, type RunOptions } from './runUpload.ts';
import { oneOwner } from './oneOwner.ts';
import { takeBack } from './takeBack.ts';
import { uploadEnvironment } from './uploadEnvironment.ts';
import type { AddedFile, FileToUpload, UploadQueue, UploadQueueOptions, UploadQueueState } from './UploadQueue.ts';
import { isActive, isSettled, type UploadItem, type UploadMetadata, type UploadProblem } from './UploadItem.ts';
import type { UploadRecord } from './UploadRecords.ts';
import { toUploadProblem } from './uploadProblem.ts';
import { canDo, uploadReducer, type UploadEvent } from './uploadReducer.ts';
import { untilItem } from './untilItem.ts';
import { UploadTurns, wantsToRun } from './UploadTurns.ts';

const FILES_AT_ONCE = 2;

/** Brings files into Kaltura, a few at a time, each to one entry. See `UploadQueue`. */
export function createUploadQueue(options: UploadQueueOptions): UploadQueue {
  const { newId = () => crypto.randomUUID(), limits = {}, visibility = browserVisibility } = options;
  const { onNews } = options;
  const session = oneOwner(options.client.session);
  const environment = uploadEnvironment({ ...options, client: { ...options.client, session } });
  const { client, records, scope, clock } = environment;
  const store = createStore<UploadQueueState>(() => ({ items: [], suspended: false }));
  const uploads = new Map<string, RunningUpload>();
  const running = new Map<string, AbortController>();
  const turns = new UploadTurns(options.filesAtOnce ?? FILES_AT_ONCE);
  const cleanUps = new Map<string, Promise<void>>();
  /** Paused by `suspend`, not by a person. */
  const asleep = new Set<string>();
  const closed = new AbortController();
  const follower = createEntryFollower({ client, clock, visibility, onNews: heed });

  const itemOf = (id: string): UploadItem | undefined => store.getState().items.find((item) => item.id === id);

  /** Several events happen at once: nobody sees what lies between. */
  function dispatch(id: string, ...events: readonly UploadEvent[]): void {
    store.setState(({ items }) => ({
      items: items.map((item) => (item.id === id ? events.reduce(uploadReducer, item) : item)),
    }));
    schedule();
  }

  /** For people's actions, which may come too late. */
  function attempt(id: string, event: UploadEvent, ...more: readonly UploadEvent[]): boolean {
    const item = itemOf(id);
    if (!item || !canDo(item, event.type)) return false;
    dispatch(id, event, ...more);
    return true;
  }

  function keep(
    item: UploadItem,
    file: File | null,
    record: UploadRecord | null,
    handle: RunningUpload['handle'],
  ): RunningUpload {
    const last = { item };
    const now = (): UploadItem => (last.item = itemOf(item.id) ?? last.item);
    const upload = new RunningUpload({ client, clock, records, scope, item: now, file, handle, record });
    uploads.set(item.id, upload);
    return upload;
  }

  function show(item: UploadItem): void {
    store.setState(({ items }) => ({ items: [...items, item] }));
    schedule();
  }

  function schedule(): void {
    const { items, suspended } = store.getState();
    if (suspended) return;
    for (const item of items.filter(wantsToRun)) {
      const upload = uploads.get(item.id);
      if (upload && !running.has(item.id)) start(item.id, upload);
    }
    turns.give(items);
  }

  function start(id: string, upload: RunningUpload): void {
    const controller = new AbortController();
    const { signal } = controller;
    running.set(id, controller);
    const turn = (): Promise<void> => {
      const mine = turns.take(id, signal);
      schedule();
      return mine;
    };
    const until: RunOptions['until'] = (condition) => untilItem(store, id, condition, signal);
    const run = { dispatch: (event: UploadEvent) => dispatch(id, event), until, turn, signal };
    upload
      .next(() => runUpload(upload, environment, run))
      .then(
        () => {
          const item = itemOf(id);
          if (item) follow(item);
          if (item) onNews?.({ type: 'uploadAttached', item });
        },
        (error: unknown) => {
          if (!signal.aborted) fail(id, error);
        },
      )
      .finally(() => {
        if (running.get(id) === controller) leave(id);
        schedule();
      });
  }

  function fail(id: string, error: unknown): void {
    const problem = toUploadProblem(error);
    // Without a session nobody gets on, and nobody is to blame: everything waits for its owner.
    if (problem.code === 'session_refused') {
      pauseAll(
        new Set(
          store
            .getState()
            .items.filter(isActive)
            .map((item) => item.id),
        ),
        problem,
      );
      return;
    }
    dispatch(id, { type: 'failed', problem });
    if (fileIsAtFault.has(problem.code)) void cleanUp(id);
    const item = itemOf(id);
    if (item) onNews?.({ type: 'uploadFailed', item });
  }

  function stop(id: string): void {
    running.get(id)?.abort(new DOMException('The upload was stopped', 'AbortError'));
    leave(id);
  }

  function leave(id: string): void {
    running.delete(id);
    turns.leave(id);
  }

  /** All at once, so that none takes the place of another. */
  function pauseAll(ids: ReadonlySet<string>, because?: UploadProblem): void {
    const event: UploadEvent = { type: 'paused', ...(because && { because }) };
    for (const id of ids) stop(id);
    store.setState(({ items }) => ({
      items: items.map((item) => (ids.has(item.id) && isActive(item) ? uploadReducer(item, event) : item)),
    }));
  }

  /** Whoever goes on means the session that there is now; without its file an upload waits for it. */
  function goOn(id: string, event: UploadEvent): boolean {
    const { problem } = itemOf(id) ?? {};
    if (problem?.code === 'session_refused') session.forgetOwner();
    const { file, record } = uploads.get(id) ?? {};
    const needsFile = file === null && record?.step !== 'arrived' && record?.step !== 'attaching';
    return needsFile ? attempt(id, event, { type: 'blocked', by: 'file' }) : attempt(id, event);
  }

  /** Takes back what Kaltura holds of an upload; as long as it takes, a reload would go on with it. */
  function cleanUp(id: string): Promise<void> {
    const upload = uploads.get(id);
    if (!upload) return Promise.resolve();
    const cleaning = takeBack(upload, { ...environment, signal: closed.signal })
      // What is left is swept up when its owner comes back.
      .catch(() => {})
      .finally(() => cleanUps.delete(id));
    cleanUps.set(id, cleaning);
    return cleaning;
  }

  function follow({ entryId, status, dash }: UploadItem): void {
    if (store.getState().suspended || entryId === null) return;
    if (status === 'converting' || (status === 'ready' && dash === 'pending')) follower.follow(entryId);
  }

  function heed(news: EntryNews): void {
    for (const { id, status } of store.getState().items.filter(({ entryId }) => entryId === news.entryId)) {
      if (news.type === 'failed') {
        // What was ready once and is gone now did not fail to arrive.
        dispatch(id, status === 'ready' ? { type: 'dashVerified', dash: 'unavailable' } : news);
      } else {
        const { dash, obstacle } = news;
        dispatch(id, { type: status === 'converting' ? 'entryReady' : 'dashVerified', dash, obstacle });
      }
      if (news.type === 'failed' || news.dash !== 'pending') void uploads.get(id)?.forget();
      const item = itemOf(id);
      if (item?.status === 'failed') onNews?.({ type: 'uploadFailed', item });
      else if (item && status === 'converting' && news.type === 'ready')
        onNews?.({ type: 'uploadReady', item, entry: news.entry });
    }
  }

  async function chooseFile(id: string, file: File, handle: RunningUpload['handle'] = null): Promise<boolean> {
    const print = uploads.get(id)?.record?.fingerprint;
    if (print !== undefined && print !== (await fingerprint(file, scope))) return false;
    const upload = uploads.get(id);
    if (!upload) return false;
    upload.take(file, handle);
    attempt(id, { type: 'unblocked' });
    goOn(id, { type: 'resumed' });
    return true;
  }

  async function reopen(id: string): Promise<boolean> {
    const handle = uploads.get(id)?.handle ?? null;
    const file = handle && (await fileOf(handle));
    return file !== null && chooseFile(id, file, handle);
  }

  /** Later than all others, however many are added in a millisecond: records are brought back in this order. */
  const youngest = (): number =>
    store.getState().items.reduce((latest, { createdAt }) => Math.max(latest, createdAt + 1), clock.now());

  /** The upload of this very file that has not come to its end; it goes on if it does not already. */
  async function continued(file: File, handle: RunningUpload['handle']): Promise<string | null> {
    const unfinished = store
      .getState()
      .items.filter(({ status, entryId }) => !isSettled({ status }) || (status === 'failed' && entryId === null))
      .filter(({ size }) => size === file.size);
    for (const { id, status, waitingFor } of unfinished) {
      if (!(await uploads.get(id)?.isOf(file))) continue;
      if (waitingFor === 'file' || status === 'paused') await chooseFile(id, file, handle);
      else if (status === 'failed') retry(id);
      return id;
    }
    return null;
  }

  /** What another tab is uploading just now is not asked for here: when that one is done, or dead, the record says what is left. */
  async function awaitOtherTab(id: string, print: string): Promise<void> {
    let waited = false;
    const onWait = (): void => {
      waited = attempt(id, { type: 'blocked', by: 'another_tab' });
    };
    await environment.locks.hold(print, async () => {}, { onWait, signal: closed.signal });
    if (!waited) return;
    const record = (await records.list(scope)).find((one) => one.id === id);
    const before = itemOf(id);
    // A person may have gone on here meanwhile.
    if (before?.status !== 'paused' || before.waitingFor !== 'another_tab') return;
    const now = record ? [restoredUploadItem(record)] : [];
    uploads.delete(id);
    if (record && now[0]) keep(now[0], null, record, record.handle);
    store.setState(({ items }) => ({ items: items.flatMap((item) => (item.id === id ? now : item)) }));
    schedule();
    now.forEach(follow);
  }

  function retry(id: string): void {
    const cleaning = cleanUps.get(id);
    if (cleaning) return void cleaning.then(() => retry(id));
    goOn(id, { type: 'retried' });
  }

  function answer(id: string, said: Parameters<UploadQueue['answer']>[1]): void {
    const item = itemOf(id);
    if (!item) return;
    const projection = saidByPerson(said, item.projection.evidence);
    if (attempt(id, { type: 'answered', projection })) void uploads.get(id)?.remember({ projection });
  }

  function edit(id: string, metadata: Partial<UploadMetadata>): void {
    if (!attempt(id, { type: 'edited', metadata })) return;
    const { metadata: edited } = itemOf(id) ?? {};
    if (edited) void uploads.get(id)?.remember({ metadata: edited });
  }

  return {
    store,
    chooseFile,
    reopen,
    retry,
    async add(files) {
      const added: AddedFile[] = [];
      for (const entry of files) {
        const { file, handle = null, ...said }: FileToUpload = entry instanceof File ? { file: entry } : entry;
        const check = await checkFile(file, limits);
        if (!check.ok) {
          added.push({ ok: false, fileName: file.name, refusal: check.refusal });
          continue;
        }
        const known = await continued(file, handle);
        const id = known ?? newId();
        if (known === null) {
          const item = newUploadItem(id, file, check.mediaType, youngest(), said);
          // One that can't be read any more says so when it is its turn.
          await keep(item, file, null, handle)
            .begin()
            .catch(() => {});
          if (closed.signal.aborted) {
            uploads.delete(id);
            break;
          }
          show(item);
        } else {
          if (said.metadata) edit(id, said.metadata);
          if (said.projection) answer(id, said.projection);
        }
        added.push({ ok: true, id, isNew: known === null });
      }
      return added;
    },
    pause(id) {
      if (attempt(id, { type: 'paused' })) stop(id);
      schedule();
    },
    resume: (id) => void goOn(id, { type: 'resumed' }),
    async cancel(id) {
      if (!attempt(id, { type: 'cancelled' })) return;
      stop(id);
      schedule();
      await cleanUp(id);
    },
    answer,
    edit,
    handleOf: (id) => uploads.get(id)?.handle ?? null,
    forget(ids) {
      const settled = store.getState().items.filter((item) => isSettled(item) && ids.includes(item.id));
      store.setState(({ items }) => ({ items: items.filter((item) => !settled.includes(item)) }));
      for (const { id, status, entryId } of settled) {
        if (status === 'failed' && entryId === null) void cleanUp(id);
        else if (status !== 'cancelled') void uploads.get(id)?.forget();
        uploads.delete(id);
      }
    },
    async restore() {
      for (const record of await dropCopies(records, await records.list(scope))) {
        if (closed.signal.aborted) return;
        if ([...uploads.values()].some((upload) => upload.record?.id === record.id)) continue;
        const item = restoredUploadItem(record);
        keep(item, null, record, record.handle);
        if (item.status === 'cancelled') void cleanUp(item.id);
        else show(item);
        follow(item);
        if (item.waitingFor === 'file') void awaitOtherTab(item.id, record.fingerprint).catch(() => {});
      }
    },
    suspend() {
      if (store.getState().suspended) return;
      store.setState({ suspended: true });
      for (const id of running.keys()) {
        // What waits for its turn goes on waiting, and leaves its file to other tabs meanwhile.
        if (itemOf(id)?.status !== 'queued') asleep.add(id);
        stop(id);
      }
      pauseAll(asleep);
      follower.stop();
    },
    wake() {
      if (!store.getState().suspended || closed.signal.aborted) return;
      store.setState({ suspended: false });
      for (const item of store.getState().items) follow(item);
      for (const id of asleep) attempt(id, { type: 'resumed' });
      asleep.clear();
      schedule();
    },
    close() {
      closed.abort(new DOMException('The uploads are over for this page', 'AbortError'));
      for (const id of running.keys()) stop(id);
      follower.stop();
      uploads.clear();
      store.setState({ items: [], suspended: true });
    },
  };
}

/** Bytes that Kaltura will never take, or that are not the file any more: keeping them serves nobody. */
const fileIsAtFault: ReadonlySet<string> = new Set(['type_refused', 'file_changed', 'file_unreadable']);
