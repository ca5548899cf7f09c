/** Why a delivery URL has nothing: Kaltura's numbers and words, seen only in headers. */
export const DeliveryError = {
  ENTRY_NOT_FOUND: [1, 'requested entry not found'],
  ACCESS_CONTROL_RESTRICTED: [3, 'access control restricted'],
  FLAVOR_NOT_FOUND: [6, 'requested flavor was not found'],
  INVALID_KS: [7, 'ks is not valid'],
  MISSING_THUMBNAIL: [10, 'missing thumbnail fileSync for entry'],
  BAD_QUERY: [25, 'wrong query attributes, This format is unsupported'],
} as const;

/** A 404 without body and, as Kaltura does it, without CORS headers: a page's script sees a network error. */
export function deliveryError(
  [number, text]: readonly [number, string],
  headers: Record<string, string> = {},
): Response {
  return new Response(null, {
    status: 404,
    headers: {
      'Cache-Control': 'private, max-age=60, max-stale=0',
      'X-Kaltura-App': `exiting on error ${number} - ${text}`,
      'X-Kaltura': `error-${number}`,
      'Content-Type': 'text/html; charset=UTF-8',
      ...headers,
    },
  });
}

/** Answers OPTIONS. Unlike the API, delivery URLs let `X-Kaltura-Ks` through. */
export function deliveryPreflight(): Response {
  return new Response(null, {
    headers: {
      'Access-Control-Allow-Origin': '*',
      'Access-Control-Allow-Headers':
        'Origin, X-Requested-With, Content-Type, Accept, Range, Cache-Control, X-Kaltura-Ks',
      'Access-Control-Allow-Methods': 'POST, GET, HEAD, OPTIONS',
      'Access-Control-Expose-Headers': 'Server, Content-Length, Content-Range, Date, Cache-Control, Content-Encoding',
      'Content-Type': 'text/html; charset=UTF-8',
    },
  });
}

/** The date Kaltura gives to files that never change. */
export const longAgo = 'Sun, 19 Nov 2000 08:52:00 GMT';
