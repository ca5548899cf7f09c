import type { ProblemCode } from '../messages/ProblemCode.ts';

/** Why something cannot be shown, in a form that components can use. */
export interface Problem {
  /** The key of its sentences in the catalogue. */
  readonly code: ProblemCode;
  /** Is a retry by hand worth offering? */
  readonly retriable: boolean;
  /** What the operator finds the request by; null where support could not help anyway. */
  readonly requestId: string | null;
  /** The error itself, for logs. */
  readonly cause: unknown;
}
