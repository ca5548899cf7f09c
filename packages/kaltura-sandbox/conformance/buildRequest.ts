import { createHash } from 'node:crypto';
import { fileContent } from './fileContent.ts';
import type { Names } from './Names.ts';
import type { Exchange } from './Recording.ts';
import type { Account } from './Target.ts';

export interface Vocabulary {
  names: Names;
  account: Account;
  /** The number of the account that stands for a recorded one. */
  partner: (recordedId: number) => number;
  /** The KS of a named session. */
  ks(name: string): string;
  /** Seconds between the recorded time and this server's. */
  shift: number;
}

/** The recorded request, said in this server's words. */
export async function buildRequest(exchange: Exchange, baseUrl: string, words: Vocabulary): Promise<Request> {
  const { call, method = 'POST' } = exchange;
  const path = call.startsWith('/')
    ? say(call, words)
    : `/api_v3/service/${call.split('.')[0]}/action/${call.split('.')[1]}`;
  const url = new URL(baseUrl + path);
  const headers = new Headers(Object.entries(exchange.headers ?? {}).map(([name, value]) => [name, say(value, words)]));
  const params = flatten(withHash(withProfileId(exchange, words), words), words);
  const isApi = path.startsWith('/api_v3');
  if (isApi && exchange.body === undefined && exchange.format !== null && !url.searchParams.has('format')) {
    params.push(['format', String(exchange.format ?? 1)]);
  }
  if (exchange.type) headers.set('content-type', exchange.type);

  if (method === 'GET' || method === 'HEAD' || method === 'OPTIONS') {
    for (const [name, value] of params) if (isApi) url.searchParams.append(name, value);
    return new Request(url, { method, headers, redirect: 'manual' });
  }
  const body = await bodyOf(exchange, params, words);
  return new Request(url, { method, headers, body, redirect: 'manual' });
}

async function bodyOf(exchange: Exchange, params: [string, string][], words: Vocabulary): Promise<BodyInit> {
  if (typeof exchange.body === 'string') return say(exchange.body, words);
  if (exchange.body !== undefined)
    return JSON.stringify(sayAll(withHash({ ...(exchange.body as object) }, words), words));
  if (!exchange.files) return new URLSearchParams(params);
  const form = new FormData();
  for (const [name, value] of params) form.append(name, value);
  for (const [name, file] of Object.entries(exchange.files)) {
    const type = file.type ?? 'application/octet-stream';
    form.append(name, new File([await fileContent(file)], file.filename, { type }));
  }
  return form;
}

/** Conversion profiles are numbered by the server. */
function withProfileId({ call, params = {} }: Exchange, { names }: Vocabulary): Record<string, unknown> {
  const here = (value: unknown): unknown =>
    typeof value === 'number' ? Number(names.get(`profile ${value}`) ?? value) : value;
  const id = call.startsWith('conversionProfile.') && 'id' in params ? { id: here(params['id']) } : {};
  const profile = 'conversionProfileId' in params ? { conversionProfileId: here(params['conversionProfileId']) } : {};
  const filter = params['filter'] as Record<string, unknown> | undefined;
  const filtered = filter && 'conversionProfileIdEqual' in filter;
  return {
    ...params,
    ...id,
    ...profile,
    ...(filtered && { filter: { ...filter, conversionProfileIdEqual: here(filter['conversionProfileIdEqual']) } }),
  };
}

/** `<<hash SHA256|ks name|app token id>>` is the proof of this very call. */
function withHash(params: Record<string, unknown>, words: Vocabulary): Record<string, unknown> {
  const match = typeof params['tokenHash'] === 'string' ? /^<<hash (.*)>>$/.exec(params['tokenHash']) : null;
  if (!match) return params;
  const [algorithm = '', ksName = '', tokenId = '', upper] = (match[1] ?? '').split('|');
  const ks = ksName === '' ? '' : words.ks(ksName);
  const token = words.names.get(`<<token ${tokenId}>>`) ?? tokenId;
  const hash = createHash(algorithm.toLowerCase())
    .update(ks + token)
    .digest('hex');
  return { ...params, tokenHash: upper ? hash.toUpperCase() : hash };
}

function flatten(value: unknown, words: Vocabulary, name = ''): [string, string][] {
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([key, item]) => flatten(item, words, name === '' ? key : `${name}[${key}]`));
  }
  if (typeof value === 'boolean') return [[name, value ? '1' : '0']];
  if (typeof value === 'number' && /partnerId\]?$/i.test(name)) return [[name, String(words.partner(value))]];
  const said = sayAll(value, words);
  return value === null || value === undefined ? [] : [[name, String(said)]];
}

function sayAll(value: unknown, words: Vocabulary): unknown {
  if (typeof value === 'string') return say(value, words);
  if (typeof value === 'number') return isMoment(value) ? value + words.shift : value;
  if (Array.isArray(value)) return value.map((item) => sayAll(item, words));
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, sayAll(item, words)]));
  }
  return value;
}

/** Names, secrets and ids of this server in a recorded text. */
export function say(text: string, words: Vocabulary): string {
  const { account } = words;
  return words.names
    .translate(text)
    .replaceAll(/<<ks ([^>]*)>>/g, (_, name: string) => words.ks(name))
    .replaceAll('<<secret admin>>', account.adminSecret)
    .replaceAll('<<secret user>>', account.userSecret)
    .replaceAll('/p/102/sp/10200', `/p/${account.id}/sp/${account.id}00`)
    .replaceAll('/p/102/', `/p/${account.id}/`)
    .replaceAll(/^_102$/g, `_${account.id}`);
}

/** Unix seconds around the time of the recordings. */
export function isMoment(value: number): boolean {
  return Number.isInteger(value) && value > 1_795_000_000 && value < 1_796_000_000;
}
