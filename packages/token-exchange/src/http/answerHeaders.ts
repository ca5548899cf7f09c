import { randomUUID } from 'node:crypto';

/** Headers of every answer. Nobody may cache, frame or interpret it. */
const always = {
  'Cache-Control': 'no-store',
  Vary: 'Origin, Authorization',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
};

const exposed = 'X-Request-Id, Retry-After, RateLimit, RateLimit-Policy, ETag';

/** `origin` must be one that is allowed; it is repeated to the browser. */
export function answerHeaders(requestId: string, origin: string | null): Record<string, string> {
  if (origin === null) return { ...always, 'X-Request-Id': requestId };
  return {
    ...always,
    'X-Request-Id': requestId,
    'Access-Control-Allow-Origin': origin,
    'Access-Control-Expose-Headers': exposed,
  };
}

/** Answer to a browser's question before a cross-origin call. The lists are ours, not an echo of the question. */
export function preflightHeaders(requestId: string, origin: string): Record<string, string> {
  return {
    ...answerHeaders(requestId, origin),
    'Access-Control-Allow-Methods': 'GET, POST, PUT, DELETE',
    'Access-Control-Allow-Headers': 'Authorization, Content-Type, If-Match, If-None-Match, X-Request-Id',
    'Access-Control-Max-Age': '600',
  };
}

/** The caller's request id if it is a harmless one, else a new one. */
export const requestIdOf = (header: string | null): string =>
  header !== null && /^[A-Za-z0-9-]{8,64}$/.test(header) ? header : randomUUID();
