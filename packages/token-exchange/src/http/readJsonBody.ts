import type * as v from 'valibot';
import { andThen } from '../andThen.ts';
import { ExchangeProblem } from '../ExchangeProblem.ts';
import { parseBySchema } from '../parseBySchema.ts';
import { readLimitedText, TooLong } from './readLimitedText.ts';

const largest = 16 * 1024;

/**
 * Refuses what no endpoint takes before anything is read: `too_large` for a body that says it is longer than 16 KiB,
 * `unsupported_media_type` for compressed ones.
 */
export function checkBodyHeaders(headers: Headers): void {
  const length = headers.get('content-length');
  if (length !== null && Number(length) > largest) throw new ExchangeProblem('too_large');
  if (headers.get('content-encoding') !== null) throw new ExchangeProblem('unsupported_media_type');
}

/**
 * The JSON body of a request, checked against `schema`; an absent body is an empty object. Throws `too_large`,
 * `unsupported_media_type`, `malformed_json` or `invalid_field`.
 */
export function readJsonBody<TBody>(request: Request, schema: v.GenericSchema<unknown, TBody>): Promise<TBody> | TBody {
  return andThen(readText(request), (text) =>
    text === '' ? parseBySchema({}, schema) : toBody(request, text, schema),
  );
}

/** The same where it makes a difference whether there is a body: undefined when there is none. */
export async function readOptionalJsonBody<TBody>(
  request: Request,
  schema: v.GenericSchema<unknown, TBody>,
): Promise<TBody | undefined> {
  const text = await readText(request);
  return text === '' ? undefined : toBody(request, text, schema);
}

function toBody<TBody>(request: Request, text: string, schema: v.GenericSchema<unknown, TBody>): TBody {
  if (!/^application\/json(?:;\s*charset=utf-8)?$/i.test(request.headers.get('content-type') ?? '')) {
    throw new ExchangeProblem('unsupported_media_type');
  }
  const body = parse(text);
  // To a schema, a list is an object as well.
  if (Array.isArray(body))
    throw new ExchangeProblem('invalid_field', { errors: [{ pointer: '', code: 'strict_object' }] });
  return parseBySchema(body, schema);
}

function readText(request: Request): Promise<string> | string {
  return request.headers.get('content-length') === '0' ? '' : readStream(request);
}

async function readStream(request: Request): Promise<string> {
  try {
    return await readLimitedText(request.body, largest);
  } catch (error) {
    if (error instanceof TooLong) throw new ExchangeProblem('too_large', { cause: error });
    throw new ExchangeProblem('malformed_json', { cause: error });
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new ExchangeProblem('malformed_json', { cause: error });
  }
}
