/** What goes wrong. Times in milliseconds of the wall clock, except where it says seconds. */
export type Fault =
  | { kind: 'latency'; ms: number }
  /** The connection breaks before anything was done, or after everything was. */
  | { kind: 'reset'; when: 'before' | 'after' }
  /** It breaks while the request is still coming, after so many bytes of its body. Calls are told by their path alone. */
  | { kind: 'reset'; when: 'during'; bytes: number }
  /** The work is done, but the answer ends after so many bytes (half of it when not said). */
  | { kind: 'truncate'; bytes?: number }
  /** A web page instead of an answer, as load balancers and captive portals send; nothing was done. */
  | { kind: 'html'; status?: number }
  /** A bare HTTP error; nothing was done unless `when` says `after`. */
  | { kind: 'status'; status: number; retryAfter?: number; when?: 'before' | 'after' }
  /** Kaltura's rate limit: a normal answer with an error in it. */
  | { kind: 'actionBlocked' }
  | { kind: 'expiredKs' }
  /** What this call changes appears in lists only after so many seconds of the sandbox's clock. */
  | { kind: 'indexLag'; seconds: number }
  /** The answer comes in little pieces. */
  | { kind: 'slowDrip'; bytes: number; everyMs: number }
  /** The answer names a size that is so many bytes off what is held. */
  | { kind: 'lyingUploadedFileSize'; by: number };

/** A fault and the calls it strikes. Without further words: every call there is. Plain JSON, so that a plan can be kept and replayed. */
export interface FaultRule {
  /** Without regard to case, e.g. `uploadToken`. */
  service?: string;
  action?: string;
  /** For URLs outside the API: what the path begins with, or contains after a `*`, e.g. `*\/playManifest/`. */
  path?: string;
  /** Which of the calls that match otherwise, counted from 1. */
  call?: number | readonly number[];
  /** How many of them at most. */
  times?: number;
  /** How likely each is struck, between 0 and 1, decided by the sandbox's seed. */
  probability?: number;
  fault: Fault;
}

/** What a call is, for the rules. */
export interface FaultTarget {
  service: string;
  action: string;
  path: string;
}

/** A fault that struck. */
export interface FaultStrike extends FaultTarget {
  /** Which of the rule's matching calls it was. */
  call: number;
  fault: Fault;
}

export interface FaultPlan {
  /** Answers how to take the rule back. Throws a `TypeError` for a rule it does not understand. */
  add(rule: FaultRule): () => void;
  clear(): void;
  readonly rules: readonly FaultRule[];
  /** What struck so far, in order. */
  readonly strikes: readonly FaultStrike[];
}
