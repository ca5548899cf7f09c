import { exchangeErrors, problemSchema } from '@spaces-kaltura/client/exchange';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import type { Endpoint } from '../http/Endpoint.ts';
import { createTestExchange } from '../testing/createTestExchange.ts';
import { createOpenApiDocument, type OpenApiDocument } from './createOpenApiDocument.ts';

async function readDocument(): Promise<{ text: string; document: OpenApiDocument }> {
  const { exchange } = await createTestExchange({ appToken: null });
  const response = await exchange.fetch(new Request('https://exchange.example/openapi.json'));
  expect(response.headers.get('content-type')).toBe('application/json');
  const text = await response.text();
  return { text, document: JSON.parse(text) as OpenApiDocument };
}

describe('GET /openapi.json', () => {
  it('is the same text every time, without a token', async () => {
    const [one, other] = [await readDocument(), await readDocument()];
    expect(one.text).toBe(other.text);
    expect(one.document.openapi).toBe('3.1.0');
  });

  it('refers to nothing that is not there', async () => {
    const { text, document } = await readDocument();
    const pointers = [...text.matchAll(/"\$ref":"#([^"]+)"/g)].map(([, pointer = '']) => pointer);
    expect(pointers.length).toBeGreaterThan(50);
    const find = (pointer: string) =>
      pointer
        .split('/')
        .slice(1)
        .reduce((place: unknown, name) => (place as Record<string, unknown> | undefined)?.[name], document);
    expect(pointers.filter((pointer) => find(pointer) === undefined)).toEqual([]);
  });

  it('has an example of every error of the catalogue', async () => {
    const { document } = await readDocument();
    const examples = Object.entries(document.components.examples);
    expect(examples.map(([code]) => code)).toEqual(Object.keys(exchangeErrors));
    for (const [code, example] of examples) {
      expect(v.parse(problemSchema, 'value' in example && example.value).code).toBe(code);
    }
  });

  it('tells operations apart, and says which of them need a host token of which role', async () => {
    const { document } = await readDocument();
    const operations = Object.values(document.paths).flatMap((path) => Object.values(path));
    const ids = operations.map(({ operationId }) => operationId);
    expect(new Set(ids).size).toBe(ids.length);
    expect(document.paths['/v1/kaltura-session']?.['post']).toMatchObject({
      operationId: 'postKalturaSession',
      description: 'For host tokens of the role participant or hub_admin.',
      security: [{ hostToken: [] }],
      requestBody: { required: false },
    });
    expect(document.paths['/livez']?.['get']).toMatchObject({ operationId: 'getLivez', security: [] });
  });
});

it('describes parameters and headers of what has a version', () => {
  const endpoint: Endpoint = {
    method: 'PUT',
    path: '/v1/thing',
    summary: 'Changes the thing',
    query: v.object({ before: v.optional(v.string()), limit: v.string() }),
    isVersioned: true,
    answers: { 200: v.object({}), 204: null },
    errors: [],
    roles: ['hub_admin'],
    run: () => ({ status: 204, body: null }),
  };
  const operation = createOpenApiDocument([endpoint]).paths['/v1/thing']?.['put'];
  expect(operation).toMatchObject({
    parameters: [
      { name: 'before', in: 'query', required: false, schema: { type: 'string' } },
      { name: 'limit', in: 'query', required: true },
      { name: 'If-Match', in: 'header' },
      { name: 'If-None-Match', in: 'header' },
    ],
    responses: {
      200: { headers: { ETag: {} } },
      204: { headers: {} },
      412: { content: { 'application/problem+json': { examples: { changed_meanwhile: {} } } } },
    },
  });
  expect(operation?.responses['204']).not.toHaveProperty('content');
  expect(operation?.responses['204']).not.toHaveProperty('headers.ETag');
});

it('refuses schemas that JSON Schema cannot say', () => {
  const body = v.pipe(v.string(), v.transform(Number));
  const endpoint: Endpoint = {
    method: 'POST',
    path: '/v1/thing',
    summary: 'Makes a thing',
    body,
    answers: { 204: null },
    errors: [],
    roles: null,
    run: () => ({ status: 204, body: null }),
  };
  expect(() => createOpenApiDocument([endpoint])).toThrow('transform');
});
