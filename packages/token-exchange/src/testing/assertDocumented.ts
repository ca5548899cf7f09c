import { problemSchema } from '@spaces-kaltura/client/exchange';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import * as v from 'valibot';
import { expect } from 'vitest';
import type { Exchange } from '../createExchange.ts';
import type { OpenApiDocument } from '../openapi/createOpenApiDocument.ts';

export interface SeenAnswer {
  method: string;
  path: string;
  status: number;
  headers: Headers;
  body: unknown;
}

/**
 * Fails a test whose answer is not what `/openapi.json` says: path, method, status, type, body and, of errors, the code.
 * Every answer of every test passes through here, so the document is checked against all that the exchange can say.
 */
export async function assertDocumented(exchange: Exchange, answer: SeenAnswer): Promise<void> {
  const { document, validatorOf } = await (described ??= describeAnswers(exchange));
  const path = answer.path.replace(/[?#].*$/, '');
  const method = answer.method.toLowerCase();
  const operations = document.paths[path];
  const operation = operations?.[method];
  if (operation === undefined) return assertUnknown(answer, operations === undefined);
  const response = operation.responses[answer.status];
  const name = `${answer.method} ${path} → ${answer.status} ${JSON.stringify(answer.body)}`;
  if (response === undefined) throw new Error(`${name} is not in the OpenAPI document.`);
  const missing = Object.keys(response.headers ?? {}).filter((header) => !answer.headers.has(header));
  const [type = null] = Object.keys(response.content ?? {});
  expect({ name, missing, type: answer.headers.get('content-type') }).toEqual({ name, missing: [], type });
  if (type === null) return;
  const validate = validatorOf(['paths', path, method, 'responses', String(answer.status), 'content', type, 'schema']);
  validate(answer.body);
  expect({ name, errors: validate.errors ?? [] }).toEqual({ name, errors: [] });
}

/** Paths and methods that are not there are answered in the same form. */
function assertUnknown({ method, status, body }: SeenAnswer, isPathUnknown: boolean): void {
  if (method === 'OPTIONS' && status === 204) return;
  const { code } = v.parse(problemSchema, body);
  if (method !== 'HEAD')
    expect(['origin_not_allowed', isPathUnknown ? 'not_found' : 'method_not_allowed']).toContain(code);
}

interface DescribedAnswers {
  document: OpenApiDocument;
  /** The schema at this place of the document. */
  validatorOf: (place: readonly string[]) => ValidateFunction;
}

let described: Promise<DescribedAnswers> | undefined;

async function describeAnswers(exchange: Exchange): Promise<DescribedAnswers> {
  const response = await exchange.fetch(new Request('https://exchange.example/openapi.json'));
  const document = (await response.json()) as OpenApiDocument;
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  ajv.addSchema(document, 'document');
  const validators = new Map<string, ValidateFunction>();
  return {
    document,
    validatorOf(place) {
      const pointer = place.map((name) => `/${encodeURIComponent(name.replaceAll('~', '~0').replaceAll('/', '~1'))}`);
      const $ref = `document#${pointer.join('')}`;
      const validate = validators.get($ref) ?? ajv.compile({ $ref });
      validators.set($ref, validate);
      return validate;
    },
  };
}
