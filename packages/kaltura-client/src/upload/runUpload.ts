import type { Clock } from '../api/Clock.ts';
import { KalturaEntryStatus, KalturaMediaType } from '../services/KalturaMediaEntry.ts';
import { attachUpload, EntryRefusedError } from './attachUpload.ts';
import { dropCopies } from './dropCopies.ts';
import type { FileLocks } from './FileLocks.ts';
import { findUploadedEntries } from './findUploadedEntries.ts';
import { UploadLostError } from './KalturaHttpStack.ts';
import { safeFileName } from './fileName.ts';
import { fingerprint, type UploadScope } from './fingerprint.ts';
import type { RunningUpload } from './RunningUpload.ts';
import { createTransferPace } from './transferPace.ts';
import { transferFile, type TransferEnvironment } from './transferFile.ts';
import { untilReachable } from './untilReachable.ts';
import type { HeldUpBy, UploadItem, UploadMediaType, UploadProjection } from './UploadItem.ts';
import type { UploadRecord, UploadRecords } from './UploadRecords.ts';
import type { UploadEvent } from './uploadReducer.ts';

/** Kaltura's clock and this one, at most. */
const CLOCKS_DIFFER_MS = 24 * 3600 * 1000;

/** Reads from a file how it is to be shown. */
export type DetectProjection = (file: File, signal: AbortSignal) => Promise<UploadProjection>;

export interface RunEnvironment extends TransferEnvironment {
  clock: Clock;
  scope: UploadScope;
  records: UploadRecords;
  locks: FileLocks;
  detect: DetectProjection;
}

export interface RunOptions {
  dispatch: (event: UploadEvent) => void;
  /** Resolves as soon as the item fulfils the condition. */
  until: (condition: (item: UploadItem) => boolean) => Promise<void>;
  /** Resolves when this upload may send; until then it holds its file's lock, so that no other tab begins with it. */
  turn: () => Promise<void>;
  /** Resolves when an entry may be made, as far as anybody knows; stops the run where it may not. */
  confirmed: () => Promise<void>;
  signal: AbortSignal;
}

/**
 * Walks one upload from the queue to its entry: detects, sends, attaches. Talks to the world and tells what happened;
 * what that means is the reducer's business.
 *
 * @throws whatever stopped it, or the signal's reason
 */
export async function runUpload(
  upload: RunningUpload,
  environment: Required<RunEnvironment>,
  { signal, until, turn, confirmed, ...options }: RunOptions,
): Promise<void> {
  const { clock, client, records, scope } = environment;
  const { holder, file } = upload;
  // Who stopped a run has decided what the item is; what is still on its way says nothing any more.
  const dispatch = (event: UploadEvent): void => {
    signal.throwIfAborted();
    options.dispatch(event);
  };
  const onWaiting = (by: HeldUpBy | null): void => {
    const held = upload.item.waitingFor;
    if (by !== null && held !== by) dispatch({ type: 'blocked', by });
    if (by === null && (held === 'network' || held === 'session' || held === 'kaltura'))
      dispatch({ type: 'unblocked' });
  };

  const { fingerprint: print } = upload.record ?? (await upload.begin(signal));
  await environment.locks.hold(print, go, {
    signal,
    onWait: () => dispatch({ type: 'blocked', by: 'another_tab' }),
  });

  async function go(): Promise<void> {
    signal.throwIfAborted();
    if (upload.item.waitingFor === 'another_tab') dispatch({ type: 'unblocked' });
    const remembered = await whatIsRemembered();
    signal.throwIfAborted();
    if (remembered !== null) upload.adopt(remembered);
    if (remembered?.step === 'attached' && remembered.entryId !== null) return arriveAs(remembered.entryId);
    await turn();
    if (upload.item.status === 'queued') dispatch({ type: 'started' });
    // Fails at once where there is no session, or somebody else's.
    const entryId = await untilReachable(
      () => (remembered === null ? madeElsewhere() : client.session.get({ signal }).then(() => null)),
      { ...environment, onWaiting },
      signal,
    );
    if (entryId !== null) return arriveAs(entryId);
    const { record } = upload;
    if (record?.step === 'arrived' || record?.step === 'attaching') {
      arriveWithoutSending();
      await attach(record.step === 'attaching');
      return;
    }
    if (file === null) throw new TypeError('An upload needs a file');
    await assertUnchanged(file);
    const projection = await environment.detect(file, signal);
    dispatch({ type: 'detected', projection });
    await upload.remember({ step: 'uploading', projection: upload.item.projection, updatedAt: clock.now() });
    const { attached } = await send(file);
    await assertUnchanged(file);
    await upload.remember({ step: 'arrived', uploadedBytes: file.size });
    dispatch({ type: 'bytesArrived' });
    await attach(attached);
  }

  /** What is remembered of this very file by now: another tab may have had it, and have it no longer. */
  async function whatIsRemembered(): Promise<UploadRecord | null> {
    const all = (await records.list(scope)).filter((one) => one.fingerprint === print && one.step !== 'cancelled');
    const same = await dropCopies(records, all);
    return same.find(({ id }) => id === upload.record?.id) ?? same.at(-1) ?? null;
  }

  /** Its record is gone: another tab may have brought it to its end while this one rested. */
  async function madeElsewhere(): Promise<string | null> {
    const { id, createdAt } = upload.record ?? upload.item;
    const since = Math.floor((createdAt - CLOCKS_DIFFER_MS) / 1000);
    const entries = await findUploadedEntries(client, { uploadId: id, since, known: [], signal });
    return entries.find(({ status }) => status !== KalturaEntryStatus.NO_CONTENT)?.id ?? null;
  }

  async function assertUnchanged(bytes: File): Promise<void> {
    if ((await fingerprint(bytes, scope)) !== print)
      throw new FileChangedError('The file is not the one that was begun');
  }

  function arriveAs(entryId: string): void {
    if (upload.item.status === 'queued') dispatch({ type: 'started' });
    arriveWithoutSending();
    dispatch({ type: 'attached', entryId });
  }

  function arriveWithoutSending(): void {
    if (upload.item.status !== 'detecting') return;
    dispatch({ type: 'detected', projection: upload.item.projection });
    dispatch({ type: 'bytesArrived' });
  }

  function send(bytes: File): ReturnType<typeof transferFile> {
    const pace = createTransferPace(() => clock.now());
    let arrivedBefore: number | null = null;
    return transferFile({
      ...environment,
      file: bytes,
      fileName: safeFileName(bytes.name),
      holder,
      signal,
      onArrived: (uploadedBytes, arrived) => {
        const news = Math.max(0, arrived - (arrivedBefore ?? upload.item.uploadedBytes));
        arrivedBefore = arrived;
        dispatch({ type: 'progressed', uploadedBytes, ...pace.arrived(news, bytes.size - arrived) });
        void upload.remember({ uploadedBytes, updatedAt: clock.now() });
      },
      onWaiting: (by) => {
        if (by !== null && upload.item.waitingFor !== by) pace.reset();
        onWaiting(by);
      },
    });
  }

  async function attach(inDoubt: boolean): Promise<void> {
    // The one question that may still be open; bytes never waited for it.
    await until(({ waitingFor }) => waitingFor !== 'projection');
    await confirmed();
    signal.throwIfAborted();
    await upload.remember({ step: 'attaching' });
    signal.throwIfAborted();
    const { metadata, projection, mediaType } = upload.item;
    try {
      const entryId = await attachUpload({
        client,
        clock,
        uploadTokenId: holder.tokenId ?? '',
        uploadId: upload.record?.id ?? upload.item.id,
        entry: {
          name: metadata.name,
          description: metadata.description,
          tags: metadata.tags,
          mediaType: kalturaMediaTypes[mediaType],
          spherical: projection.projection === 'equirectangular',
          stereoMode: projection.stereoMode,
        },
        inDoubt,
        onWaiting,
        signal,
      });
      await upload.remember({ step: 'attached', entryId });
      dispatch({ type: 'attached', entryId });
    } catch (error) {
      // Both are certain: the next attempt begins with asking what Kaltura has of the bytes.
      if (error instanceof EntryRefusedError || error instanceof UploadLostError) {
        await upload.remember({ step: 'uploading' });
      }
      throw error;
    }
  }
}

/** The file holds something else than when it was begun: going on would make a hybrid. */
export class FileChangedError extends Error {
  override readonly name = 'FileChangedError';
}

const kalturaMediaTypes: Readonly<Record<UploadMediaType, KalturaMediaType>> = {
  video: KalturaMediaType.VIDEO,
  image: KalturaMediaType.IMAGE,
  audio: KalturaMediaType.AUDIO,
};
