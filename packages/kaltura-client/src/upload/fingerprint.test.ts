import { expect, test } from 'vitest';
import { fingerprint } from './fingerprint.ts';

const scope = { hubId: 'h', userId: 'u' };
const bytes = (size: number, change?: number): Uint8Array<ArrayBuffer> => {
  const data = Uint8Array.from({ length: size }, (_, i) => (i * 31) % 251);
  if (change !== undefined) data[change] = 255;
  return data;
};
const MIB = 1024 * 1024;

test('is the same for the same bytes, whatever the name', async () => {
  const a = new File([bytes(3 * MIB)], 'a.mp4', { lastModified: 1 });
  const b = new File([bytes(3 * MIB)], 'b.mov', { lastModified: 2 });
  expect(await fingerprint(a, scope)).toBe(await fingerprint(b, scope));
  expect(await fingerprint(a, scope)).toMatch(/^[0-9a-f]{64}$/);
});

test.each([0, 3 * MIB - 1, Math.round(((3 * MIB - 65536) / 15) * 7)])(
  'a change of byte %i is another file',
  async (at) => {
    const plain = await fingerprint(new Blob([bytes(3 * MIB)]), scope);
    expect(await fingerprint(new Blob([bytes(3 * MIB, at)]), scope)).not.toBe(plain);
  },
);

test('every byte of a small file counts', async () => {
  const prints = await Promise.all(
    Array.from({ length: 50 }, (_, at) => fingerprint(new Blob([bytes(50, at)]), scope)),
  );
  expect(new Set(prints).size).toBe(50);
});

test('the length alone makes a difference', async () => {
  const zeros = (size: number): Blob => new Blob([new Uint8Array(size)]);
  expect(await fingerprint(zeros(2 * MIB), scope)).not.toBe(await fingerprint(zeros(2 * MIB + 1), scope));
});

test('another person and another hub have uploads of their own', async () => {
  const file = new Blob([bytes(100)]);
  const prints = await Promise.all(
    [scope, { ...scope, hubId: 'x' }, { ...scope, userId: 'x' }].map((who) => fingerprint(file, who)),
  );
  expect(new Set(prints).size).toBe(3);
});
