import { isJsonError, isJsonObject, type Json } from './json.ts';

/** JSON as PHP writes it: slashes and everything outside ASCII escaped, absent properties left out, empty maps as `[]`. */
export function toJsonText(value: Json): string {
  return JSON.stringify(value ?? null, (_, item: Json) => {
    if (!isJsonObject(item)) return item;
    const present = Object.entries(item).filter(([, property]) => property !== null && property !== undefined);
    return present.length === 0 ? [] : Object.fromEntries(present);
  })
    .replaceAll('/', String.raw`\/`)
    .replaceAll(/[\u007F-\uFFFF]/g, (unit) => String.raw`\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** The XML form, as far as people meet it when they forget `format=1`. */
export function toXmlText(value: Json): string {
  const body = isJsonError(value) ? `<error>${errorXml(value)}</error>` : xml(value);
  return `<?xml version="1.0" encoding="utf-8"?><xml><result>${body}</result><executionTime>0.01</executionTime></xml>`;
}

/** PHP's `serialize`. */
export function toPhpText(value: Json): string {
  if (value === null || value === undefined) return 'N;';
  if (typeof value === 'boolean') return `b:${value ? 1 : 0};`;
  if (typeof value === 'number') return Number.isInteger(value) ? `i:${value};` : `d:${value};`;
  if (typeof value === 'string') return `s:${new TextEncoder().encode(value).length}:"${value}";`;
  const entries = Array.isArray(value)
    ? [...value.entries()]
    : Object.entries(value).filter(([, item]) => item !== null && item !== undefined);
  return `a:${entries.length}:{${entries.map(([key, item]: [string | number, Json]) => toPhpText(key) + toPhpText(item)).join('')}}`;
}

function errorXml(error: { readonly [name: string]: Json }): string {
  const args = error['args'];
  const items = isJsonObject(args)
    ? Object.entries(args).map(
        ([name, value]) =>
          `<item><objectType>KalturaApiExceptionArg</objectType><name>${xml(name)}</name><value>${xml(value)}</value></item>`,
      )
    : [];
  const { code, message } = error;
  return `<code>${xml(code)}</code><message>${xml(message)}</message><objectType>KalturaAPIException</objectType><args>${items.join('')}</args>`;
}

function xml(value: Json): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return value ? '1' : '0';
  if (Array.isArray(value)) return value.map((item: Json) => `<item>${xml(item)}</item>`).join('');
  if (isJsonObject(value)) {
    const { objectType, ...properties } = value;
    const head = objectType === undefined ? '' : `<objectType>${xml(objectType)}</objectType>`;
    return (
      head +
      Object.entries(properties)
        .map(([name, item]) => `<${name}>${xml(item)}</${name}>`)
        .join('')
    );
  }
  return `${typeof value === 'object' ? '' : value}`
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
