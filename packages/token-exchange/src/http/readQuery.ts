import type * as v from 'valibot';
import { parseBySchema } from '../parseBySchema.ts';

/** The query parameters of a request, each a text, checked against `schema`. Throws `invalid_field`. */
export function readQuery<TQuery>(request: Request, schema: v.GenericSchema<unknown, TQuery>): TQuery {
  return parseBySchema(Object.fromEntries(new URL(request.url).searchParams), schema);
}
