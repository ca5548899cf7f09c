import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createKeyRing, keyCheckValue } from './keyRing.ts';
import { openSecret, sealSecret, type SealContext } from './sealSecret.ts';
import { Secret } from './Secret.ts';

const context: SealContext = {
  hub: 'atelier-nord',
  connectionId: 'c-1',
  serviceOrigin: 'https://www.kaltura.com',
  partnerId: 102,
  purpose: 'editor',
  tokenId: '0_abcdefgh',
  hashType: 'SHA256',
};
const key = (kid: string) => ({ kid, key: randomBytes(32) });
const ring = createKeyRing([key('a')]);
const secret = new Secret('0123456789abcdef0123456789abcdef');

describe('a sealed App Token', () => {
  it('opens again to the same text', () => {
    expect(openSecret(sealSecret(secret, context, ring), context, ring).reveal()).toBe(secret.reveal());
  });

  it('is different every time it is sealed and never contains the text', () => {
    const [one, two] = [sealSecret(secret, context, ring), sealSecret(secret, context, ring)];
    expect(one.sealed).not.toBe(two.sealed);
    expect(one.wrappedKey).not.toBe(two.wrappedKey);
    expect(Buffer.from(one.sealed, 'base64url').includes(secret.reveal())).toBe(false);
  });

  it.each([
    ['hub', 'universite-delta'],
    ['connectionId', 'c-2'],
    ['serviceOrigin', 'https://evil.example'],
    ['partnerId', 103],
    ['purpose', 'player'],
    ['tokenId', '0_zzzzzzzz'],
    ['hashType', 'SHA1'],
  ])('cannot be opened with another %s', (field, value) => {
    const sealed = sealSecret(secret, context, ring);
    expect(() => openSecret(sealed, { ...context, [field]: value }, ring)).toThrow(/authenticate|too short/);
  });

  it('cannot be opened when one character was changed', () => {
    const record = sealSecret(secret, context, ring);
    for (const field of ['sealed', 'wrappedKey'] as const) {
      const text = record[field];
      const changed = (text.startsWith('A') ? 'B' : 'A') + text.slice(1);
      expect(() => openSecret({ ...record, [field]: changed }, context, ring)).toThrow(/authenticate|too short/);
      expect(() => openSecret({ ...record, [field]: '' }, context, ring)).toThrow(/authenticate|too short/);
    }
  });

  it('opens after a new key became the current one, and not without its own', () => {
    const [old, next] = [key('old'), key('next')];
    const record = sealSecret(secret, context, createKeyRing([old]));
    expect(openSecret(record, context, createKeyRing([next, old])).reveal()).toBe(secret.reveal());
    expect(sealSecret(secret, context, createKeyRing([next, old])).kid).toBe('next');
    expect(() => openSecret(record, context, createKeyRing([next]))).toThrow('not in the key ring');
  });
});

describe('the key ring', () => {
  it.each([
    ['no key', []],
    ['a short key', [{ kid: 'a', key: randomBytes(31) }]],
    ['a key of zeros', [{ kid: 'a', key: new Uint8Array(32) }]],
    ['text that is not a key', [{ kid: 'a', key: 'change me' }]],
    ['a strange key id', [{ kid: 'a b', key: randomBytes(32) }]],
    ['the same key id twice', [key('a'), key('a')]],
  ])('refuses %s', (_, init) => {
    expect(() => createKeyRing(init)).toThrow(TypeError);
  });

  it('has a check value that depends on the key', () => {
    const [one, two] = [createKeyRing([key('a')]).get('a'), createKeyRing([key('a')]).get('a')];
    if (!one || !two) throw new Error('The keys are missing.');
    expect(keyCheckValue(one)).toBe(keyCheckValue(one));
    expect(keyCheckValue(one)).not.toBe(keyCheckValue(two));
  });
});
