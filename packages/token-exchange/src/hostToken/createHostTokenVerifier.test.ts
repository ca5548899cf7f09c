import { createHmac, sign } from 'node:crypto';
import { exportJWK, exportSPKI, generateKeyPair, importJWK, SignJWT, type JWK } from 'jose';
import { describe, expect, it } from 'vitest';
import { createTestHost } from '../testing/createTestHost.ts';
import { createHostTokenVerifier } from './createHostTokenVerifier.ts';
import { staticHostKeys } from './hostKeys.ts';

let time = Date.UTC(2026, 10, 23);
const now = () => time;
const seconds = () => Math.floor(time / 1000);
const host = await createTestHost({ now });
const otherHost = await createTestHost({ now });
const hostKeys = await staticHostKeys(host.jwks);
const noKeys = { find: () => expect.unreachable('asked another issuer for its keys') };

function createVerifier() {
  const verify = createHostTokenVerifier({
    audience: host.audience,
    issuers: new Map([[host.issuer, hostKeys]]),
    now,
  });
  return async (token: string) => verify(token);
}

/** `accepted`, or the code it was refused with. */
async function verdict(token: string): Promise<string> {
  try {
    await createVerifier()(token);
    return 'accepted';
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : String(error);
  }
}

const encode = (value: unknown) =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');
const goodHeader = { alg: 'EdDSA', kid: 'host-1', typ: 'spaces-kaltura+jwt' };

/** A token rightly signed by the host's key over exactly these bytes: for what a library would not write. */
async function rawToken(header: unknown, payload: unknown): Promise<string> {
  const input = `${encode(header)}.${encode(payload)}`;
  const { KeyObject } = await import('node:crypto');
  return `${input}.${sign(null, Buffer.from(input), KeyObject.from(host.privateKey)).toString('base64url')}`;
}

const withClaims = (overrides: Record<string, unknown>) => () => rawToken(goodHeader, host.claims(overrides));
const withHeader = (overrides: Record<string, unknown>) => () =>
  rawToken({ ...goodHeader, ...overrides }, host.claims());
const relative = (overrides: () => Record<string, unknown>) => () => rawToken(goodHeader, host.claims(overrides()));

const forgeries: Record<string, () => Promise<string> | string> = {
  'an empty text': () => '',
  'one part': () => 'abc',
  'two parts': async () => (await host.token()).split('.').slice(0, 2).join('.'),
  'four parts': async () => `${await host.token()}.x`,
  'five parts, like an encrypted token': async () => `${await host.token()}.x.y`,
  'no signature': async () => `${(await host.token()).split('.').slice(0, 2).join('.')}.`,
  'a cut signature': async () => (await host.token()).slice(0, -4),
  'a changed signature': async () => {
    const [header, payload, signature = ''] = (await host.token()).split('.');
    return [header, payload, (signature.startsWith('A') ? 'B' : 'A') + signature.slice(1)].join('.');
  },
  'a payload of somebody else under a good signature': async () => {
    const [header, , signature] = (await host.token()).split('.');
    return [header, encode(host.claims({ hub: 'universite-delta' })), signature].join('.');
  },
  'a header changed after signing': async () => {
    const [, payload, signature] = (await host.token()).split('.');
    return [encode({ ...goodHeader, kid: 'host-1', extra: 1 }), payload, signature].join('.');
  },
  'a space in front': async () => ` ${await host.token()}`,
  'a line break at the end': async () => `${await host.token()}\n`,
  'base64 instead of base64url': async () => `${await host.token()}==`,
  'a token of 5 kB': () => host.token({ name: 'x'.repeat(3000) }),
  'a header that is not JSON': async () => rawToken('no json', host.claims()),
  'a header that is an array': async () => rawToken([], host.claims()),
  'a header that is null': async () => rawToken('null', host.claims()),
  'a payload that is not JSON': async () => rawToken(goodHeader, 'no json'),
  'a payload that is an array': async () => rawToken(goodHeader, [host.claims()]),
  'a payload that is null': async () => rawToken(goodHeader, 'null'),
  'the key of another host': () => otherHost.token(),
  'alg none': async () => `${encode({ ...goodHeader, alg: 'none' })}.${encode(host.claims())}.`,
  'alg None': async () => `${encode({ ...goodHeader, alg: 'None' })}.${encode(host.claims())}.`,
  'HS256 with the public key as secret': async () => {
    const publicKey = await importJWK(host.jwks.keys[0] as JWK, 'EdDSA', { extractable: true });
    const secret = publicKey instanceof CryptoKey ? await exportSPKI(publicKey) : '';
    const input = `${encode({ ...goodHeader, alg: 'HS256' })}.${encode(host.claims())}`;
    return `${input}.${createHmac('sha256', secret).update(input).digest('base64url')}`;
  },
  'RS256 in the header of an EdDSA key': withHeader({ alg: 'RS256' }),
  'ES256 in the header of an EdDSA key': withHeader({ alg: 'ES256' }),
  ES384: withHeader({ alg: 'ES384' }),
  PS256: withHeader({ alg: 'PS256' }),
  'Ed25519 as algorithm name': withHeader({ alg: 'Ed25519' }),
  'an algorithm in lower case': withHeader({ alg: 'eddsa' }),
  'no algorithm': withHeader({ alg: undefined }),
  'an algorithm that is an array': withHeader({ alg: ['EdDSA'] }),
  'no kid': withHeader({ kid: undefined }),
  'an unknown kid': withHeader({ kid: 'host-2' }),
  'an empty kid': withHeader({ kid: '' }),
  'a kid that is a path': withHeader({ kid: '../../dev/null' }),
  'a kid with SQL in it': withHeader({ kid: "' OR 1=1 --" }),
  'a kid that is a number': withHeader({ kid: 1 }),
  'a kid named like a property': withHeader({ kid: '__proto__' }),
  'a kid of 65 characters': withHeader({ kid: 'k'.repeat(65) }),
  'no typ': withHeader({ typ: undefined }),
  'typ JWT': withHeader({ typ: 'JWT' }),
  'typ of an access token': withHeader({ typ: 'at+jwt' }),
  'typ in other case': withHeader({ typ: 'Spaces-Kaltura+JWT' }),
  'typ with application/': withHeader({ typ: 'application/spaces-kaltura+jwt' }),
  jku: withHeader({ jku: 'https://evil.example/jwks.json' }),
  x5u: withHeader({ x5u: 'https://evil.example/cert.pem' }),
  x5c: withHeader({ x5c: ['MIIB'] }),
  x5t: withHeader({ x5t: 'abc' }),
  'an embedded jwk beside the kid': withHeader({ jwk: host.jwks.keys[0] }),
  'an embedded jwk of an attacker instead of the kid': async () => {
    const { publicKey, privateKey } = await generateKeyPair('EdDSA', { extractable: true });
    return new SignJWT(host.claims())
      .setProtectedHeader({ alg: 'EdDSA', typ: 'spaces-kaltura+jwt', jwk: await exportJWK(publicKey) })
      .sign(privateKey);
  },
  'an unknown crit': withHeader({ crit: ['exp'], exp: 1 }),
  'an empty crit': withHeader({ crit: [] }),
  'b64 false': withHeader({ crit: ['b64'], b64: false }),
  cty: withHeader({ cty: 'JWT' }),
  'no issuer': withClaims({ iss: undefined }),
  'an unknown issuer': withClaims({ iss: 'https://evil.example' }),
  'an issuer with a slash more': withClaims({ iss: 'https://spaces.example/' }),
  'an issuer in other case': withClaims({ iss: 'https://Spaces.example' }),
  'an issuer that is an array': withClaims({ iss: ['https://spaces.example'] }),
  'an issuer named like a property': withClaims({ iss: 'constructor' }),
  'no audience': withClaims({ aud: undefined }),
  'another audience': withClaims({ aud: 'https://other.example' }),
  'an audience that starts like ours': withClaims({ aud: `${host.audience}.evil.example` }),
  'an array of our audience': withClaims({ aud: [host.audience] }),
  'an array of two audiences': withClaims({ aud: [host.audience, 'https://other.example'] }),
  'an empty audience': withClaims({ aud: '' }),
  'no subject': withClaims({ sub: undefined }),
  'an empty subject': withClaims({ sub: '' }),
  'a subject that is a number': withClaims({ sub: 7 }),
  'a subject of 129 characters': withClaims({ sub: 's'.repeat(129) }),
  'a subject with a line break': withClaims({ sub: 'a\nb' }),
  'a subject with a zero byte': withClaims({ sub: 'a\u0000b' }),
  'a subject with a text direction mark': withClaims({ sub: 'a\u202Eb' }),
  'a subject with half a surrogate pair': withClaims({ sub: 'a\uD800' }),
  'no iat': withClaims({ iat: undefined }),
  'no exp': withClaims({ exp: undefined }),
  'exp as text': relative(() => ({ exp: String(seconds() + 300) })),
  'exp as a fraction': relative(() => ({ exp: seconds() + 299.5 })),
  'iat as a fraction': relative(() => ({ iat: seconds() - 0.5 })),
  'iat as text': relative(() => ({ iat: String(seconds()) })),
  'exp as null': withClaims({ exp: null }),
  'exp beyond whole numbers': async () =>
    rawToken(goodHeader, JSON.stringify(host.claims()).replace(/"exp":\d+/, '"exp":1e999')),
  'exp in milliseconds': relative(() => ({ exp: time + 300_000 })),
  'a life of 301 seconds': relative(() => ({ exp: seconds() + 301 })),
  'a life of a day': relative(() => ({ exp: seconds() + 86_400 })),
  'exp before iat': relative(() => ({ iat: seconds() + 10, exp: seconds() + 5 })),
  'exp equal to iat': relative(() => ({ exp: seconds() })),
  'iat 31 seconds ahead': relative(() => ({ iat: seconds() + 31, exp: seconds() + 200 })),
  'nbf 31 seconds ahead': relative(() => ({ nbf: seconds() + 31 })),
  'nbf as text': relative(() => ({ nbf: String(seconds()) })),
  'no jti': withClaims({ jti: undefined }),
  'a jti of 15 characters': withClaims({ jti: 'j'.repeat(15) }),
  'a jti of 129 characters': withClaims({ jti: 'j'.repeat(129) }),
  'a jti that is a number': withClaims({ jti: 1_234_567_890_123_456 }),
  'a jti with a space': withClaims({ jti: 'abcdefgh ijklmnop' }),
  'no hub': withClaims({ hub: undefined }),
  'an empty hub': withClaims({ hub: '' }),
  'two hubs': withClaims({ hub: ['atelier-nord', 'universite-delta'] }),
  'a hub with a slash': withClaims({ hub: 'a/b' }),
  'a hub of 129 characters': withClaims({ hub: 'h'.repeat(129) }),
  'no role': withClaims({ role: undefined }),
  'an unknown role': withClaims({ role: 'admin' }),
  'a role in other case': withClaims({ role: 'Hub_Admin' }),
  'several roles': withClaims({ role: ['participant', 'hub_admin'] }),
  'an email that is an array': withClaims({ email: ['ana@uni.example'] }),
  'auth_time as text': withClaims({ auth_time: '1' }),
  'entries that are a text': withClaims({ entries: '*' }),
  'an entry that is a pattern': withClaims({ entries: ['*'] }),
  '201 entries': withClaims({ entries: Array.from({ length: 201 }, (_, index) => `0_${index}`) }),
};

describe('verifying a host token', () => {
  it('takes a good one and reads hub, person, plan and role from it', async () => {
    const token = await host.token({ role: 'hub_admin', auth_time: seconds(), entries: ['0_abc'], staff_id: 'x7' });
    const hostToken = await createVerifier()(token);
    expect(hostToken).toMatchObject({
      issuer: host.issuer,
      subject: 'user-1',
      hub: 'atelier-nord',
      plan: 'enterprise',
      role: 'hub_admin',
      email: 'ana@uni.example',
      emailVerified: true,
      entries: ['0_abc'],
    });
    expect(hostToken.otherClaims.get('staff_id')).toBe('x7');
  });

  it('takes one that names 200 entries', async () => {
    const entries = Array.from({ length: 200 }, (_, index) => `1_${String(index).padStart(8, 'x')}`);
    expect((await createVerifier()(await host.token({ entries }))).entries).toEqual(entries);
  });

  it.each(Object.keys(forgeries))('refuses %s', async (name) => {
    const token = (await forgeries[name]?.()) ?? '';
    expect(await verdict(token)).toBe('token_invalid');
  });

  it('has a corpus of at least 80 forgeries', () => {
    expect(Object.keys(forgeries).length).toBeGreaterThanOrEqual(80);
  });

  it.each([
    [299, 'accepted'],
    [329, 'accepted'],
    [330, 'token_expired'],
    [3600, 'token_expired'],
  ])('after %i seconds a token of five minutes is %s', async (elapsed, expected) => {
    const token = await host.token();
    const before = time;
    time += elapsed * 1000;
    expect(await verdict(token)).toBe(expected);
    time = before;
  });

  it('takes a token of a clock that is 30 seconds ahead', async () => {
    expect(await verdict(await host.token({ iat: seconds() + 30, exp: seconds() + 330 }))).toBe('accepted');
  });

  it('remembers a token until it expires, and not a second longer', async () => {
    let asked = 0;
    const counting = { find: (kid: string) => (asked++, hostKeys.find(kid)) };
    const verify = createHostTokenVerifier({
      audience: host.audience,
      issuers: new Map([[host.issuer, counting]]),
      now,
    });
    const token = await host.token();
    const first = await verify(token);
    expect(await verify(token)).toBe(first);
    expect(asked).toBe(1);
    const before = time;
    time += 330_000;
    await expect(async () => verify(token)).rejects.toMatchObject({ code: 'token_expired' });
    await expect(async () => verify(token)).rejects.toMatchObject({ code: 'token_expired' });
    time = before;
  });

  it('keeps its memory bounded however many tokens come', async () => {
    const verify = createHostTokenVerifier({
      audience: host.audience,
      issuers: new Map([[host.issuer, hostKeys]]),
      now,
      remember: 2,
    });
    const tokens = await Promise.all(Array.from({ length: 5 }, () => host.token()));
    const firsts = [];
    for (const token of tokens) firsts.push(await verify(token));
    expect(await verify(tokens[4] ?? '')).toBe(firsts[4]);
    expect(await verify(tokens[0] ?? '')).not.toBe(firsts[0]);
  });

  it('asks nobody else for keys while it refuses', async () => {
    const verify = createHostTokenVerifier({
      audience: host.audience,
      issuers: new Map([
        [host.issuer, hostKeys],
        ['https://other.example', noKeys],
      ]),
      now,
    });
    const token = await rawToken({ ...goodHeader, jku: 'https://other.example' }, host.claims());
    await expect(async () => verify(token)).rejects.toMatchObject({ code: 'token_invalid' });
  });
});
