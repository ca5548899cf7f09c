import type { JsonSchema } from '@valibot/to-json-schema';
import { exchangeErrors, problemSchema, type ExchangeErrorCode } from '@spaces-kaltura/client/exchange';
import { ExchangeProblem } from '../ExchangeProblem.ts';
import { commonErrors } from '../http/commonErrors.ts';
import type { Endpoint, PersonalEndpoint, WireSchema } from '../http/Endpoint.ts';
import { problemBody } from '../http/problemAnswer.ts';
import { createSchemaWriter, type SchemaWriter } from './createSchemaWriter.ts';

/** An OpenAPI 3.1 document, as far as it is not plain JSON. */
export interface OpenApiDocument {
  openapi: '3.1.0';
  info: object;
  servers: { url: string }[];
  paths: Record<string, Record<string, OpenApiOperation>>;
  components: { schemas: Record<string, JsonSchema>; examples: Record<string, object>; securitySchemes: object };
}

export interface OpenApiOperation {
  operationId: string;
  responses: Record<string, OpenApiResponse>;
  [member: string]: unknown;
}

export interface OpenApiResponse {
  description: string;
  headers?: Record<string, object>;
  content?: Record<string, { schema: JsonSchema; examples?: Record<string, object> }>;
}

/**
 * Describes the whole HTTP API from what it runs on: the table of endpoints, the schemas of the wire and the error
 * catalogue. The same endpoints give the same document.
 */
export function createOpenApiDocument(endpoints: readonly Endpoint[]): OpenApiDocument {
  const schemas = createSchemaWriter();
  const paths = new Map<string, Record<string, OpenApiOperation>>();
  for (const endpoint of endpoints) {
    const operations = paths.get(endpoint.path) ?? {};
    paths.set(endpoint.path, { ...operations, [endpoint.method.toLowerCase()]: toOperation(endpoint, schemas) });
  }
  const codes = Object.keys(exchangeErrors) as ExchangeErrorCode[];
  return {
    openapi: '3.1.0',
    info: {
      title: 'Spaces ↔ Kaltura token exchange',
      version: '1',
      description:
        'A host token in, a Kaltura session out. Hub, person, plan and role of a request come from its host token and from nowhere else.',
    },
    servers: [{ url: '/' }],
    paths: Object.fromEntries(paths),
    components: {
      schemas: schemas.components(),
      examples: Object.fromEntries(codes.map((code) => [code, { summary: code, value: exampleOf(code) }])),
      securitySchemes: {
        hostToken: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT', description: 'Signed by the host app.' },
      },
    },
  };
}

function toOperation(endpoint: Endpoint, schemas: SchemaWriter): OpenApiOperation {
  const { summary, body, bodyIsOptional = false } = endpoint;
  const parameters = toParameters(endpoint, schemas);
  return {
    operationId: toOperationId(endpoint),
    summary,
    ...(endpoint.roles !== null && { description: whoMay(endpoint) }),
    ...(parameters.length > 0 && { parameters }),
    ...(body !== undefined && {
      requestBody: { required: !bodyIsOptional, content: { 'application/json': { schema: schemas.write(body) } } },
    }),
    responses: { ...successes(endpoint, schemas), ...problems(endpoint, schemas) },
    security: endpoint.roles === null ? [] : [{ hostToken: [] }],
  };
}

const whoMay = ({ roles, isForAnyPlan = false }: PersonalEndpoint): string =>
  `For host tokens of the role ${roles.join(' or ')}${isForAnyPlan ? ', whatever the plan' : ''}.`;

/** `POST /v1/kaltura-session` is `postKalturaSession`. */
function toOperationId({ method, path }: Endpoint): string {
  const words = path.split(/[^A-Za-z0-9]+/).filter((word) => word !== '' && word !== 'v1');
  return method.toLowerCase() + words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
}

function toParameters({ method, query, isVersioned = false }: Endpoint, schemas: SchemaWriter): object[] {
  const inQuery = query === undefined ? [] : schemas.members(query);
  const text = { type: 'string' };
  return [
    ...inQuery.map(({ name, schema, required }) => ({ name, in: 'query', required, schema })),
    ...(isVersioned && method !== 'GET'
      ? [
          { name: 'If-Match', in: 'header', description: 'The ETag of what is changed.', schema: text },
          { name: 'If-None-Match', in: 'header', description: '* to create what is not there yet.', schema: text },
        ]
      : []),
  ];
}

function successes(endpoint: Endpoint, schemas: SchemaWriter): Record<string, OpenApiResponse> {
  const toResponse = (schema: WireSchema | null): OpenApiResponse => ({
    description: schema === null ? 'Done.' : 'The answer.',
    headers: { ...requestId, ...(endpoint.isVersioned === true && schema !== null && eTag) },
    ...(schema !== null && { content: { 'application/json': { schema: schemas.write(schema) } } }),
  });
  return Object.fromEntries(Object.entries(endpoint.answers).map(([status, schema]) => [status, toResponse(schema)]));
}

/** One response per status, with the codes that it may carry. */
function problems(endpoint: Endpoint, schemas: SchemaWriter): Record<string, OpenApiResponse> {
  const codes = new Set([...commonErrors(endpoint), ...endpoint.errors]);
  const byStatus = Map.groupBy(codes, (code) => exchangeErrors[code].status);
  return Object.fromEntries(
    [...byStatus].map(([status, codes]) => [
      String(status),
      {
        description: codes.join(', '),
        headers: { ...requestId, ...(status === 429 || status === 503 ? retryAfter : {}) },
        content: {
          'application/problem+json': {
            schema: { allOf: [schemas.write(problemSchema), { properties: { code: { enum: codes } } }] },
            examples: Object.fromEntries(codes.map((code) => [code, { $ref: `#/components/examples/${code}` }])),
          },
        },
      },
    ]),
  );
}

const exampleOf = (code: ExchangeErrorCode): object =>
  problemBody(new ExchangeProblem(code), '3f6c1a52-0c1d-4a53-9d1e-8d6f1b7a9c20');

const text = { type: 'string' };
const requestId = { 'X-Request-Id': { description: 'Helps to find the request in the logs.', schema: text } };
const retryAfter = { 'Retry-After': { description: 'Seconds.', schema: { type: 'integer' } } };
const eTag = { ETag: { description: 'The version, for If-Match.', schema: text } };
