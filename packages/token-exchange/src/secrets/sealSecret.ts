import { createCipheriv, createDecipheriv, randomBytes, type KeyObject } from 'node:crypto';
import type { KeyRing } from './keyRing.ts';
import { Secret } from './Secret.ts';

/** What a sealed App Token is bound to: with any other value it cannot be opened. */
export interface SealContext {
  hub: string;
  connectionId: string;
  /** Origin of the Kaltura service the secret was entered for; so it can never be sent to another. */
  serviceOrigin: string;
  partnerId: number;
  purpose: string;
  tokenId: string;
  hashType: string;
}

/** A secret as it lies in the database: its data key, wrapped by key `kid` of the ring, and the text under it. */
export interface SealedSecret {
  kid: string;
  wrappedKey: string;
  sealed: string;
}

/** Encrypts a secret with a fresh AES-256-GCM data key, which is itself encrypted by the current key of the ring. */
export function sealSecret(secret: Secret, context: SealContext, keyRing: KeyRing): SealedSecret {
  const dataKey = randomBytes(32);
  try {
    const aad = associatedData(context);
    return {
      kid: keyRing.current,
      wrappedKey: encrypt(currentKey(keyRing), dataKey, aad),
      sealed: encrypt(dataKey, Buffer.from(secret.reveal(), 'utf8'), aad),
    };
  } finally {
    dataKey.fill(0);
  }
}

/** Opens what `sealSecret` made. Throws when the key is not in the ring or anything at all was changed. */
export function openSecret(record: SealedSecret, context: SealContext, keyRing: KeyRing): Secret {
  const key = keyRing.get(record.kid);
  if (key === undefined) throw new Error('The key that sealed this secret is not in the key ring.');
  const aad = associatedData(context);
  const dataKey = decrypt(key, record.wrappedKey, aad);
  try {
    return new Secret(decrypt(dataKey, record.sealed, aad).toString('utf8'));
  } finally {
    dataKey.fill(0);
  }
}

function associatedData(context: SealContext): Buffer {
  const { hub, connectionId, serviceOrigin, partnerId, purpose, tokenId, hashType } = context;
  // JSON keeps neighbouring fields apart: no two contexts have the same text.
  return Buffer.from(JSON.stringify([1, hub, connectionId, serviceOrigin, partnerId, purpose, tokenId, hashType]));
}

function encrypt(key: KeyObject | Buffer, plain: Buffer, aad: Buffer): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(aad);
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]).toString('base64url');
}

function decrypt(key: KeyObject | Buffer, text: string, aad: Buffer): Buffer {
  const bytes = Buffer.from(text, 'base64url');
  if (bytes.length < 28) throw new Error('The sealed secret is too short.');
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12), { authTagLength: 16 }).setAAD(aad);
  decipher.setAuthTag(bytes.subarray(-16));
  return Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()]);
}

function currentKey(keyRing: KeyRing): KeyObject {
  const key = keyRing.get(keyRing.current);
  if (key === undefined) throw new Error('The current key is not in the key ring.');
  return key;
}
