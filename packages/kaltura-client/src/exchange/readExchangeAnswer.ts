import * as v from 'valibot';
import type { TextAnswer } from '../api/fetchText.ts';
import { UpstreamError } from '../errors.ts';
import { parseJson } from './readProblem.ts';

/**
 * An answer of the token exchange by its wire schema: for what a page loads when somebody asks for it.
 *
 * @throws UpstreamError when it is something else
 */
export function readExchangeAnswer<TAnswer>(
  schema: v.GenericSchema<unknown, TAnswer>,
  answer: Pick<TextAnswer, 'status' | 'text'>,
): TAnswer {
  const result = v.safeParse(schema, parseJson(answer.text));
  if (result.success) return result.output;
  const where = v.getDotPath(result.issues[0]) ?? 'the answer';
  throw new UpstreamError(
    'upstream_bad_response',
    `The token exchange answered something unexpected: ${where}`,
    answer,
  );
}
