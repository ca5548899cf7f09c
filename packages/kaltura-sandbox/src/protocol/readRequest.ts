import type { BytesStore } from '../bytes/BytesStore.ts';
import { readMultipart } from './readMultipart.ts';
import {
  type RawParams,
  type RawValue,
  type UploadedFile,
  UploadedFileValue,
  isNested,
  setParam,
  toRaw,
} from './rawParams.ts';

/** A request to the API, taken apart. */
export interface ApiRequest {
  /** The parameters of body, query and path in one; later ones of this order win. */
  params: RawParams;
  /** `scheme://host[:port]` the request came to: base of the URLs in answers. */
  origin: string;
  /** Path and query, as `urirestrict` compares them. */
  uri: string;
  /** The sender's address, when the host knows it. */
  address: string;
  /** File parts; the bytes of those nobody claimed are removed after the call. */
  files: UploadedFile[];
  /** What the answer's header `X-Kaltura` says about the response cache; set by calls that may be answered from it. */
  cache?: string;
}

/** Reads path, query, form, JSON or multipart body. Big file parts go straight to the byte store. */
export async function readRequest(request: Request, bytes: BytesStore, address: string): Promise<ApiRequest> {
  const url = new URL(request.url);
  const params: RawParams = {};
  const files: UploadedFile[] = [];
  for (const [name, value] of await readBody(request, bytes)) {
    if (value instanceof UploadedFileValue) files.push(value.file);
    setParam(params, name, value);
  }
  for (const [name, value] of url.searchParams) setParam(params, name, value);
  for (const [name, value] of pathParams(url.pathname)) setParam(params, name, value);
  return { params, origin: url.origin, uri: url.pathname + url.search, address, files };
}

type Pairs = Iterable<readonly [string, RawValue]>;

async function readBody(request: Request, bytes: BytesStore): Promise<Pairs> {
  const type = request.headers.get('content-type') ?? '';
  if (request.method === 'GET' || request.method === 'HEAD' || !request.body) return [];
  if (/^multipart\/form-data/i.test(type)) return withJsonField(await readMultipart(request.body, type, bytes));
  const text = await request.text();
  // Kaltura compares the header as a whole: `application/json; charset=utf-8` is not JSON to it, and its body is ignored.
  if (/^application\/json$/i.test(type)) return jsonPairs(text);
  if (/^application\/x-www-form-urlencoded/i.test(type)) return new URLSearchParams(text);
  return [];
}

/** Malformed JSON counts as no parameters at all. */
function jsonPairs(text: string): Pairs {
  const trimmed = text.trim();
  if (!trimmed.startsWith('{') || !trimmed.endsWith('}')) return [];
  try {
    const value = toRaw(JSON.parse(trimmed));
    return isNested(value) ? Object.entries(value) : [];
  } catch {
    return [];
  }
}

/** A form field called `json` replaces the other fields; files stay. */
function withJsonField(fields: [string, RawValue][]): Pairs {
  const json = fields.find(([name, value]) => name === 'json' && typeof value === 'string')?.[1];
  if (typeof json !== 'string') return fields;
  return [...jsonPairs(json), ...fields.filter(([, value]) => value instanceof UploadedFileValue)];
}

/** `/api_v3/service/media/action/list/format/1` is a list of keys and values; the first of a key wins. */
function pathParams(pathname: string): Map<string, string> {
  const parts = pathname.replace(/^\/api_v3\/(index\.php\/?)?/, '').split('/');
  const found = new Map<string, string>();
  for (let index = 0; index + 1 < parts.length; index += 2) {
    const name = decode(parts[index] ?? '');
    if (name !== '' && !found.has(name)) found.set(name, decode(parts[index + 1] ?? ''));
  }
  if (parts.length % 2 === 1 && parts.at(-1) && !found.has(parts.at(-1) ?? ''))
    found.set(decode(parts.at(-1) ?? ''), '');
  return found;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
