import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JSONWebKeySet } from 'jose';

export interface TestHostOptions {
  issuer?: string;
  audience?: string;
  /** Milliseconds since 1970. */
  now: () => number;
}

export interface TestHost {
  issuer: string;
  audience: string;
  jwks: JSONWebKeySet;
  privateKey: CryptoKey;
  /** The claims of a good token; `overrides` replace some, undefined takes one away. */
  claims(overrides?: Record<string, unknown>): Record<string, unknown>;
  /** A signed host token. */
  token(overrides?: Record<string, unknown>, header?: Record<string, unknown>): Promise<string>;
}

/** A host app that signs host tokens with a key of its own. */
export async function createTestHost(options: TestHostOptions): Promise<TestHost> {
  const { issuer = 'https://spaces.example', audience = 'https://exchange.example', now } = options;
  const { publicKey, privateKey } = await generateKeyPair('EdDSA', { extractable: true });
  const jwks = { keys: [{ ...(await exportJWK(publicKey)), kid: 'host-1', alg: 'EdDSA', use: 'sig' }] };

  function claims(overrides: Record<string, unknown> = {}): Record<string, unknown> {
    const iat = Math.floor(now() / 1000);
    const all = {
      iss: issuer,
      aud: audience,
      sub: 'user-1',
      iat,
      exp: iat + 300,
      jti: crypto.randomUUID(),
      hub: 'atelier-nord',
      plan: 'enterprise',
      role: 'participant',
      email: 'ana@uni.example',
      email_verified: true,
      name: 'Ana',
      ...overrides,
    };
    return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
  }

  return {
    issuer,
    audience,
    jwks,
    privateKey,
    claims,
    token: (overrides, header) =>
      new SignJWT(claims(overrides))
        .setProtectedHeader({ alg: 'EdDSA', kid: 'host-1', typ: 'spaces-kaltura+jwt', ...header })
        .sign(privateKey),
  };
}
