import type { JSONWebKeySet } from 'jose';
import { importHostKey, type HostKey } from './importHostKey.ts';

/** Where the keys of one issuer come from. */
export interface HostKeys {
  /** The key with this id, or undefined. Throws `keys_unavailable` when there is no set to look into. */
  find(kid: string): Promise<HostKey | undefined> | HostKey | undefined;
}

/** Keys that never change. Throws a TypeError when any of them is not a usable public key. */
export async function staticHostKeys(jwks: JSONWebKeySet): Promise<HostKeys> {
  if (!Array.isArray(jwks.keys)) throw new TypeError('A set of host keys must be like {"keys":[…]}.');
  const keys = await Promise.all(jwks.keys.map(importHostKey));
  if (keys.length === 0) throw new TypeError('The set of host keys is empty.');
  const byId = new Map(keys.map((key) => [key.kid, key]));
  if (byId.size !== keys.length) throw new TypeError('Two host keys have the same "kid".');
  return { find: (kid) => byId.get(kid) };
}
