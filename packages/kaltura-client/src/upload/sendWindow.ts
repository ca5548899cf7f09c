import type { Clock } from '../api/Clock.ts';
import { Arrivals } from './Arrivals.ts';
import { FIRST_CHUNK_BYTES, LAST_CHUNK_BYTES, type ChunkTiming } from './chunkLength.ts';
import type { LanePool, LaneUse } from './LanePool.ts';
import { sendParallel } from './sendParallel.ts';

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

/**
 * Sends one chunk and takes care of its retries; settles with how long it took (null where nobody knows), or with an error
 * that no retry can mend.
 */
export type SendChunk = (
  chunk: Chunk,
  options: { signal: AbortSignal; answerTimeoutMs?: number },
) => Promise<ChunkTiming | null>;

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
  clock: Clock;
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
  const { size, pool, clock, send, signal } = options;
  const piece = (from: number, to: number): Blob => options.rest.slice(from - options.offset, to - options.offset);
  const begin = Math.max(options.offset, Math.min(options.heldBytes, size));
  const arrivals = new Arrivals(begin, options.onArrived);
  const sendAll = (from: number, to: number): Promise<void> =>
    sendParallel({ from, to, piece, send, pool, clock, arrivals, signal });

  let next = begin;
  if (!options.begun) {
    next = Math.min(FIRST_CHUNK_BYTES, size);
    await sendAlone({ at: 0, bytes: piece(0, next), resume: false, final: next === size });
    if (next === size) return;
  }
  const stop = Math.max(next, size - LAST_CHUNK_BYTES);
  await sendAll(next, stop);
  await finish(stop);

  async function sendAlone(chunk: Chunk, answerTimeoutMs?: number): Promise<void> {
    const lane = await pool.acquire(signal);
    let use: LaneUse = 'failed';
    try {
      use = (await send(chunk, { signal, ...(answerTimeoutMs && { answerTimeoutMs }) })) ?? 'unused';
      arrivals.add(chunk.at, chunk.bytes.size);
    } finally {
      lane.release(use);
    }
  }

  /** The last chunk, alone. Where Kaltura misses bytes after all, they are sent again from what it holds. */
  async function finish(from: number): Promise<void> {
    let at = from;
    for (let attempt = 1; ; attempt += 1) {
      try {
        await sendAlone({ at, bytes: piece(at, size), resume: true, final: true }, FINAL_ANSWER_MS);
        return;
      } catch (error) {
        const held = gapOf(error);
        if (held === null || attempt === FINAL_ATTEMPTS || held < options.offset) throw error;
        await sendAll(held, size);
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
