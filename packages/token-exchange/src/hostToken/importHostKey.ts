import { importJWK, type CryptoKey, type JWK } from 'jose';

/** A public key of a host app and the one algorithm it may be used with. */
export interface HostKey {
  readonly kid: string;
  readonly algorithm: 'EdDSA' | 'ES256' | 'RS256';
  readonly key: CryptoKey;
}

/**
 * Imports a public key of a JWK set. The key decides the algorithm, never the token that names it. Throws a TypeError for
 * symmetric or private keys, unknown curves, RSA below 2048 bits, and keys without a usable `kid`.
 */
export async function importHostKey(jwk: JWK): Promise<HostKey> {
  const { kid } = jwk;
  if (typeof kid !== 'string' || !/^[A-Za-z0-9._-]{1,64}$/.test(kid)) {
    throw new TypeError('A host key needs a "kid" of 1 to 64 letters, digits, ".", "_" or "-".');
  }
  if (jwk.d !== undefined || jwk.k !== undefined) throw new TypeError(`The host key "${kid}" is not a public key.`);
  const algorithm = algorithmOf(jwk);
  if (algorithm === undefined || (jwk.alg !== undefined && jwk.alg !== algorithm)) {
    throw new TypeError(`The host key "${kid}" must be an Ed25519, P-256 or RSA key for EdDSA, ES256 or RS256.`);
  }
  if (jwk.use !== undefined && jwk.use !== 'sig') throw new TypeError(`The host key "${kid}" is not for signatures.`);
  const key = await importJWK(jwk, algorithm);
  if (!(key instanceof CryptoKey)) throw new TypeError(`The host key "${kid}" is not a public key.`);
  if (algorithm === 'RS256' && modulusLength(key) < 2048) {
    throw new TypeError(`The RSA host key "${kid}" is shorter than 2048 bits.`);
  }
  return { kid, algorithm, key };
}

function algorithmOf(jwk: JWK): HostKey['algorithm'] | undefined {
  if (jwk.kty === 'OKP' && jwk.crv === 'Ed25519') return 'EdDSA';
  if (jwk.kty === 'EC' && jwk.crv === 'P-256') return 'ES256';
  if (jwk.kty === 'RSA') return 'RS256';
  return undefined;
}

function modulusLength(key: CryptoKey): number {
  return 'modulusLength' in key.algorithm ? Number(key.algorithm.modulusLength) : 0;
}
