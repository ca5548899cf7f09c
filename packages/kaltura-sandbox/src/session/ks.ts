import { cbc } from '@noble/ciphers/aes.js';
import { sha1 } from '@noble/hashes/legacy.js';
import { bytesToHex, concatBytes, randomBytes, utf8ToBytes } from '@noble/hashes/utils.js';

/** What a KS says, before anybody has asked whether it still holds. */
export interface KsFields {
  partnerId: number;
  /** 0 USER, 2 ADMIN. */
  type: number;
  userId: string;
  /** Unix seconds. */
  expiry: number;
  /** `list:*,edit:0_abc`. */
  privileges: string;
}

/**
 * A KS of version 2: `v2|partner|` and AES-128-CBC of SHA-1, 16 random bytes and the fields as a query string, in URL-safe base64 with padding.
 * The key is always made of the partner's *admin* secret, also for USER sessions.
 */
export function encodeKs(fields: KsFields, adminSecret: string): string {
  const content = concatBytes(randomBytes(16), utf8ToBytes(queryString(fields)));
  const signed = concatBytes(sha1(content), content);
  const padded = new Uint8Array(Math.ceil(signed.length / 16) * 16);
  padded.set(signed);
  const encrypted = cipher(adminSecret).encrypt(padded);
  return toBase64(concatBytes(utf8ToBytes(`v2|${fields.partnerId}|`), encrypted))
    .replaceAll('+', '-')
    .replaceAll('/', '_');
}

/** The fields of a KS whose signature is right, `null` for any other text. `secretsOf` answers the admin secret of a partner, or nothing. */
export function decodeKs(ks: string, secretOf: (partnerId: number) => string | undefined): KsFields | null {
  const bytes = fromBase64(ks.replaceAll('-', '+').replaceAll('_', '/'));
  if (!bytes) return null;
  return startsWith(bytes, 'v2|') ? decodeV2(bytes, secretOf) : decodeV1(bytes, secretOf);
}

function decodeV2(bytes: Uint8Array, secretOf: (partnerId: number) => string | undefined): KsFields | null {
  const end = bytes.indexOf(bar, 3);
  if (end < 0) return null;
  const partnerId = Number(latin1(bytes.subarray(3, end)));
  const secret = secretOf(partnerId);
  const encrypted = bytes.slice(end + 1);
  if (secret === undefined || encrypted.length === 0 || encrypted.length % 16 !== 0) return null;
  const plain = withoutTrailingZeros(cipher(secret).decrypt(encrypted));
  const content = plain.subarray(20);
  if (!equal(plain.subarray(0, 20), sha1(content))) return null;
  return fromQueryString(utf8(content.subarray(16)), partnerId);
}

/** Version 1: base64 of `sha1(secret + info)|info`, info being nine fields between semicolons. */
function decodeV1(bytes: Uint8Array, secretOf: (partnerId: number) => string | undefined): KsFields | null {
  const [hash, ...rest] = utf8(bytes).split('|');
  const info = rest.join('|');
  const [partner = '', , expiry = '', type = '', , userId = '', privileges = ''] = info.split(';');
  const secret = secretOf(Number(partner));
  if (secret === undefined || partner === '' || hash !== bytesToHex(sha1(utf8ToBytes(secret + info)))) return null;
  return { partnerId: Number(partner), expiry: Number(expiry), type: Number(type), userId, privileges };
}

function queryString(fields: KsFields): string {
  const pairs = new URLSearchParams();
  for (const item of fields.privileges.split(',')) {
    const [name = '', ...value] = item.split(':');
    // The catch-all privilege is written out.
    if (item === '*') pairs.set('all', '*');
    else if (item !== '') pairs.set(name.trim(), value.join(':').trim());
  }
  pairs.set('_e', String(fields.expiry));
  pairs.set('_t', String(fields.type));
  pairs.set('_u', fields.userId);
  return pairs.toString();
}

function fromQueryString(text: string, partnerId: number): KsFields {
  const privileges: string[] = [];
  const fields: KsFields = { partnerId, type: 0, userId: '', expiry: 0, privileges: '' };
  for (const [name, value] of new URLSearchParams(text)) {
    if (name === '_e') fields.expiry = Number(value);
    else if (name === '_t') fields.type = Number(value);
    else if (name === '_u') fields.userId = value;
    else if (name !== '_m' && name !== '_d') privileges.push(value === '' ? name : `${name}:${value}`);
  }
  return { ...fields, privileges: privileges.join(',') };
}

function cipher(secret: string) {
  return cbc(sha1(utf8ToBytes(secret)).subarray(0, 16), new Uint8Array(16), { disablePadding: true });
}

const bar = '|'.charCodeAt(0);
const utf8 = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
const latin1 = (bytes: Uint8Array): string => String.fromCodePoint(...bytes);
const startsWith = (bytes: Uint8Array, text: string): boolean => latin1(bytes.subarray(0, text.length)) === text;
const equal = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && a.every((byte, at) => byte === b[at]);

function withoutTrailingZeros(bytes: Uint8Array): Uint8Array {
  let end = bytes.length;
  while (end > 0 && bytes[end - 1] === 0) end--;
  return bytes.subarray(0, end);
}

function toBase64(bytes: Uint8Array): string {
  return btoa(String.fromCodePoint(...bytes));
}

function fromBase64(text: string): Uint8Array | null {
  try {
    return Uint8Array.from(atob(text.replace(/=+$/, '')), (character) => character.codePointAt(0) ?? 0);
  } catch {
    return null;
  }
}
