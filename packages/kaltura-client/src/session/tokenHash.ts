/** Kaltura's `hashType` of an App Token; one without a hash type means SHA1. */
export type HashType = 'MD5' | 'SHA1' | 'SHA256' | 'SHA512';

const digests = { SHA1: 'SHA-1', SHA256: 'SHA-256', SHA512: 'SHA-512' } as const;

/**
 * The proof that `appToken.startSession` asks for: the hash of the very KS the call is made with, followed by the token's
 * secret; hexadecimal and lower case (Kaltura refuses upper case).
 */
export async function tokenHash(hashType: HashType, ks: string, token: string): Promise<string> {
  const bytes = new TextEncoder().encode(ks + token);
  const digest = hashType === 'MD5' ? await md5(bytes) : await crypto.subtle.digest(digests[hashType], bytes);
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** WebCrypto has no MD5; few App Tokens use it, so it is loaded when one does. */
async function md5(bytes: Uint8Array): Promise<Uint8Array> {
  const legacy = await import('@noble/hashes/legacy.js');
  return legacy.md5(bytes);
}
