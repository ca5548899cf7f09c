import { initialPace, type LanePace } from './chunkLength.ts';

const FIRST_LANES = 3;
/** Chromium opens six connections to a host; one stays free for browsing. */
const MAX_LANES = 5;
/** Milliseconds over which the summed rate of a number of lanes is measured. */
const TRIAL_MS = 3000;
/** A further lane stays when it brings at least this much. */
const WORTHWHILE = 1.05;
/** Milliseconds before a lane that brought nothing is tried again. */
const REST_MS = 30_000;

/** The right to have one chunk under way. */
export interface Lane {
  /** What this lane's connection has shown so far. */
  readonly pace: LanePace;
  /** Gives the lane to whoever waits longest; tells what was learned and how many bytes arrived. */
  release(learned: { pace: LanePace; arrivedBytes: number }): void;
}

export interface LanePoolOptions {
  /** Milliseconds, monotonic. */
  now?: () => number;
  lanes?: number;
  maxLanes?: number;
}

/**
 * The connections to one host, shared by all files of the page, first come first served: so files advance evenly.
 * Begins with three lanes and adds one at a time while the summed rate still rises.
 */
export class LanePool {
  readonly #now: () => number;
  readonly #maxLanes: number;
  readonly #idlePaces: LanePace[] = [];
  readonly #waiting: Array<() => void> = [];
  #lanes: number;
  #busy = 0;
  #trial: { since: number; bytes: number };
  /** The summed rate before the newest lane was added; null when no lane is on trial. */
  #rateBefore: number | null = null;
  #restUntil = 0;

  constructor({ now = () => performance.now(), lanes = FIRST_LANES, maxLanes = MAX_LANES }: LanePoolOptions = {}) {
    this.#now = now;
    this.#lanes = Math.min(lanes, maxLanes);
    this.#maxLanes = maxLanes;
    this.#trial = { since: now(), bytes: 0 };
  }

  /** How many chunks may be under way at present. */
  get lanes(): number {
    return this.#lanes;
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
    while (this.#busy < this.#lanes) {
      const give = this.#waiting.shift();
      if (give === undefined) return;
      give();
    }
  }

  #take(): Lane {
    // A rate is comparable only while every lane was asked for: a pause starts the trial anew.
    if (this.#busy === 0) this.#trial = { since: this.#now(), bytes: 0 };
    this.#busy += 1;
    const pace = this.#idlePaces.pop() ?? initialPace;
    let held = true;
    return {
      pace,
      release: (learned) => {
        if (!held) return;
        held = false;
        this.#busy -= 1;
        this.#idlePaces.push(learned.pace);
        this.#count(learned.arrivedBytes);
        this.#serve();
      },
    };
  }

  #count(arrivedBytes: number): void {
    this.#trial.bytes += arrivedBytes;
    const now = this.#now();
    const elapsed = now - this.#trial.since;
    if (elapsed < TRIAL_MS) return;
    const rate = this.#trial.bytes / elapsed;
    const wanted = this.#waiting.length > 0;
    this.#trial = { since: now, bytes: 0 };

    if (this.#rateBefore !== null && rate < this.#rateBefore * WORTHWHILE) {
      this.#lanes -= 1;
      this.#rateBefore = null;
      this.#restUntil = now + REST_MS;
    } else if (wanted && this.#lanes < this.#maxLanes && now >= this.#restUntil) {
      this.#rateBefore = rate;
      this.#lanes += 1;
    } else {
      this.#rateBefore = null;
    }
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
