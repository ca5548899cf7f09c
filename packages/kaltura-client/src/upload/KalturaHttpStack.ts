import type { HttpRequest, HttpResponse, HttpStack } from 'tus-js-client';
import { isStaleSession } from '../api/toApiError.ts';
import { KalturaApiError } from '../errors.ts';
import { KalturaUploadTokenStatus, type KalturaUploadToken } from '../services/uploadTokenRequests.ts';
import type { KalturaSession } from '../session/KalturaSession.ts';
import { createChunkSender, FirstChunkLostError, type ChunkSenderOptions } from './chunkSender.ts';
import type { LanePool } from './LanePool.ts';
import { isPassing } from './passing.ts';
import { GapError, sendWindow } from './sendWindow.ts';
import { heldUpBy, untilReachable } from './untilReachable.ts';
import type { UploadTokenHolder } from './UploadTokenHolder.ts';

/** Never fetched: tus needs URLs, Kaltura has token ids. */
export const TUS_ENDPOINT = 'https://upload-token.invalid/';

export interface KalturaHttpStackOptions extends Omit<ChunkSenderOptions, 'tokenId' | 'look' | 'uploadUrlOf'> {
  holder: UploadTokenHolder;
  size: number;
  getToken: (tokenId: string, signal: AbortSignal) => Promise<KalturaUploadToken>;
  poolOf: (host: string) => LanePool;
  /** Bytes that arrived without a gap, and all that arrived. */
  onArrived: (contiguousBytes: number, arrivedBytes: number) => void;
}

/** Tokens that came to nothing after they had bytes; then it is not worth a third one. */
const LOST_AT_MOST = 1;

/**
 * tus-js-client's transport, spoken as Kaltura's upload tokens: POST makes a token, HEAD asks what it holds, PATCH of
 * everything that is left becomes a sliding window of parallel chunks, DELETE deletes the token.
 *
 * What tus relies on: an aborted send never settles and a send after `stop` never sends; HEAD answers 404 only where
 * the token is gone (tus then makes a new one, whatever else it would be told); everything else that fails is thrown.
 */
export class KalturaHttpStack implements HttpStack {
  readonly #options: KalturaHttpStackOptions;
  readonly #stop = new AbortController();
  /** Tokens that held bytes and must not be used again. */
  readonly #lost = new Set<string>();
  /** As Kaltura last described them. */
  readonly #tokens = new Map<string, KalturaUploadToken>();
  #attached = false;

  constructor(options: KalturaHttpStackOptions) {
    this.#options = options;
  }

  /** Has an entry these bytes already? */
  get attached(): boolean {
    return this.#attached;
  }

  getName(): string {
    return 'KalturaHttpStack';
  }

  /** From here on nothing is sent and nothing settles. */
  stop(): void {
    this.#stop.abort(new DOMException('The upload was stopped', 'AbortError'));
  }

  createRequest(method: string, url: string): HttpRequest {
    return new KalturaHttpRequest(method, url, this.#stop.signal, (request, body, signal) =>
      this.#answer(request, body, signal),
    );
  }

  #answer(request: KalturaHttpRequest, body: Blob | null, signal: AbortSignal): Promise<HttpResponse> {
    // The holder's may be another one by now: tus keeps the first URL it was told.
    const tokenId = this.#options.holder.tokenId ?? request.url.slice(TUS_ENDPOINT.length);
    switch (request.method) {
      case 'POST':
        return this.#create(signal);
      case 'HEAD':
        return this.#head(tokenId, signal);
      case 'PATCH':
        return this.#patch(tokenId, request, body, signal);
      case 'DELETE':
        return this.#options.holder.drop().then(() => answer(204));
      default:
        throw new TypeError(`Kaltura knows no ${request.method}`);
    }
  }

  async #create(signal: AbortSignal): Promise<HttpResponse> {
    if (this.#lost.size > LOST_AT_MOST) throw new UploadLostError('Kaltura lost the upload again and again');
    const { id } = await this.#make(signal);
    return answer(201, { Location: TUS_ENDPOINT + id });
  }

  async #make(signal: AbortSignal): Promise<KalturaUploadToken> {
    const token = await untilReachable(() => this.#options.holder.make(), this.#options, signal);
    this.#tokens.set(token.id, token);
    return token;
  }

  async #head(tokenId: string, signal: AbortSignal): Promise<HttpResponse> {
    const { size, holder } = this.#options;
    const token = this.#lost.has(tokenId) ? null : await this.#lookOrNull(tokenId, signal);
    if (token !== null && isUsable(token, size)) {
      this.#tokens.set(tokenId, token);
      // Whole, but not closed: the offset stays below the size, so that tus sends what closes it.
      const complete = token.status >= KalturaUploadTokenStatus.FULL_UPLOAD;
      this.#attached = token.status === KalturaUploadTokenStatus.CLOSED;
      const offset = complete ? size : Math.min(token.uploadedFileSize, size - 1);
      return answer(200, { 'Upload-Offset': String(offset), 'Upload-Length': String(size) });
    }
    // Without bytes nothing is lost: its first chunk is not known to be no longer under way, so another token takes over.
    if (token?.status !== KalturaUploadTokenStatus.PENDING) this.#lost.add(tokenId);
    await untilReachable(() => holder.drop(), this.#options, signal);
    return answer(404);
  }

  async #patch(
    tokenId: string,
    request: KalturaHttpRequest,
    body: Blob | null,
    signal: AbortSignal,
  ): Promise<HttpResponse> {
    if (body === null) throw new TypeError('A PATCH without bytes');
    const { holder } = this.#options;
    for (let current = tokenId; ; current = holder.tokenId ?? '') {
      try {
        await this.#sendRest(current, request, body, signal);
        return answer(204, { 'Upload-Offset': String(this.#options.size) });
      } catch (error) {
        if (!isCutAtBegin(error)) throw error;
        // The network took the first chunk: another token takes over, and no attempt is counted.
        await untilReachable(() => holder.drop(), this.#options, signal);
        await this.#make(signal);
      }
    }
  }

  async #sendRest(tokenId: string, request: KalturaHttpRequest, body: Blob, signal: AbortSignal): Promise<void> {
    const { size, onArrived, poolOf, session, clock } = this.#options;
    const offset = Number(request.getHeader('Upload-Offset'));
    const token = this.#tokens.get(tokenId);
    const origin = token?.uploadUrl ? new URL(token.uploadUrl).origin : null;
    const uploadUrlOf = ({ serviceUrl }: KalturaSession): string =>
      `${origin ?? serviceUrl}/api_v3/service/uploadToken/action/upload`;
    const { host } = new URL(uploadUrlOf(await untilReachable(() => session.get({ signal }), this.#options, signal)));
    const look = (lookSignal: AbortSignal): Promise<KalturaUploadToken> => this.#options.getToken(tokenId, lookSignal);
    try {
      await sendWindow({
        rest: body,
        offset,
        size,
        begun: token?.status === KalturaUploadTokenStatus.PARTIAL_UPLOAD,
        heldBytes: token?.uploadedFileSize ?? 0,
        send: createChunkSender({ ...this.#options, tokenId, uploadUrlOf, look }),
        pool: poolOf(host),
        clock,
        onArrived: (contiguous, arrived) => {
          request.progressed(contiguous - offset);
          onArrived(contiguous, arrived);
        },
        signal,
      });
    } catch (error) {
      if (isLost(error, offset)) this.#lost.add(tokenId);
      throw error;
    }
  }

  async #lookOrNull(tokenId: string, signal: AbortSignal): Promise<KalturaUploadToken | null> {
    try {
      return await untilReachable(() => this.#options.getToken(tokenId, signal), this.#options, signal);
    } catch (error) {
      if (error instanceof KalturaApiError && error.code === 'UPLOAD_TOKEN_NOT_FOUND') return null;
      throw error;
    }
  }
}

/** Two tokens in a row came to nothing. */
export class UploadLostError extends Error {
  override readonly name = 'UploadLostError';
}

/** May tus try the whole window again? It asks what the token holds first, and makes a new one where it is of no use. */
export function mayRestart(error: unknown): boolean {
  return (
    error instanceof FirstChunkLostError ||
    error instanceof GapError ||
    (error instanceof KalturaApiError && (lostCodes.has(error.code) || error.code === INVALID_STATUS)) ||
    (isPassing(error) && !isStaleSession(error))
  );
}

const INVALID_STATUS = 'UPLOAD_TOKEN_INVALID_STATUS_FOR_UPLOAD';

const lostCodes: ReadonlySet<string> = new Set([
  'UPLOAD_TOKEN_NOT_FOUND',
  'UPLOAD_TOKEN_CANNOT_RESUME',
  'UPLOAD_PASSED_MAX_RESUME_TIME_ALLOWED',
  'MAX_ALLOWED_CHUNK_COUNT_EXCEEDED',
]);

/** Where Kaltura holds less than the window began with, the next one begins earlier; a gap that can't be filled is final. */
const isLost = (error: unknown, offset: number): boolean =>
  (error instanceof GapError && error.heldBytes >= offset) ||
  (error instanceof KalturaApiError && lostCodes.has(error.code));

const isCutAtBegin = (error: unknown): boolean =>
  error instanceof FirstChunkLostError && heldUpBy(error.cause) !== null;

/**
 * Kaltura's word is checked before bytes are added to it: another file's token, an impossible offset or a file that was
 * closed too short is no base. Nor is a token without bytes: its first chunk may still be under way, and come last.
 */
function isUsable({ status, fileSize, uploadedFileSize }: KalturaUploadToken, size: number): boolean {
  if (fileSize !== null && fileSize !== size) return false;
  if (status === KalturaUploadTokenStatus.PARTIAL_UPLOAD) return uploadedFileSize >= 0 && uploadedFileSize <= size;
  const complete = status === KalturaUploadTokenStatus.FULL_UPLOAD || status === KalturaUploadTokenStatus.CLOSED;
  return complete && uploadedFileSize === size;
}

type Answer = (request: KalturaHttpRequest, body: Blob | null, signal: AbortSignal) => Promise<HttpResponse>;

class KalturaHttpRequest implements HttpRequest {
  readonly method: string;
  readonly url: string;
  readonly #headers = new Map<string, string>();
  readonly #abort = new AbortController();
  readonly #stopped: AbortSignal;
  readonly #answer: Answer;
  #onProgress: (bytesSent: number) => void = () => {};

  constructor(method: string, url: string, stopped: AbortSignal, answer: Answer) {
    this.method = method;
    this.url = url;
    this.#stopped = AbortSignal.any([stopped, this.#abort.signal]);
    this.#answer = answer;
  }

  getMethod(): string {
    return this.method;
  }

  getURL(): string {
    return this.url;
  }

  setHeader(name: string, value: string): void {
    this.#headers.set(name, value);
  }

  getHeader(name: string): string | undefined {
    return this.#headers.get(name);
  }

  setProgressHandler(handler: (bytesSent: number) => void): void {
    this.#onProgress = handler;
  }

  progressed(bytes: number): void {
    if (!this.#stopped.aborted) this.#onProgress(bytes);
  }

  /** After an abort it stays pending for ever: tus would take a rejection for a failure and start a second loop. */
  async send(body: Blob | null = null): Promise<HttpResponse> {
    const never = new Promise<never>(() => {});
    if (this.#stopped.aborted) return never;
    try {
      const response = await this.#answer(this, body, this.#stopped);
      return this.#stopped.aborted ? await never : response;
    } catch (error) {
      if (this.#stopped.aborted) return never;
      throw error;
    }
  }

  abort(): Promise<void> {
    this.#abort.abort(new DOMException('The request was aborted', 'AbortError'));
    return Promise.resolve();
  }

  getUnderlyingObject(): null {
    return null;
  }
}

function answer(status: number, headers: Record<string, string> = {}): HttpResponse {
  return {
    getStatus: () => status,
    getHeader: (name) => headers[name],
    getBody: () => '',
    getUnderlyingObject: () => null,
  };
}
