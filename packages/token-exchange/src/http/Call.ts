/** Who sent a request, as the server that received it knows. */
export interface Caller {
  address?: string | undefined;
}

/** A request on its way through. */
export interface Call {
  readonly request: Request;
  readonly caller: Caller;
  readonly requestId: string;
  /** The pattern of the path. */
  readonly route: string;
  /** `performance.now()` when it came in. */
  readonly startedAt: number;
  /** Once the host token is verified. */
  hub?: string;
  /** How many more the person may ask for. */
  left?: number;
}
