import { exchangeErrors, exchangeErrorTexts, type Problem } from '@spaces-kaltura/client/exchange';
import type { ExchangeProblem } from '../ExchangeProblem.ts';
import type { Answer } from './Endpoint.ts';

/** An error as an answer (RFC 9457). Every word of its body comes from the catalogue. */
export function problemAnswer(problem: ExchangeProblem, requestId: string): Answer {
  const { status, retryAfter = status === 429 || status === 503 ? 5 : undefined } = problem;
  return {
    status,
    body: problemBody(problem, requestId),
    headers: {
      'Content-Type': 'application/problem+json',
      ...(retryAfter !== undefined && { 'Retry-After': String(retryAfter) }),
      ...(status === 401 && { 'WWW-Authenticate': 'Bearer error="invalid_token"' }),
      // Nobody wants to read the rest of it.
      ...(status === 413 && { Connection: 'close' }),
    },
  };
}

/** The body of the answer. */
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
