import { checkFile } from './checkFile.ts';
import { browserVisibility } from './createEntryFollower.ts';
import { createUploadItems } from './createUploadItems.ts';
import { createUploadRuns } from './createUploadRuns.ts';
import { dropCopies } from './dropCopies.ts';
import { fileOf } from './fileHandle.ts';
import { followEntries } from './followEntries.ts';
import { newUploadItem, restoredUploadItem, saidByPerson } from './newUploadItem.ts';
import { RunningUpload } from './RunningUpload.ts';
import { oneOwner } from './oneOwner.ts';
import { takeBack } from './takeBack.ts';
import { watchSession } from './watchSession.ts';
import { uploadEnvironment } from './uploadEnvironment.ts';
import type { AddedFile, FileToUpload, UploadQueue, UploadQueueOptions } from './UploadQueue.ts';
import { isActive, isSettled, type UploadItem, type UploadMetadata, type UploadProblem } from './UploadItem.ts';
import type { UploadRecord } from './UploadRecords.ts';
import { toUploadProblem } from './uploadProblem.ts';
import type { UploadEvent } from './uploadReducer.ts';

const FILES_AT_ONCE = 2;

/** Brings files into Kaltura, a few at a time, each to one entry. See `UploadQueue`. */
export function createUploadQueue(options: UploadQueueOptions): UploadQueue {
  const { newId = () => crypto.randomUUID(), limits = {}, visibility = browserVisibility } = options;
  const { filesAtOnce = FILES_AT_ONCE, onNews = () => {} } = options;
  const session = oneOwner(options.client.session);
  const environment = uploadEnvironment({ ...options, client: { ...options.client, session } });
  const { client, records, scope, clock } = environment;
  const items = createUploadItems();
  const uploads = new Map<string, RunningUpload>();
  const { confirmed } = watchSession({
    items,
    session,
    clock,
    onRefused: (error) => pauseAll(items.all(), toUploadProblem(error)),
  });
  const runs = createUploadRuns({ items, uploads, environment, filesAtOnce, confirmed, onAttached, onFailed });
  const entries = followEntries({ items, uploads, client, clock, visibility, onNews });
  const cleanUps = new Map<string, Promise<void>>();
  /** Paused by `suspend`, not by a person. */
  const asleep = new Set<string>();
  const closed = new AbortController();

  function keep(
    item: UploadItem,
    file: File | null,
    record: UploadRecord | null,
    handle: RunningUpload['handle'],
  ): RunningUpload {
    const last = { item };
    const now = (): UploadItem => (last.item = items.get(item.id) ?? last.item);
    const upload = new RunningUpload({ client, clock, records, scope, item: now, file, handle, record });
    uploads.set(item.id, upload);
    return upload;
  }

  function onAttached(id: string): void {
    const item = items.get(id);
    if (!item) return;
    entries.follow(item);
    onNews({ type: 'uploadAttached', item });
  }

  function onFailed(id: string, error: unknown): void {
    const problem = toUploadProblem(error);
    // Without a session nobody gets on, and nobody is to blame: everything waits for its owner.
    if (problem.code === 'session_refused') return pauseAll(items.all(), problem);
    items.dispatch(id, { type: 'failed', problem });
    if (fileIsAtFault.has(problem.code)) void cleanUp(id);
    const item = items.get(id);
    if (item) onNews({ type: 'uploadFailed', item });
  }

  /** All at once, so that none takes the place of another. */
  function pauseAll(some: readonly UploadItem[], because?: UploadProblem): void {
    const ids = new Set(some.filter(isActive).map(({ id }) => id));
    items.dispatchAll(ids, { type: 'paused', ...(because && { because }) });
    runs.stop(ids);
  }

  /** Whoever goes on means the session that there is now; without its file an upload waits for it. */
  function goOn(id: string, event: UploadEvent): boolean {
    const { problem } = items.get(id) ?? {};
    if (problem?.code === 'session_refused') session.forgetOwner();
    const { file, record } = uploads.get(id) ?? {};
    const needsFile = file === null && record?.step !== 'arrived' && record?.step !== 'attaching';
    return needsFile ? items.attempt(id, event, { type: 'blocked', by: 'file' }) : items.attempt(id, event);
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

  async function chooseFile(id: string, file: File, handle: RunningUpload['handle'] = null): Promise<boolean> {
    if (!(await uploads.get(id)?.isOf(file))) return false;
    const upload = uploads.get(id);
    if (!upload) return false;
    upload.take(file, handle);
    items.attempt(id, { type: 'unblocked' });
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
    items.all().reduce((latest, { createdAt }) => Math.max(latest, createdAt + 1), clock.now());

  /** The upload of this very file that has not come to its end; it goes on if it does not already. */
  async function continued(file: File, handle: RunningUpload['handle']): Promise<string | null> {
    const unfinished = items
      .all()
      .filter(({ status, entryId }) => !isSettled({ status }) || (status === 'failed' && entryId === null))
      .filter(({ size }) => size === file.size);
    for (const { id, status, waitingFor } of unfinished) {
      if (!(await uploads.get(id)?.isOf(file))) continue;
      if (waitingFor === 'file' || status === 'paused') await chooseFile(id, file, handle);
      else if (status === 'failed') {
        uploads.get(id)?.take(file, handle);
        retry(id);
      }
      return id;
    }
    return null;
  }

  /** What another tab is uploading just now is not asked for here: when that one is done, or dead, the record says what is left. */
  async function awaitOtherTab(id: string, print: string): Promise<void> {
    let waited = false;
    const onWait = (): void => {
      waited = items.attempt(id, { type: 'blocked', by: 'another_tab' });
    };
    await environment.locks.hold(print, async () => {}, { onWait, signal: closed.signal });
    if (!waited) return;
    const record = (await records.list(scope)).find((one) => one.id === id);
    const before = items.get(id);
    // A person may have gone on here meanwhile.
    if (before?.status !== 'paused' || before.waitingFor !== 'another_tab') return;
    uploads.delete(id);
    const now = record ? restoredUploadItem(record) : null;
    if (record && now) keep(now, null, record, record.handle);
    items.replace(id, now);
    if (now) entries.follow(now);
  }

  function retry(id: string): void {
    const cleaning = cleanUps.get(id);
    if (cleaning) return void cleaning.then(() => retry(id));
    goOn(id, { type: 'retried' });
  }

  function answer(id: string, said: Parameters<UploadQueue['answer']>[1]): void {
    const item = items.get(id);
    if (!item) return;
    const projection = saidByPerson(said, item.projection.evidence);
    if (items.attempt(id, { type: 'answered', projection })) void uploads.get(id)?.remember({ projection });
  }

  function edit(id: string, metadata: Partial<UploadMetadata>): void {
    if (!items.attempt(id, { type: 'edited', metadata })) return;
    const { metadata: edited } = items.get(id) ?? {};
    if (edited) void uploads.get(id)?.remember({ metadata: edited });
  }

  return {
    store: items.store,
    chooseFile,
    reopen,
    retry,
    async add(files, within = limits) {
      const added: AddedFile[] = [];
      for (const entry of files) {
        const { file, handle = null, ...said }: FileToUpload = entry instanceof File ? { file: entry } : entry;
        const check = await checkFile(file, within);
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
          items.add(item);
        } else {
          if (said.metadata) edit(id, said.metadata);
          if (said.projection) answer(id, said.projection);
        }
        added.push({ ok: true, id, isNew: known === null });
      }
      return added;
    },
    pause(id) {
      if (items.attempt(id, { type: 'paused' })) runs.stop([id]);
    },
    resume: (id) => void goOn(id, { type: 'resumed' }),
    async cancel(id) {
      if (!items.attempt(id, { type: 'cancelled' })) return;
      runs.stop([id]);
      await cleanUp(id);
    },
    answer,
    edit,
    handleOf: (id) => uploads.get(id)?.handle ?? null,
    forget(ids) {
      for (const { id, status, entryId } of items.all().filter((item) => isSettled(item) && ids.includes(item.id))) {
        items.replace(id, null);
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
        else items.add(item);
        entries.follow(item);
        if (item.waitingFor === 'file') void awaitOtherTab(item.id, record.fingerprint).catch(() => {});
      }
    },
    suspend() {
      if (items.store.getState().suspended) return;
      items.store.setState({ suspended: true });
      // What waits for its turn goes on waiting, and leaves its file to other tabs meanwhile.
      const begun = items.all().filter(({ status }) => status !== 'queued');
      for (const { id } of begun.filter(isActive)) asleep.add(id);
      pauseAll(begun);
      runs.stopAll();
      entries.stop();
    },
    wake() {
      if (!items.store.getState().suspended || closed.signal.aborted) return;
      items.store.setState({ suspended: false });
      for (const item of items.all()) entries.follow(item);
      for (const id of asleep) items.attempt(id, { type: 'resumed' });
      asleep.clear();
    },
    close() {
      closed.abort(new DOMException('The uploads are over for this page', 'AbortError'));
      items.store.setState({ items: [], suspended: true });
      runs.stopAll();
      entries.stop();
      uploads.clear();
    },
  };
}

/** Bytes that Kaltura will never take, or that are not the file any more: keeping them serves nobody. */
const fileIsAtFault: ReadonlySet<string> = new Set(['type_refused', 'file_changed', 'file_unreadable']);
