import type { DetailedError, PreviousUpload } from 'tus-js-client';
import BaseUpload from 'tus-js-client/lib.esm/upload.js';
import { systemClock, type Clock } from '../api/Clock.ts';
import type { KalturaClient } from '../createKalturaClient.ts';
import { KalturaHttpStack, mayRestart, TUS_ENDPOINT } from './KalturaHttpStack.ts';
import { lanePoolOf, type LanePool } from './LanePool.ts';
import { browserNetwork, type NetworkState } from './networkState.ts';
import type { PostForm } from './postForm.ts';
import type { HeldUpBy } from './UploadItem.ts';
import type { UploadTokenHolder } from './UploadTokenHolder.ts';

/** Pauses before the whole window is tried again; single chunks have been repeated long before that. */
export const RESTART_DELAYS_MS: readonly number[] = [1000, 2000, 5000, 10_000, 15_000, 30_000, 30_000];

/** What a transfer needs of the world; everything has a default but the client and how to post. */
export interface TransferEnvironment {
  client: KalturaClient;
  post: PostForm;
  clock?: Clock;
  network?: NetworkState;
  /** 0 ≤ x < 1. */
  random?: () => number;
  poolOf?: (host: string) => LanePool;
  /** Milliseconds before each restart of the whole window. */
  restartDelays?: readonly number[];
}

export interface TransferOptions extends TransferEnvironment {
  file: Blob;
  fileName: string;
  holder: UploadTokenHolder;
  /** Bytes that arrived without a gap (what a resume goes on from), and all that arrived. */
  onArrived: (contiguousBytes: number, arrivedBytes: number) => void;
  /** What holds the transfer up; null when it flows. */
  onWaiting: (by: HeldUpBy | null) => void;
  /** Stops at once; what has arrived stays for the next transfer with the same holder. */
  signal: AbortSignal;
}

export interface Transferred {
  /** Of the upload token that holds all bytes. */
  tokenId: string;
  /** Somebody gave these bytes to an entry already. */
  attached: boolean;
}

/**
 * Brings the bytes of a file into Kaltura and answers the upload token that holds them all. Where the holder has a token
 * from before, it goes on from the byte that Kaltura has.
 *
 * @throws the error that stopped it (see `toUploadProblem`), or the signal's reason
 */
export function transferFile(options: TransferOptions): Promise<Transferred> {
  const { file, fileName, holder, signal, client, clock = systemClock, network = browserNetwork } = options;
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const stack = new KalturaHttpStack({
      holder,
      size: file.size,
      fileName,
      session: client.session,
      getToken: (tokenId, lookSignal) => client.uploadToken.get(tokenId, { signal: lookSignal }),
      post: options.post,
      poolOf: options.poolOf ?? lanePoolOf,
      network,
      clock,
      random: options.random ?? Math.random,
      onArrived: options.onArrived,
      onWaiting: options.onWaiting,
    });
    const upload = new BaseUpload(file as File, {
      ...BaseUpload.defaultOptions,
      endpoint: TUS_ENDPOINT,
      uploadUrl: holder.tokenId === null ? null : TUS_ENDPOINT + holder.tokenId,
      httpStack: stack,
      fileReader: blobReader,
      chunkSize: Number.POSITIVE_INFINITY,
      retryDelays: [...(options.restartDelays ?? RESTART_DELAYS_MS)],
      onShouldRetry: (error) => mayRestart(causeOf(error)),
      // Our own records say where to go on; what tus would store knows neither hub nor person.
      storeFingerprintForResuming: false,
      fingerprint: () => Promise.resolve(''),
      urlStorage: noUrls,
      onSuccess: () => settle(() => resolve({ tokenId: holder.tokenId ?? '', attached: stack.attached })),
      onError: (error) => settle(() => reject(causeOf(error))),
    });
    // Chunks under way may take long to notice it.
    const forgetNetwork = network.onChange(() => options.onWaiting(network.isOnline() ? null : 'network'));
    const stop = (): void => {
      forgetNetwork();
      stack.stop();
      void upload.abort();
      reject(signal.reason as Error);
    };
    const settle = (finish: () => void): void => {
      forgetNetwork();
      signal.removeEventListener('abort', stop);
      finish();
    };
    signal.addEventListener('abort', stop, { once: true });
    upload.start();
  });
}

/** tus wraps what our transport threw. */
const causeOf = (error: Error | DetailedError): Error =>
  'causingError' in error && error.causingError instanceof Error ? error.causingError : error;

/** Slices of a `Blob` are promises of bytes, not bytes: memory stays flat whatever the size. */
const blobReader = {
  openFile: (input: Blob) =>
    Promise.resolve({
      size: input.size,
      slice: (start: number, end: number) =>
        Promise.resolve({ value: input.slice(start, end), done: end >= input.size }),
      close: () => {},
    }),
};

const noUrls = {
  findAllUploads: (): Promise<PreviousUpload[]> => Promise.resolve([]),
  findUploadsByFingerprint: (): Promise<PreviousUpload[]> => Promise.resolve([]),
  removeUpload: (): Promise<void> => Promise.resolve(),
  addUpload: (): Promise<string> => Promise.resolve(''),
};
