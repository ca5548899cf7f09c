import { exchangeErrors, exchangeErrorTexts, type Problem } from '@spaces-kaltura/client/exchange';
import type { ExchangeProblem } from '../ExchangeProblem.ts';

/** The RFC 9457 body of an error. Every word of it comes from the catalogue. */
export function problemBody({ code, errors }: ExchangeProblem, requestId: string): Problem {
  const { status, retriable, fixBy, nextStep } = exchangeErrors[code];
  const { title, detail } = exchangeErrorTexts[code];
  return {
    type: `urn:spaces-kaltura:problem:${code}`,
    title,
    status,
    code,
    detail,
    next_step: nextStep,
    fix_by: fixBy,
    retriable,
    instance: `urn:request:${requestId}`,
    ...(errors !== undefined && { errors: [...errors] }),
  };
}
