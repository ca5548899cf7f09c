import type { Clock } from '../api/Clock.ts';
import { KalturaApiError } from '../errors.ts';
import { KalturaMediaType } from '../services/KalturaMediaEntry.ts';
import { attachUpload } from './attachUpload.ts';
import type { FileLocks } from './FileLocks.ts';
import { UploadLostError } from './KalturaHttpStack.ts';
import { safeFileName } from './fileName.ts';
import { fingerprint, type UploadScope } from './fingerprint.ts';
import { createTransferPace } from './transferPace.ts';
import { transferFile, type TransferEnvironment } from './transferFile.ts';
import type { UploadItem, UploadMediaType, UploadProjection } from './UploadItem.ts';
import type { UploadRecord, UploadRecords } from './UploadRecords.ts';
import type { UploadEvent } from './uploadReducer.ts';
import type { UploadTokenHolder } from './UploadTokenHolder.ts';

/** Reads from a file how it is to be shown. */
export type DetectProjection = (file: File, signal: AbortSignal) => Promise<UploadProjection>;

export interface RunEnvironment extends TransferEnvironment {
  clock: Clock;
  scope: UploadScope;
  records: UploadRecords;
  locks: FileLocks;
  detect: DetectProjection;
}

/** One upload, as far as its run is concerned. */
export interface RunningUpload {
  /** The item as it is now. */
  item: () => UploadItem;
  dispatch: (event: UploadEvent) => void;
  /** Resolves as soon as the item fulfils the condition. */
  until: (condition: (item: UploadItem) => boolean, signal: AbortSignal) => Promise<void>;
  /** Null only when the bytes arrived before a reload and attaching is in doubt. */
  file: File | null;
  holder: UploadTokenHolder;
  handle: FileSystemFileHandle | null;
  /** Was attaching begun already, with an outcome nobody knows? */
  inDoubt: boolean;
}

/**
 * Walks one upload from the queue to its entry: detects, sends, attaches. Talks to the world and tells what happened;
 * what that means is the reducer's business.
 *
 * @throws whatever stopped it, or the signal's reason
 */
export async function runUpload(
  upload: RunningUpload,
  environment: RunEnvironment,
  signal: AbortSignal,
): Promise<void> {
  const { clock, client, records, scope } = environment;
  const { item, dispatch, holder, file } = upload;
  const remembered: { record: UploadRecord | null } = { record: null };
  const remember = async (change: Partial<UploadRecord>): Promise<void> => {
    if (remembered.record === null) return;
    const { metadata, projection, uploadedBytes } = item();
    remembered.record = {
      ...remembered.record,
      metadata,
      projection,
      uploadedBytes,
      ...change,
      updatedAt: clock.now(),
    };
    await records.put(remembered.record);
  };

  if (file === null || upload.inDoubt) {
    // The bytes arrived in an earlier attempt.
    if (item().status === 'queued') {
      dispatch({ type: 'started' });
      dispatch({ type: 'detected', projection: item().projection });
      dispatch({ type: 'bytesArrived' });
    }
    await attach(true);
    return;
  }
  dispatch({ type: 'started' });
  const print = await fingerprint(file, scope);
  await environment.locks.hold(print, () => sendAndAttach(file, print), {
    onWait: () => dispatch({ type: 'blocked', by: 'another_tab' }),
    signal,
  });

  async function sendAndAttach(bytes: File, print: string): Promise<void> {
    signal.throwIfAborted();
    if (item().waitingFor === 'another_tab') dispatch({ type: 'unblocked' });
    dispatch({ type: 'detected', projection: await environment.detect(bytes, signal) });
    remembered.record = newRecord(item(), print, scope, upload.handle, clock.now());
    await remember({ tokenId: holder.tokenId });
    await send(bytes);
    dispatch({ type: 'bytesArrived' });
    await attach(false);
  }

  async function send(bytes: File): Promise<void> {
    const pace = createTransferPace(() => clock.now());
    let arrivedBefore = item().uploadedBytes;
    await transferFile({
      ...environment,
      file: bytes,
      fileName: safeFileName(bytes.name),
      holder,
      signal,
      onToken: (tokenId) => void remember({ tokenId }),
      onArrived: (uploadedBytes, arrived) => {
        const bytesPerSecond = pace.arrived(Math.max(0, arrived - arrivedBefore));
        arrivedBefore = arrived;
        dispatch({ type: 'progressed', uploadedBytes, bytesPerSecond });
        void remember({});
      },
      onWaiting: (by) => {
        const held = item().waitingFor;
        if (by !== null && held !== by) {
          pace.reset();
          dispatch({ type: 'blocked', by });
        } else if (by === null && (held === 'network' || held === 'session')) {
          dispatch({ type: 'unblocked' });
        }
      },
    });
  }

  async function attach(inDoubt: boolean): Promise<void> {
    // The one question that may still be open; bytes never waited for it.
    await upload.until(({ waitingFor }) => waitingFor !== 'projection', signal);
    const { id, metadata, projection, createdAt, mediaType } = item();
    await remember({ step: 'attaching' });
    upload.inDoubt = true;
    try {
      const entryId = await attachUpload({
        client,
        clock,
        uploadTokenId: holder.tokenId ?? '',
        uploadId: id,
        entry: {
          name: metadata.name,
          description: metadata.description,
          tags: metadata.tags,
          mediaType: kalturaMediaTypes[mediaType],
          spherical: projection.projection === 'equirectangular',
          stereoMode: projection.stereoMode,
        },
        since: createdAt,
        inDoubt,
        signal,
      });
      await records.remove(id);
      dispatch({ type: 'attached', entryId });
    } catch (error) {
      // Refused, or the bytes are gone: both are certain, and the next attempt begins with asking for the bytes.
      if (error instanceof KalturaApiError || error instanceof UploadLostError) {
        upload.inDoubt = false;
        await remember({ step: 'uploading' });
      }
      throw error;
    }
  }
}

const kalturaMediaTypes: Readonly<Record<UploadMediaType, KalturaMediaType>> = {
  video: KalturaMediaType.VIDEO,
  image: KalturaMediaType.IMAGE,
  audio: KalturaMediaType.AUDIO,
};

function newRecord(
  { id, fileName, size, mediaType, metadata, projection, uploadedBytes, createdAt }: UploadItem,
  print: string,
  scope: UploadScope,
  handle: FileSystemFileHandle | null,
  now: number,
): UploadRecord {
  return {
    id,
    ...scope,
    fingerprint: print,
    fileName,
    size,
    mediaType,
    metadata,
    projection,
    tokenId: null,
    uploadedBytes,
    step: 'uploading',
    createdAt,
    updatedAt: now,
    handle,
  };
}
