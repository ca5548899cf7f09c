const KIB = 1024;
const MIB = 1024 * KIB;

/** Alone and first: everything else waits for it, so it is small. */
export const FIRST_CHUNK_BYTES: number = 64 * KIB;
/** Last and alone: Kaltura sleeps in whole seconds while it waits for a gap to be filled. */
export const LAST_CHUNK_BYTES: number = 256 * KIB;

const MIN_BYTES = 512 * KIB;
const MAX_BYTES = 32 * MIB;
const START_BYTES = 2 * MIB;
/** A chunk should take about this long: what a cut costs, and how long another call of the page waits at most. */
const TARGET_SECONDS = 1;

/** What a lane has learned about its connection. */
export interface LanePace {
  /** Length of the next chunk, bytes. */
  readonly length: number;
  /** Below this, the pause between two chunks would weigh more than half of the time. */
  readonly floor: number;
  /** Seconds between the last byte sent and the answer: a round trip and the server's own work, smoothed. */
  readonly pause: number;
}

export const initialPace: LanePace = { length: START_BYTES, floor: MIN_BYTES, pause: 0 };

/** One chunk that arrived. */
export interface ChunkTiming {
  bytes: number;
  seconds: number;
  /** Seconds between the last byte sent and the answer. */
  pause: number;
}

/**
 * Chunk length follows the lane's own rate: about a second's worth, five pauses' worth where the server is far or slow,
 * at most doubling from chunk to chunk. A fixed length either starves long paths or leaves stragglers on slow lanes.
 */
export function learnPace(pace: LanePace, { bytes, seconds, pause }: ChunkTiming): LanePace {
  const rate = bytes / Math.max(seconds, 0.001);
  const smoothed = pace.pause === 0 ? pause : 0.7 * pace.pause + 0.3 * pause;
  return {
    length: Math.round(Math.min(2 * pace.length, rate * Math.max(TARGET_SECONDS, 5 * smoothed))),
    floor: Math.round(Math.max(MIN_BYTES, 2 * smoothed * rate)),
    pause: smoothed,
  };
}

/** A chunk failed: the next one is smaller, so that less is lost if it fails again. */
export function slowDown(pace: LanePace): LanePace {
  return { ...pace, length: Math.max(MIN_BYTES, Math.round(pace.length / 2)), floor: MIN_BYTES };
}

/** Bytes of the next chunk of a lane when `left` bytes are to be shared by `lanes` lanes. */
export function nextLength(pace: LanePace, left: number, lanes: number): number {
  const share = Math.ceil(left / Math.max(1, lanes));
  const wished = Math.max(pace.floor, Math.min(pace.length, share));
  return Math.max(1, Math.min(wished, MAX_BYTES, left));
}
