import type { KalturaSession } from '../session/KalturaSession.ts';

/** A value that a form field can say. Undefined fields are left out: Kaltura would read null as an empty text or 0. */
export type KalturaParam =
  | string
  | number
  | boolean
  | undefined
  | readonly KalturaParam[]
  | { readonly [name: string]: KalturaParam };

/** What reading an answer needs to know. */
export type ReadContext = Pick<KalturaSession, 'serviceUrl' | 'hosts'>;

/** One call as data: what to ask, and how to read the answer. Also an item of a multirequest. */
export interface KalturaRequest<TResult> {
  readonly service: string;
  readonly action: string;
  readonly params: Readonly<Record<string, KalturaParam>>;
  /** May the call be repeated when its answer was lost? Reads may; a write only when doing it twice does no harm. */
  readonly repeatable: boolean;
  /** Milliseconds to wait for the answer, instead of the caller's default. */
  readonly timeoutMs?: number;
  /** Turns Kaltura's JSON into our shape; throws an `UnexpectedShape` for anything that is none. */
  readonly read: (json: unknown, context: ReadContext) => TResult;
}

export interface CallOptions {
  signal?: AbortSignal | undefined;
}

/** The outcome of one item: later items run even when an earlier one failed. */
export type MultirequestResult<TResult> =
  | { readonly ok: true; readonly value: TResult }
  | { readonly ok: false; readonly error: Error };

/** Results in the order of the requests. */
export type MultirequestResults<TRequests extends readonly KalturaRequest<unknown>[]> = {
  readonly [Index in keyof TRequests]: TRequests[Index] extends KalturaRequest<infer TResult>
    ? MultirequestResult<TResult>
    : never;
};
