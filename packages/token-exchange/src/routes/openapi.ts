import * as v from 'valibot';
import type { Endpoint } from '../http/Endpoint.ts';
import { createOpenApiDocument, type OpenApiDocument } from '../openapi/createOpenApiDocument.ts';

/** `GET /openapi.json`: this API in the words of OpenAPI 3.1. Written when it is first asked for. */
export function openapiRoute(endpoints: () => readonly Endpoint[]): Endpoint {
  let document: OpenApiDocument | undefined;
  return {
    method: 'GET',
    path: '/openapi.json',
    summary: 'This API as an OpenAPI document',
    answers: { 200: v.object({ openapi: v.literal('3.1.0') }) },
    errors: [],
    roles: null,
    run: () => ({ status: 200, body: (document ??= createOpenApiDocument(endpoints())) }),
  };
}
