import type { Clock } from '../api/Clock.ts';
import { isException, isStaleSession, toApiError } from '../api/toApiError.ts';
import { ExchangeError, KalturaApiError, KalturaClientError, KalturaRateLimitError, UpstreamError } from '../errors.ts';
import { KalturaUploadTokenStatus, readUploadToken, type KalturaUploadToken } from '../services/uploadTokenRequests.ts';
import type { KalturaSession, SessionSource } from '../session/KalturaSession.ts';
import { whenOnline, type NetworkState } from './networkState.ts';
import type { FormAnswer, PostForm } from './postForm.ts';
import { isPassing } from './passing.ts';
import { GapError, type Chunk, type SendChunk } from './sendWindow.ts';
import { heldUpBy, MAX_REFUSALS } from './untilReachable.ts';
import type { HeldUpBy } from './UploadItem.ts';

const UPLOAD = { service: 'uploadToken', action: 'upload' };
const FIRST_DELAY_MS = 500;
const MAX_DELAY_MS = 30_000;
/** The network may be back any moment, and a try costs Kaltura nothing. */
const MAX_NETWORK_DELAY_MS = 5000;
const MAX_RETRY_AFTER_MS = 300_000;
/** Failures of one chunk in a row that are Kaltura's; those of the network are not counted: it comes back. */
const MAX_FAILURES = 8;
const STALL_MS = 60_000;

export interface ChunkSenderOptions {
  tokenId: string;
  fileName: string;
  session: SessionSource;
  /** Where the bytes of this session go, without a query: one URL for all chunks, so one preflight. */
  uploadUrlOf: (session: KalturaSession) => string;
  post: PostForm;
  /** What Kaltura holds of this token. */
  look: (signal: AbortSignal) => Promise<KalturaUploadToken>;
  network: NetworkState;
  clock: Clock;
  /** 0 ≤ x < 1. */
  random: () => number;
  /** Told what holds the chunks up, and null when they flow again. */
  onWaiting: (by: HeldUpBy | null) => void;
}

interface Attempts {
  failures: number;
  refusals: number;
  /** For the network or a session: they come back, so nothing ends for their sake. */
  waits: number;
}

/** The first chunk's answer was lost and Kaltura has not stored it. It must not be sent twice: this token is of no use. */
export class FirstChunkLostError extends Error {
  override readonly name = 'FirstChunkLostError';
}

/**
 * Sends chunks of one upload token, each until it arrived: failures of the network and of Kaltura are repeated after a
 * random part of a doubling pause, a refused session is renewed without losing a byte, and after a doubtful failure
 * Kaltura is asked what it holds before anything is sent again.
 */
export function createChunkSender(options: ChunkSenderOptions): SendChunk {
  const { session, post, look, network, clock, random, onWaiting } = options;

  return async (chunk, { signal, answerTimeoutMs = STALL_MS }) => {
    const count: Attempts = { failures: 0, refusals: 0, waits: 0 };
    for (;;) {
      if (!network.isOnline()) {
        onWaiting('network');
        await whenOnline(network, signal);
      }
      let current: KalturaSession | null = null;
      try {
        current = await session.get({ signal });
        signal.throwIfAborted();
        const url = options.uploadUrlOf(current);
        const form = formOf(chunk, current);
        const answer = await post({ url, form, bytes: chunk.bytes.size, stallMs: answerTimeoutMs, signal });
        readAnswer(answer, current);
        onWaiting(null);
        return { bytes: chunk.bytes.size, seconds: answer.seconds, pause: answer.pause };
      } catch (error) {
        signal.throwIfAborted();
        if (current && isStaleSession(error) && count.refusals < MAX_REFUSALS) {
          await renew(current, count, signal);
          continue;
        }
        await assertReadable(chunk.bytes);
        if (!isWorthRepeating(error) || count.failures >= MAX_FAILURES) throw error;
        await rest(error, count, signal);
        const held = current && isDoubtful(error) ? await whatIsHeld(chunk, error, signal) : null;
        if (held) {
          onWaiting(null);
          return null;
        }
      }
    }
  };

  /** A session that can't be had just now is waited for; only one that Kaltura refuses as well counts. */
  async function renew(refused: KalturaSession, count: Attempts, signal: AbortSignal): Promise<void> {
    onWaiting('session');
    try {
      await session.renew(refused, { signal });
      count.refusals += 1;
    } catch (error) {
      signal.throwIfAborted();
      passing(error);
      await rest(error, count, signal);
    }
  }

  /** Waits before the next attempt: a random part of a doubling pause, never less than the server asks for. */
  async function rest(error: unknown, count: Attempts, signal: AbortSignal): Promise<void> {
    const by = heldUpBy(error);
    const inARow = by === null ? (count.failures += 1) : (count.waits += 1);
    // Once is nothing: the next attempt comes in no time.
    if (by !== null || inARow > 1) onWaiting(by ?? 'kaltura');
    const atLeast = error instanceof UpstreamError || error instanceof ExchangeError ? (error.retryAfterMs ?? 0) : 0;
    const atMost = by === 'network' ? MAX_NETWORK_DELAY_MS : MAX_DELAY_MS;
    const jittered = random() * Math.min(atMost, FIRST_DELAY_MS * 2 ** (inARow - 1));
    await clock.sleep(Math.max(Math.min(atLeast, MAX_RETRY_AFTER_MS), jittered), signal);
  }

  /**
   * After a doubtful failure: Kaltura's token when it holds the chunk, null when the chunk has to be sent again.
   * Sending again does no harm, except for the first chunk: that one is never sent while nobody knows.
   */
  async function whatIsHeld(chunk: Chunk, error: unknown, signal: AbortSignal): Promise<KalturaUploadToken | null> {
    for (let attempt = 1; ; attempt += 1) {
      const token = await look(signal).catch((failure: unknown) => {
        passing(failure);
        onWaiting(heldUpBy(failure) ?? 'kaltura');
        return null;
      });
      signal.throwIfAborted();
      if (token !== null) {
        if (holds(token, chunk)) return token;
        if (!chunk.resume) throw new FirstChunkLostError('The first chunk did not arrive', { cause: error });
        if (chunk.final && (isGap(error) || token.uploadedFileSize < chunk.at)) {
          throw new GapError(token.uploadedFileSize);
        }
      }
      if (chunk.resume) return null;
      await clock.sleep(Math.min(MAX_NETWORK_DELAY_MS, FIRST_DELAY_MS * 2 ** attempt), signal);
    }
  }

  function formOf(chunk: Chunk, { ks }: KalturaSession): FormData {
    const form = new FormData();
    form.append('format', '1');
    form.append('ks', ks);
    form.append('uploadTokenId', options.tokenId);
    form.append('resume', chunk.resume ? '1' : '0');
    if (chunk.resume) form.append('resumeAt', String(chunk.at));
    form.append('finalChunk', chunk.final ? '1' : '0');
    // Kaltura wants a file part with a file name, and fields before the file.
    form.append('fileData', chunk.bytes, options.fileName);
    return form;
  }
}

function readAnswer({ status, text, retryAfterMs }: FormAnswer, session: KalturaSession): KalturaUploadToken {
  if (status === 408 || status === 429 || status >= 500) {
    throw new UpstreamError('upstream_unavailable', `Kaltura answered with status ${status}`, { status, retryAfterMs });
  }
  try {
    const json: unknown = JSON.parse(text);
    if (isException(json)) throw toApiError(json, UPLOAD, session.ks);
    return readUploadToken(json, session);
  } catch (error) {
    if (error instanceof KalturaApiError) throw error;
    throw new UpstreamError('upstream_bad_response', 'Kaltura answered with something else than an upload token', {
      status,
    });
  }
}

/** A file that somebody closed before its end does not hold what comes after. */
const holds = ({ status, uploadedFileSize }: KalturaUploadToken, chunk: Chunk): boolean => {
  const complete = status === KalturaUploadTokenStatus.FULL_UPLOAD || status === KalturaUploadTokenStatus.CLOSED;
  return (complete || !chunk.final) && uploadedFileSize >= chunk.at + chunk.bytes.size;
};

const isGap = (error: unknown): boolean =>
  error instanceof KalturaApiError && error.code === 'UPLOAD_TOKEN_CANNOT_MATCH_EXPECTED_SIZE';

/** Kaltura's codes behind which the chunk may have arrived, or arrives at the next attempt. */
const repeatable: ReadonlySet<string> = new Set([
  'UPLOAD_ERROR',
  'UPLOAD_TOKEN_CANNOT_MATCH_EXPECTED_SIZE',
  'UPLOAD_TOKEN_INVALID_STATUS_FOR_UPLOAD',
]);

const isWorthRepeating = (error: unknown): boolean =>
  (isPassing(error) && !isStaleSession(error)) || (error instanceof KalturaApiError && repeatable.has(error.code));

/** Rate limiting and a missing session mean for sure that nothing was stored. */
const isDoubtful = (error: unknown): boolean =>
  !(error instanceof KalturaRateLimitError) && heldUpBy(error) !== 'session';

/** A passing failure is answered by the next attempt; anything else is final. */
function passing(error: unknown): null {
  if (error instanceof KalturaClientError && error.retriable) return null;
  throw error;
}

/**
 * A file that was changed or removed since it was chosen fails like a dead network: only reading it tells.
 *
 * @throws FileUnreadableError
 */
async function assertReadable(bytes: Blob): Promise<void> {
  try {
    await bytes.slice(0, 1).arrayBuffer();
  } catch (cause) {
    throw new FileUnreadableError('The file can no longer be read', { cause });
  }
}

/** The file was changed, moved or removed after it was chosen. */
export class FileUnreadableError extends Error {
  override readonly name = 'FileUnreadableError';
}
