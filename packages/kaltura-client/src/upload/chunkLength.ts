import { secondsTogether, typicalRate, withRates, type LaneAhead } from './lanesTogether.ts';

const KIB = 1024;
const MIB = 1024 * KIB;

/** Alone and first: everything else waits for it, so it is no longer than what a new connection sends without an answer. */
export const FIRST_CHUNK_BYTES: number = 12 * KIB;
/** Last and alone: Kaltura sleeps in whole seconds while it waits for a gap to be filled. */
export const LAST_CHUNK_BYTES: number = 12 * KIB;

/** Of the first chunk on a new connection. */
const START_BYTES = 1.5 * MIB;
/**
 * On the very first one: it is ahead of the others by a handshake and a preflight, and would fill the way before they can
 * take their part. So it pauses early.
 */
const FIRST_START_BYTES = 512 * KIB;
const MIN_BYTES = 512 * KIB;
const MAX_BYTES = 16 * MIB;
/** Less than this says nothing about a connection's rate. */
const TELLING_BYTES = 256 * KIB;
/** A chunk should take about this long: a cut costs half of it on the average, every chunk costs a pause. */
const TARGET_SECONDS = 1.5;
/** Or so many pauses, where the server is far or slow. */
const TARGET_PAUSES = 8;
/** Below so many, a lane would wait for longer than it sends. */
const LEAST_PAUSES = 2;
/** How many times longer than the last one a chunk may be: what is measured at first is a connection that still gets faster. */
const GROWTH = 3;

/** What a lane has learned about its connection. */
export interface LanePace {
  /** Bytes per second, the pauses between chunks included; null while nobody knows. */
  readonly rate: number | null;
  /** Of the next chunk, bytes, where enough is left. */
  readonly length: number;
}

/** Of a new connection beside so many others. */
export const initialPace = (others: number): LanePace => ({
  rate: null,
  length: others === 0 ? FIRST_START_BYTES : START_BYTES,
});

/** One chunk that arrived. */
export interface ChunkTiming {
  bytes: number;
  seconds: number;
  /** Seconds from the last time that bytes were left to send, to the answer; 0 where nobody can tell. */
  pause: number;
}

/**
 * Chunk length follows the lane's own rate: what goes in a second and a half, or in eight pauses where the server is far or
 * slow. A fixed length either starves long paths or leaves stragglers on slow lanes.
 *
 * @param pause seconds a lane stands still between two chunks: a round trip and the server's own work
 */
export function learnPace(pace: LanePace, { bytes, seconds }: ChunkTiming, pause: number): LanePace {
  if (bytes < TELLING_BYTES) return pace;
  const rate = bytes / Math.max(seconds, 0.001);
  const wished = rate * Math.max(TARGET_SECONDS, TARGET_PAUSES * pause);
  return { rate, length: Math.round(Math.min(wished, GROWTH * pace.length)) };
}

/** A chunk failed, and its connection with it: the next one is shorter, so that less is lost if it fails again. */
export function slowDown({ length }: LanePace): LanePace {
  return { rate: null, length: Math.max(MIN_BYTES, Math.round(length / 2)) };
}

/**
 * Bytes of a lane's next chunk when `left` bytes are to be shared with the other lanes, so that all end together; 0 where
 * those that are busy now are through with everything before this lane is with its least.
 */
export function nextLength(pace: LanePace, left: number, others: readonly LaneAhead[], pause: number): number {
  const most = Math.min(left, MAX_BYTES);
  const rate = pace.rate ?? typicalRate(others);
  if (rate === null) return within(MIN_BYTES, Math.min(pace.length, left / (others.length + 1)), most);
  const lanes = withRates(others, rate);
  const share = rate * secondsTogether(left, [{ rate, busySeconds: 0 }, ...lanes]);
  const least = Math.min(most, Math.max(MIN_BYTES, LEAST_PAUSES * pause * rate));
  const busy = lanes.filter(({ busySeconds }) => busySeconds > 0);
  if (share < least && secondsTogether(left, busy) < least / rate) return 0;
  return within(least, Math.min(pace.length, share), most);
}

const within = (least: number, wished: number, most: number): number =>
  Math.ceil(Math.min(most, Math.max(least, wished)));
