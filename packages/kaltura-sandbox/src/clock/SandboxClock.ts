/** The sandbox's time. It runs with the wall clock, or stands still until somebody advances it. */
export interface SandboxClock {
  /** Unix seconds. */
  now: () => number;
  /** Moves time forward and runs, in order, what became due meanwhile (conversions, index updates, waiting final chunks). */
  advance(seconds: number): Promise<void>;
}

/** The clock as the services use it. */
export interface Clock extends SandboxClock {
  /** Runs a task once that much time has passed; 0 means at the next `settle`. Answers how to call it off. */
  schedule(afterSeconds: number, task: () => void | Promise<void>): () => void;
  /** Runs what is due. Called before each request, so that a sandbox nobody talks to needs no timers. */
  settle(): Promise<void>;
  /** Resolves true as soon as `done` says so (asked again after every `notify` and `advance`), false when the time is up. */
  waitUntil(done: () => boolean, atMostSeconds: number): Promise<boolean>;
  /** Something changed that somebody may be waiting for. */
  notify(): void;
}
