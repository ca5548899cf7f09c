import * as v from 'valibot';
import { ExchangeProblem } from './ExchangeProblem.ts';

/** What came from outside, if it is what the schema says. Throws `invalid_field` with JSON pointers to what is not. */
export function parseBySchema<TValue>(value: unknown, schema: v.GenericSchema<unknown, TValue>): TValue {
  const result = v.safeParse(schema, value);
  if (result.success) return result.output;
  const errors = result.issues.slice(0, 20).map((issue) => ({
    pointer: toPointer(issue.path?.map(({ key }) => String(key)) ?? []),
    code: issue.type,
  }));
  throw new ExchangeProblem('invalid_field', { errors });
}

/** RFC 6901. What a stranger named the member is cut. */
const toPointer = (path: readonly string[]): string =>
  path.map((name) => `/${name.slice(0, 64).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
