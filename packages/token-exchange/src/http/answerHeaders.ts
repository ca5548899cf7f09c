import { randomUUID } from 'node:crypto';

/** Headers of every answer: nobody may cache, frame or interpret it. */
export const securityHeaders = (requestId: string): Record<string, string> => ({
  'Cache-Control': 'no-store',
  Vary: 'Origin, Authorization',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'X-Request-Id': requestId,
});

/** `origin` must be one that is allowed; it is repeated to the browser. */
export function addCrossOriginHeaders(headers: Record<string, string>, origin: string): void {
  headers['Access-Control-Allow-Origin'] = origin;
  headers['Access-Control-Expose-Headers'] = 'X-Request-Id, Retry-After, RateLimit, RateLimit-Policy, ETag';
}

/** Answer to a browser's question before a cross-origin call. The lists are ours, not an echo of the question. */
export function addPreflightHeaders(headers: Record<string, string>): void {
  headers['Access-Control-Allow-Methods'] = 'GET, POST, PUT, DELETE';
  headers['Access-Control-Allow-Headers'] = 'Authorization, Content-Type, If-Match, If-None-Match, X-Request-Id';
  headers['Access-Control-Max-Age'] = '600';
}

/** The caller's request id if it is a harmless one, else a new one. */
export const requestIdOf = (header: string | null): string =>
  header !== null && /^[A-Za-z0-9-]{8,64}$/.test(header) ? header : randomUUID();
