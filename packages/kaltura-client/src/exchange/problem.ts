import * as v from 'valibot';
import type { FixBy, Retriable } from './exchangeErrors.ts';

/**
 * Body of an error answer (RFC 9457, `application/problem+json`). `code` is the contract. It is a plain string here,
 * because a newer exchange may know more codes: see `isExchangeErrorCode`.
 */
export interface Problem {
  type: string;
  title: string;
  status: number;
  code: string;
  detail?: string | undefined;
  next_step?: string | undefined;
  fix_by?: FixBy | undefined;
  retriable?: Retriable | undefined;
  /** `urn:request:<request id>`. */
  instance?: string | undefined;
  /** Only with `invalid_field`: which members of the body, as JSON pointers. */
  errors?: { pointer: string; code: string }[] | undefined;
}

const text = v.pipe(v.string(), v.maxLength(4096));

export const problemSchema: v.GenericSchema<unknown, Problem> = v.object({
  type: text,
  title: text,
  status: v.pipe(v.number(), v.integer()),
  code: text,
  detail: v.optional(text),
  next_step: v.optional(text),
  fix_by: v.optional(v.picklist(['user', 'hub_admin', 'operator', 'kaltura'])),
  retriable: v.optional(v.picklist(['no', 'now', 'after', 'after_user_action'])),
  instance: v.optional(text),
  errors: v.optional(v.array(v.object({ pointer: text, code: text }))),
});
