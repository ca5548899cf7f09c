import type { ExchangeErrorCode, FixBy, NextStep, Retriable } from './exchange/exchangeErrors.ts';

/** What every error of this package has: a stable `code` for programs, and whether the same call may succeed later. */
export abstract class KalturaClientError extends Error {
  abstract readonly code: string;
  abstract readonly retriable: boolean;
}

/** What Kaltura's error object says, without anything that could be a KS. */
export interface KalturaFault {
  code: string;
  args: Readonly<Record<string, string>>;
  /** Kaltura's sentence; for people who debug, not for users. */
  message: string;
  service: string;
  action: string;
}

/**
 * Kaltura understood the call and refused it: `code` is Kaltura's (`ENTRY_ID_NOT_FOUND`, `INVALID_KS` …), `args` are its
 * placeholders. Kaltura echoes a refused KS in `args.KSID` and in its sentence (sometimes another caller's, from its
 * response cache); both are dropped before an error is made.
 */
export class KalturaApiError extends KalturaClientError {
  override readonly name: string = 'KalturaApiError';
  readonly code: string;
  readonly retriable: boolean = false;
  readonly args: Readonly<Record<string, string>>;
  readonly service: string;
  readonly action: string;

  constructor(fault: KalturaFault, options?: ErrorOptions) {
    super(`${fault.service}.${fault.action}: ${fault.message} (${fault.code})`, options);
    this.code = fault.code;
    this.args = fault.args;
    this.service = fault.service;
    this.action = fault.action;
  }
}

/**
 * This person may not do this: `SERVICE_FORBIDDEN`, a blocked user or account, or `INVALID_KS` with ERR_CODE -4, which is
 * how Kaltura says "not your entry". A new session does not help.
 */
export class KalturaForbiddenError extends KalturaApiError {
  override readonly name = 'KalturaForbiddenError';
}

/** Kaltura limits the rate of calls (`ACTION_BLOCKED`, in an answer with status 200). The call was not executed. */
export class KalturaRateLimitError extends KalturaApiError {
  override readonly name = 'KalturaRateLimitError';
  override readonly retriable = true;
}

/** No answer: offline, DNS, refused, reset, blocked by the browser (`network_unreachable`), or too slow (`network_timeout`). */
export class NetworkError extends KalturaClientError {
  override readonly name = 'NetworkError';
  override readonly retriable = true;
  readonly code: 'network_unreachable' | 'network_timeout';

  constructor(code: NetworkError['code'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/**
 * An answer that is none: a status of 408, 429 or 5xx (`upstream_unavailable`), or something else than the JSON that was
 * asked for, such as a proxy's HTML page, a truncated body or a wrong shape (`upstream_bad_response`).
 */
export class UpstreamError extends KalturaClientError {
  override readonly name = 'UpstreamError';
  /** A page with status 404 stays one; what came with status 200 or 5xx may be better next time. */
  readonly retriable: boolean;
  readonly code: 'upstream_unavailable' | 'upstream_bad_response';
  /** HTTP status of the answer. */
  readonly status: number;
  /** Milliseconds that the server asks to wait (`Retry-After`), or null. */
  readonly retryAfterMs: number | null;

  constructor(
    code: UpstreamError['code'],
    message: string,
    details: { status: number; retryAfterMs?: number | null },
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.code = code;
    this.status = details.status;
    this.retriable = code === 'upstream_unavailable' || details.status === 200;
    this.retryAfterMs = details.retryAfterMs ?? null;
  }
}

export interface ExchangeErrorInit {
  /** A code of the catalogue, or one that a newer exchange knows. */
  code: ExchangeErrorCode | (string & {});
  status: number;
  retry: Retriable;
  fixBy: FixBy;
  nextStep: NextStep;
  requestId: string | null;
  retryAfterMs?: number | null;
  fields?: readonly FieldFault[];
}

/** A member of a request's body that is not right. */
export interface FieldFault {
  /** JSON pointer into the body, such as `/tokens/editor/id`. */
  readonly pointer: string;
  readonly code: string;
}

/** The token exchange refused, and says why, who can change it and what to do next. */
export class ExchangeError extends KalturaClientError {
  override readonly name = 'ExchangeError';
  readonly code: ExchangeErrorInit['code'];
  readonly retriable: boolean;
  readonly status: number;
  /** What has to happen before a retry can succeed. */
  readonly retry: Retriable;
  readonly fixBy: FixBy;
  readonly nextStep: NextStep;
  /** Helps the operator to find the request in the logs. */
  readonly requestId: string | null;
  readonly retryAfterMs: number | null;
  /** Only with `invalid_field`. */
  readonly fields: readonly FieldFault[];

  constructor(init: ExchangeErrorInit, options?: ErrorOptions) {
    super(`The token exchange refused: ${init.code}`, options);
    this.code = init.code;
    this.status = init.status;
    this.retry = init.retry;
    this.retriable = init.retry === 'now' || init.retry === 'after';
    this.fixBy = init.fixBy;
    this.nextStep = init.nextStep;
    this.requestId = init.requestId;
    this.retryAfterMs = init.retryAfterMs ?? null;
    this.fields = init.fields ?? [];
  }
}

/**
 * Kaltura took a change and did not keep it: somebody else writes the same entry again and again, or this person's role
 * may not write that field, which Kaltura drops without a word.
 */
export class WriteLostError extends KalturaClientError {
  override readonly name = 'WriteLostError';
  override readonly code = 'write_lost';
  override readonly retriable = true;
}

/** The host's own `getHostToken` failed, so nobody can be signed in to Kaltura just now; `cause` is what it threw. */
export class HostTokenError extends KalturaClientError {
  override readonly name = 'HostTokenError';
  override readonly code = 'host_token_failed';
  override readonly retriable = true;

  constructor(cause: unknown) {
    super('getHostToken gave no token, so nobody can be signed in to Kaltura', { cause });
  }
}

/** Something that claims to be a media reference is none. `path` names the member at fault; its value is not repeated. */
export class MediaReferenceError extends KalturaClientError {
  override readonly name = 'MediaReferenceError';
  override readonly retriable = false;
  readonly code: 'reference_invalid' | 'reference_version_unknown';
  readonly path: string;

  constructor(code: MediaReferenceError['code'], path: string, options?: ErrorOptions) {
    super(
      code === 'reference_version_unknown'
        ? 'This media reference was made by a newer version'
        : `This is not a media reference: ${path || 'it is no object'}`,
      options,
    );
    this.code = code;
    this.path = path;
  }
}
