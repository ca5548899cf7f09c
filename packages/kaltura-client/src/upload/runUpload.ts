import type { Clock } from '../api/Clock.ts';
import { KalturaMediaType } from '../services/KalturaMediaEntry.ts';
import { attachUpload, EntryRefusedError } from './attachUpload.ts';
import type { FileLocks } from './FileLocks.ts';
import { UploadLostError } from './KalturaHttpStack.ts';
import { safeFileName } from './fileName.ts';
import { fingerprint, type UploadScope } from './fingerprint.ts';
import type { RunningUpload } from './RunningUpload.ts';
import { createTransferPace } from './transferPace.ts';
import { transferFile, type TransferEnvironment } from './transferFile.ts';
import { untilReachable } from './untilReachable.ts';
import type { UploadItem, UploadMediaType, UploadProjection } from './UploadItem.ts';
import type { UploadRecord, UploadRecords } from './UploadRecords.ts';
import type { UploadEvent } from './uploadReducer.ts';

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
  until: (condition: (item: UploadItem) => boolean, signal: AbortSignal) => Promise<void>;
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
  { signal, until, ...options }: RunOptions,
): Promise<void> {
  const { clock, client, records, scope } = environment;
  const { holder, file } = upload;
  // Who stopped a run has decided what the item is; what is still on its way says nothing any more.
  const dispatch = (event: UploadEvent): void => {
    signal.throwIfAborted();
    options.dispatch(event);
  };
  const onWaiting = (by: 'network' | 'session' | null): void => {
    const held = upload.item.waitingFor;
    if (by !== null && held !== by) dispatch({ type: 'blocked', by });
    if (by === null && (held === 'network' || held === 'session')) dispatch({ type: 'unblocked' });
  };

  if (upload.item.status === 'queued') dispatch({ type: 'started' });
  const print = await printOf();
  await environment.locks.hold(print, go, {
    signal,
    onWait: () => dispatch({ type: 'blocked', by: 'another_tab' }),
  });

  async function printOf(): Promise<string> {
    const before = upload.record?.fingerprint;
    const now = file === null ? before : await fingerprint(file, scope);
    if (now === undefined) throw new TypeError('An upload needs a file');
    if (before !== undefined && before !== now) throw new FileChangedError('The file is not the one that was begun');
    return now;
  }

  async function go(): Promise<void> {
    signal.throwIfAborted();
    if (upload.item.waitingFor === 'another_tab') dispatch({ type: 'unblocked' });
    // Fails at once where there is no session, or somebody else's.
    await untilReachable(() => client.session.get({ signal }), { ...environment, onWaiting }, signal);
    const theirs = await whatOthersDid();
    if (theirs?.step === 'attached' && theirs.entryId !== null) {
      arriveWithoutSending();
      dispatch({ type: 'attached', entryId: theirs.entryId });
      return;
    }
    if (theirs !== null) upload.adopt(theirs);
    if (upload.record?.step === 'arrived' || upload.record?.step === 'attaching') {
      arriveWithoutSending();
      await attach(upload.record.step === 'attaching');
      return;
    }
    if (file === null) throw new TypeError('An upload needs a file');
    const projection = await environment.detect(file, signal);
    dispatch({ type: 'detected', projection });
    if (upload.record === null) await upload.begin(print);
    const { attached } = await send(file);
    if ((await fingerprint(file, scope)) !== print) throw new FileChangedError('The file was changed meanwhile');
    await upload.remember({ step: 'arrived', uploadedBytes: file.size });
    dispatch({ type: 'bytesArrived' });
    await attach(attached);
  }

  /** Another tab may have had the same file, and have it no longer: what is remembered of it now. */
  async function whatOthersDid(): Promise<UploadRecord | null> {
    const same = (await records.list(scope)).filter((one) => one.fingerprint === print && one.step !== 'cancelled');
    return same.find(({ id }) => id === upload.record?.id) ?? same.at(-1) ?? null;
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
    await until(({ waitingFor }) => waitingFor !== 'projection', signal);
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
