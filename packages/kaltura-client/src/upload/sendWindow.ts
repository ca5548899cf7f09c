import type { KalturaUploadToken } from '../services/uploadTokenRequests.ts';
import {
  FIRST_CHUNK_BYTES,
  LAST_CHUNK_BYTES,
  learnPace,
  nextLength,
  slowDown,
  type ChunkTiming,
} from './chunkLength.ts';
import type { LanePool } from './LanePool.ts';

/** How far a chunk may run ahead of the oldest one that is not answered: what lies beyond a gap is lost on resume. */
const MAX_AHEAD_BYTES = 64 * 1024 * 1024;
/** Kaltura itself waits up to 45 s for gaps to be filled. */
const FINAL_ANSWER_MS = 120_000;
/** A gap that Kaltura still reports after this many fillings is not ours. */
const FINAL_ATTEMPTS = 5;

/** One piece of the file on its way. */
export interface Chunk {
  /** Offset in the file, bytes. */
  at: number;
  bytes: Blob;
  /** False only for the very first chunk: it makes the file, and would wipe it if it came again. */
  resume: boolean;
  final: boolean;
}

/** Sends one chunk and takes care of its retries; settles with Kaltura's token or an error that no retry can mend. */
export type SendChunk = (
  chunk: Chunk,
  options: { signal: AbortSignal; answerTimeoutMs?: number },
) => Promise<{ token: KalturaUploadToken; timing: ChunkTiming }>;

export interface WindowOptions {
  /** From `offset` to the end of the file. */
  rest: Blob;
  /** Where `rest` begins in the file, bytes. */
  offset: number;
  /** Of the whole file, bytes. */
  size: number;
  /** Has Kaltura the first chunk? It is then never sent as such again, whatever the offset says. */
  begun: boolean;
  /** What Kaltura holds, where that is more than the offset says; the whole file then only needs to be closed. */
  heldBytes: number;
  send: SendChunk;
  pool: LanePool;
  /** The bytes that arrived without a gap, and all that arrived. */
  onArrived: (contiguousBytes: number, arrivedBytes: number) => void;
  signal: AbortSignal;
}

/**
 * Sends the rest of a file as a sliding window of parallel chunks near the contiguous end: a tiny first chunk alone,
 * then as many as there are lanes, the last one alone. Kaltura counts contiguous bytes only, so ranges that are sent
 * far ahead would be lost on a resume.
 *
 * @throws the first error that a chunk could not mend; by then every other chunk is stopped
 */
export async function sendWindow(options: WindowOptions): Promise<void> {
  const { size, pool, send, signal } = options;
  const window = new AbortController();
  const stopped = AbortSignal.any([signal, window.signal]);
  const piece = (from: number, to: number): Blob => options.rest.slice(from - options.offset, to - options.offset);
  const begin = Math.max(options.offset, Math.min(options.heldBytes, size));
  const arrivals = new Arrivals(begin, options.onArrived);
  try {
    let next = begin;
    if (!options.begun) {
      next = Math.min(FIRST_CHUNK_BYTES, size);
      await sendOne({ at: 0, bytes: piece(0, next), resume: false, final: next === size });
      if (next === size) return;
    }
    const stop = Math.max(next, size - LAST_CHUNK_BYTES);
    await sendParallel(next, stop);
    await finish(stop);
  } catch (error) {
    window.abort(new DOMException('Another chunk of this file failed', 'AbortError'));
    throw error;
  }

  async function sendOne(chunk: Chunk, answerTimeoutMs?: number): Promise<KalturaUploadToken> {
    const lane = await pool.acquire(stopped);
    let learned = { pace: slowDown(lane.pace), arrivedBytes: 0 };
    try {
      const { token, timing } = await send(chunk, { signal: stopped, ...(answerTimeoutMs && { answerTimeoutMs }) });
      // Tiny chunks say nothing about the lane's rate.
      const pace = timing.bytes >= LAST_CHUNK_BYTES ? learnPace(lane.pace, timing) : lane.pace;
      learned = { pace, arrivedBytes: chunk.bytes.size };
      arrivals.add(chunk.at, chunk.bytes.size);
      return token;
    } finally {
      lane.release(learned);
    }
  }

  async function sendParallel(from: number, to: number): Promise<void> {
    const underWay = new Set<Promise<void>>();
    const failures: unknown[] = [];
    let next = from;
    while (next < to && failures.length === 0) {
      const lane = await pool.acquire(stopped).catch(() => null);
      if (lane === null) break;
      if (next - arrivals.contiguous > MAX_AHEAD_BYTES) {
        lane.release({ pace: lane.pace, arrivedBytes: 0 });
        await Promise.race(underWay);
        continue;
      }
      const at = next;
      next += nextLength(lane.pace, to - next, pool.lanes);
      const bytes = piece(at, next);
      const sending = send({ at, bytes, resume: true, final: false }, { signal: stopped })
        .then(
          ({ timing }) => {
            lane.release({ pace: learnPace(lane.pace, timing), arrivedBytes: bytes.size });
            arrivals.add(at, bytes.size);
          },
          (error: unknown) => {
            lane.release({ pace: slowDown(lane.pace), arrivedBytes: 0 });
            failures.push(error);
            window.abort(new DOMException('Another chunk of this file failed', 'AbortError'));
          },
        )
        .finally(() => underWay.delete(sending));
      underWay.add(sending);
    }
    await Promise.all(underWay);
    signal.throwIfAborted();
    if (failures.length > 0) throw failures[0];
  }

  /** The last chunk, alone. Where Kaltura misses bytes after all, they are sent again from what it holds. */
  async function finish(from: number): Promise<void> {
    let at = from;
    for (let attempt = 1; ; attempt += 1) {
      try {
        await sendOne({ at, bytes: piece(at, size), resume: true, final: true }, FINAL_ANSWER_MS);
        return;
      } catch (error) {
        const held = gapOf(error);
        if (held === null || attempt === FINAL_ATTEMPTS || held < options.offset) throw error;
        await sendParallel(held, size);
        at = size;
      }
    }
  }
}

/** Kaltura got the final chunk and misses bytes before it: it holds `heldBytes` without a gap. */
export class GapError extends Error {
  override readonly name = 'GapError';
  readonly heldBytes: number;

  constructor(heldBytes: number, options?: ErrorOptions) {
    super('Kaltura misses bytes before the final chunk', options);
    this.heldBytes = heldBytes;
  }
}

const gapOf = (error: unknown): number | null => (error instanceof GapError ? error.heldBytes : null);

/** Which bytes arrived, and how far they reach without a gap. */
class Arrivals {
  readonly #parked = new Map<number, number>();
  readonly #report: (contiguous: number, arrived: number) => void;
  #arrived: number;
  contiguous: number;

  constructor(offset: number, report: (contiguous: number, arrived: number) => void) {
    this.contiguous = offset;
    this.#arrived = offset;
    this.#report = report;
  }

  add(at: number, length: number): void {
    if (at < this.contiguous) return;
    this.#arrived += length;
    this.#parked.set(at, length);
    for (let next = this.#parked.get(this.contiguous); next !== undefined; next = this.#parked.get(this.contiguous)) {
      this.#parked.delete(this.contiguous);
      this.contiguous += next;
    }
    this.#report(this.contiguous, this.#arrived);
  }
}
