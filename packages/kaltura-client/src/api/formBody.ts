import type { KalturaParam } from './KalturaRequest.ts';

/**
 * Parameters as an `application/x-www-form-urlencoded` body, nested as `filter[tagsLike]=x`. This content type needs no
 * CORS preflight, which a JSON body would cost once per URL.
 */
export function formBody(params: Readonly<Record<string, KalturaParam>>): URLSearchParams {
  const body = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) append(body, name, value);
  return body;
}

function append(body: URLSearchParams, name: string, value: KalturaParam): void {
  if (value === undefined) return;
  if (typeof value === 'object') {
    for (const [key, nested] of Object.entries(value)) append(body, `${name}[${key}]`, nested);
  } else if (typeof value === 'boolean') {
    body.append(name, value ? '1' : '0');
  } else {
    body.append(name, typeof value === 'string' ? withoutControls(value) : String(value));
  }
}

/** Kaltura refuses characters that XML 1.0 cannot hold (INVALID_PARAMETER_CHAR); a file name may well have one. */
const withoutControls = (text: string): string =>
  text.toWellFormed().replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '');
