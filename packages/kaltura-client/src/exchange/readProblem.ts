import { retryAfterMs, type TextAnswer } from '../api/fetchText.ts';
import { ExchangeError, UpstreamError, type FieldFault } from '../errors.ts';
import { isRecord } from '../services/read.ts';
import { exchangeErrors, isExchangeErrorCode } from './exchangeErrors.ts';
import type { Problem } from './problem.ts';

/**
 * What an answer other than a success says (RFC 9457). An answer without a code, such as a proxy's web page, becomes an
 * UpstreamError.
 */
export function readProblem(answer: TextAnswer, now: number): ExchangeError | UpstreamError {
  const json = parseJson(answer.text);
  const problem: Partial<Record<keyof Problem, unknown>> = isRecord(json) ? json : {};
  const { code, instance } = problem;
  const afterMs = retryAfterMs(answer.headers, now);
  if (typeof code !== 'string' || code.length > 100) {
    const kind = answer.status >= 500 || answer.status === 429 ? 'upstream_unavailable' : 'upstream_bad_response';
    const message = `The token exchange answered with status ${answer.status} and no explanation`;
    return new UpstreamError(kind, message, { status: answer.status, retryAfterMs: afterMs });
  }
  const known = isExchangeErrorCode(code) ? exchangeErrors[code] : null;
  return new ExchangeError({
    code,
    status: answer.status,
    // A code that this version does not know, from a newer exchange: what it says of itself, else the cautious reading.
    retry: known?.retriable ?? retries.find((retry) => retry === problem.retriable) ?? 'no',
    fixBy: known?.fixBy ?? fixers.find((fixer) => fixer === problem.fix_by) ?? 'operator',
    nextStep: known?.nextStep ?? 'ask_operator',
    requestId: typeof instance === 'string' ? instance.replace(/^urn:request:/, '') : null,
    retryAfterMs: afterMs,
    fields: toFields(problem.errors),
  });
}

const retries = ['no', 'now', 'after', 'after_user_action'] as const;
const fixers = ['user', 'hub_admin', 'operator', 'kaltura'] as const;

function toFields(errors: unknown): FieldFault[] {
  if (!Array.isArray(errors)) return [];
  return errors.slice(0, 64).flatMap((error: unknown) => {
    if (!isRecord(error)) return [];
    const { pointer, code } = error;
    return typeof pointer === 'string' && typeof code === 'string' ? [{ pointer, code }] : [];
  });
}

export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
