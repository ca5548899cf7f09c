import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { assertBytesStore } from './assertBytesStore.ts';
import { md5 } from './md5.ts';
import { createMemoryBytes } from './memoryBytes.ts';

describe('bytes in memory', () => {
  assertBytesStore(async () => createMemoryBytes());
});

it('computes MD5 around every block boundary as Node does', () => {
  for (const length of [0, 1, 55, 56, 57, 63, 64, 65, 119, 120, 1000]) {
    const input = Uint8Array.from({ length }, (_, index) => (index * 31) & 255);
    expect(md5(input)).toBe(createHash('md5').update(input).digest('hex'));
  }
});
