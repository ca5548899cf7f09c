import { createHmac, createSecretKey, type KeyObject } from 'node:crypto';

/** Keys that wrap other keys, held outside the database. New records use `current`; all can be read. */
export interface KeyRing {
  readonly current: string;
  get(kid: string): KeyObject | undefined;
  readonly kids: readonly string[];
}

/** A key id and its 32 bytes, as base64 or base64url text or as bytes. */
export type KeyRingInit = readonly { readonly kid: string; readonly key: string | Uint8Array }[];

/** Makes a key ring; the first key is the current one. Throws a TypeError for a key that is not 32 bytes. */
export function createKeyRing(init: KeyRingInit): KeyRing {
  const [first] = init;
  if (first === undefined) throw new TypeError('The key ring is empty: give at least one key of 32 bytes.');
  const keys = new Map<string, KeyObject>();
  for (const { kid, key } of init) {
    if (!/^[A-Za-z0-9_-]{1,32}$/.test(kid)) {
      throw new TypeError('A key id of the key ring must be 1 to 32 letters, digits, "-" or "_".');
    }
    if (keys.has(kid)) throw new TypeError(`The key ring has the key id "${kid}" twice.`);
    const bytes = typeof key === 'string' ? fromBase64(key) : Buffer.from(key);
    if (bytes?.length !== 32) throw new TypeError(`The key "${kid}" of the key ring must be 32 bytes, in base64.`);
    if (new Set(bytes).size < 8) throw new TypeError(`The key "${kid}" of the key ring is not random.`);
    keys.set(kid, createSecretKey(bytes));
  }
  return { current: first.kid, get: (kid) => keys.get(kid), kids: [...keys.keys()] };
}

/** Undefined for other text: Node reads as far as it can, and what comes after a first key would be lost unnoticed. */
const fromBase64 = (text: string): Buffer | undefined =>
  /^[A-Za-z0-9+/_-]*={0,2}$/.test(text) ? Buffer.from(text, 'base64') : undefined;

/** A value that tells whether a key is the one a database was written with, without telling the key. */
export function keyCheckValue(key: KeyObject): string {
  return createHmac('sha256', key).update('spaces-kaltura key check value 1').digest('hex').slice(0, 32);
}
