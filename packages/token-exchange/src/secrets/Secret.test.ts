import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { Secret } from './Secret.ts';

describe('a secret', () => {
  const secret = new Secret('s3cr3t');

  it('prints [secret] however it is turned into text', () => {
    const texts = [
      String(secret),
      ['', secret].join(''),
      JSON.stringify({ secret }),
      inspect(secret),
      inspect({ deep: [secret] }, { depth: 9, showHidden: true }),
      inspect(new Error('x', { cause: secret })),
      Object.keys(secret).join(),
    ];
    expect(texts.join()).not.toContain('s3cr3t');
    expect(texts.slice(0, 5).every((text) => text.includes('[secret]'))).toBe(true);
  });

  it('gives its text to whoever asks for it by name', () => {
    expect(secret.reveal()).toBe('s3cr3t');
  });
});
