import { FIRST_CHUNK_BYTES, initialPace, learnPace, slowDown, type ChunkTiming, type LanePace } from './chunkLength.ts';

/** Chromium opens six connections to a host; one stays free for browsing. */
const LANES = 5;
/** Pauses that are remembered: the shortest one had nobody else's bytes before it. */
const PAUSES = 32;

/**
 * What became of a lane: a chunk arrived; it failed, and its connection with it; it was abandoned, and its connection with
 * it; or it was not used, or nobody knows how long it took.
 */
export type LaneUse = ChunkTiming | 'failed' | 'abandoned' | 'unused';

/** The right to have one chunk under way. */
export interface Lane {
  /** What this lane's connection has shown so far. */
  readonly pace: LanePace;
  /** Gives the lane to whoever waits longest. */
  release(use: LaneUse): void;
}

export interface LanePoolOptions {
  /** Milliseconds, monotonic. */
  now?: () => number;
  lanes?: number;
}

/**
 * The connections to one host, shared by all files of the page, first come first served: so files advance evenly.
 * Five from the beginning: where one connection fills the link more cost nothing, and wherever it does not (packets are
 * lost, the way is long, the server is slow) each one counts.
 */
export class LanePool {
  readonly now: () => number;
  /** How many chunks may be under way. */
  readonly lanes: number;
  /** The fastest first. */
  #idle: LanePace[] = [];
  readonly #busy = new Set<{ pace: LanePace }>();
  readonly #waiting: Array<() => void> = [];
  readonly #pauses: number[] = [];

  constructor({ now = () => performance.now(), lanes = LANES }: LanePoolOptions = {}) {
    this.now = now;
    this.lanes = lanes;
  }

  /** What the lanes that nobody uses have shown. */
  get idle(): readonly LanePace[] {
    const free = Math.max(0, this.lanes - this.#busy.size);
    return Array.from({ length: free }, (_, index) => this.#idle[index] ?? initialPace(this.#busy.size + index));
  }

  /** Seconds a lane stands still between two chunks: a round trip and the server's own work; 0 while nobody knows. */
  get pause(): number {
    return this.#pauses.length === 0 ? 0 : Math.min(...this.#pauses);
  }

  /** Waits for a free lane; an abort takes the caller out of the queue and rejects with the signal's reason. */
  acquire(signal: AbortSignal): Promise<Lane> {
    return new Promise((resolve, reject) => {
      if (signal.aborted) {
        reject(signal.reason as Error);
        return;
      }
      const give = (): void => {
        signal.removeEventListener('abort', leave);
        resolve(this.#take());
      };
      const leave = (): void => {
        this.#waiting.splice(this.#waiting.indexOf(give), 1);
        reject(signal.reason as Error);
      };
      signal.addEventListener('abort', leave, { once: true });
      this.#waiting.push(give);
      this.#serve();
    });
  }

  #serve(): void {
    while (this.#busy.size < this.lanes) {
      const give = this.#waiting.shift();
      if (give === undefined) return;
      give();
    }
  }

  #take(): Lane {
    const lane = { pace: this.#idle.shift() ?? initialPace(this.#busy.size) };
    this.#busy.add(lane);
    return {
      pace: lane.pace,
      release: (use) => {
        if (!this.#busy.delete(lane)) return;
        this.#idle.push(this.#learn(lane.pace, use));
        this.#idle.sort((one, other) => (other.rate ?? 0) - (one.rate ?? 0));
        this.#serve();
      },
    };
  }

  #learn(pace: LanePace, use: LaneUse): LanePace {
    if (use === 'unused') return pace;
    if (use === 'abandoned') return initialPace(this.#busy.size);
    if (use === 'failed') return slowDown(pace);
    // What leaves at once only pauses.
    const pause = use.bytes <= FIRST_CHUNK_BYTES ? use.seconds : use.pause;
    if (pause > 0) this.#pauses.push(pause);
    if (this.#pauses.length > PAUSES) this.#pauses.shift();
    return learnPace(pace, use, this.pause);
  }
}

const pools = new Map<string, LanePool>();

/** The one pool of a host (`host:port`), whoever uploads to it from this page. */
export function lanePoolOf(host: string): LanePool {
  let pool = pools.get(host);
  if (pool === undefined) {
    pool = new LanePool();
    pools.set(host, pool);
  }
  return pool;
}
