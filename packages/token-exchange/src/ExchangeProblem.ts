import { exchangeErrors, type ExchangeErrorCode } from '@spaces-kaltura/client/exchange';

export interface ExchangeProblemOptions {
  cause?: unknown;
  /** Whole seconds for the Retry-After header. */
  retryAfter?: number;
  /** Only with `invalid_field`: which members of the body, as JSON pointers. */
  errors?: readonly FieldError[];
}

export interface FieldError {
  pointer: string;
  code: string;
}

/**
 * The one error that becomes an answer: a code of the catalogue and nothing else, so that no text of an exception or of
 * Kaltura can reach a client. `cause` is for debuggers; it is neither sent nor logged.
 */
export class ExchangeProblem extends Error {
  override readonly name = 'ExchangeProblem';
  readonly code: ExchangeErrorCode;
  readonly status: number;
  readonly retryAfter: number | undefined;
  readonly errors: readonly FieldError[] | undefined;

  constructor(code: ExchangeErrorCode, options: ExchangeProblemOptions = {}) {
    super(code, options.cause === undefined ? {} : { cause: options.cause });
    this.code = code;
    this.status = exchangeErrors[code].status;
    this.retryAfter = options.retryAfter;
    this.errors = options.errors;
  }
}
