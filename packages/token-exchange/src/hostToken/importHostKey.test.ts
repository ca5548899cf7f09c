import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { exportJWK, generateKeyPair, SignJWT, type JWK } from 'jose';
import { describe, expect, it } from 'vitest';
import { createTestHost } from '../testing/createTestHost.ts';
import { createHostTokenVerifier } from './createHostTokenVerifier.ts';
import { staticHostKeys } from './hostKeys.ts';

const now = Date.now;
const host = await createTestHost({ now });

describe('keys of a host', () => {
  const rsa = (bits: number) => generateKeyPairSync('rsa', { modulusLength: bits }).publicKey.export({ format: 'jwk' });

  it.each([
    ['ES256', async () => generateKeyPair('ES256', { extractable: true })],
    ['RS256', async () => generateKeyPair('RS256', { extractable: true })],
  ])('may be for %s', async (alg, generate) => {
    const { publicKey, privateKey } = await generate();
    const keys = await staticHostKeys({ keys: [{ ...(await exportJWK(publicKey)), kid: 'k' }] });
    const verify = createHostTokenVerifier({ audience: host.audience, issuers: new Map([[host.issuer, keys]]), now });
    const token = await new SignJWT(host.claims())
      .setProtectedHeader({ alg, kid: 'k', typ: 'spaces-kaltura+jwt' })
      .sign(privateKey);
    await expect(verify(token)).resolves.toMatchObject({ subject: 'user-1' });
  });

  it.each<[string, JWK[]]>([
    ['an empty set', []],
    ['a symmetric key', [{ kty: 'oct', k: 'c2VjcmV0', kid: 'a' }]],
    ['an RSA key of 1024 bits', [{ ...(rsa(1024) as JWK), kid: 'a' }]],
    ['a key without kid', [{ ...(rsa(2048) as JWK) }]],
    ['a key for encryption', [{ ...(rsa(2048) as JWK), kid: 'a', use: 'enc' }]],
    ['a key for another algorithm', [{ ...(rsa(2048) as JWK), kid: 'a', alg: 'PS256' }]],
    [
      'the same kid twice',
      [
        { ...(rsa(2048) as JWK), kid: 'a' },
        { ...(rsa(2048) as JWK), kid: 'a' },
      ],
    ],
    ['a private key', [{ kty: 'OKP', crv: 'Ed25519', x: 'AAAA', d: randomUUID(), kid: 'a' }]],
  ])('are refused at the start: %s', async (_, keys) => {
    await expect(staticHostKeys({ keys })).rejects.toThrow(TypeError);
  });
});
