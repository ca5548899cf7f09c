import { expect, test } from 'vitest';
import { initialPace, learnPace, nextLength, slowDown, type LanePace } from './chunkLength.ts';

const KIB = 1024;
const MIB = 1024 * KIB;
const second = 0.05;

test('grows to what goes in a second and a half, at most threefold from chunk to chunk', () => {
  let pace = initialPace(1);
  const lengths: number[] = [];
  for (let i = 0; i < 5; i += 1) {
    pace = learnPace(pace, { bytes: pace.length, seconds: pace.length / (10 * MIB), pause: second }, second);
    lengths.push(pace.length / MIB);
  }
  expect(lengths).toEqual([4.5, 13.5, 15, 15, 15]);
});

test('the first connection begins with less than those that begin beside it', () => {
  expect([0, 1, 4].map((others) => initialPace(others).length / MIB)).toEqual([0.5, 1.5, 1.5]);
});

test('shrinks on a slow lane, but never below half a mebibyte', () => {
  const slow = learnPace(initialPace(0), { bytes: MIB, seconds: 40, pause: second }, second);
  expect(slow.length).toBeLessThan(512 * KIB);
  expect(nextLength(slow, 100 * MIB, [], second)).toBe(512 * KIB);
});

test('is longer where the server takes long after each chunk', () => {
  const pace = learnPace({ rate: null, length: 16 * MIB }, { bytes: 3 * MIB, seconds: 1, pause: 0.5 }, 0.5);
  expect(pace.length).toBe(12 * MIB);
});

test('learns nothing about the rate from a tiny chunk', () => {
  expect(learnPace(initialPace(2), { bytes: 12 * KIB, seconds: 0.1, pause: 0.1 }, 0.1)).toEqual(initialPace(2));
});

test('is shorter after a failure', () => {
  expect(slowDown({ rate: MIB, length: 8 * MIB })).toEqual({ rate: null, length: 4 * MIB });
  expect(slowDown({ rate: MIB, length: 600 * KIB }).length).toBe(512 * KIB);
});

const pace = (mibPerSecond: number): LanePace => ({ rate: mibPerSecond * MIB, length: 1.5 * mibPerSecond * MIB });

test('what is left is shared by rate, so that fast and slow lanes end together', () => {
  const fast = { rate: 8 * MIB, busySeconds: 0 };
  const slow = { rate: 2 * MIB, busySeconds: 0 };
  expect(nextLength(pace(8), 10 * MIB, [slow], 0)).toBe(8 * MIB);
  expect(nextLength(pace(2), 10 * MIB, [fast], 0)).toBe(2 * MIB);
});

test('a lane that is busy for a while takes the less of it', () => {
  const later = { rate: 4 * MIB, busySeconds: 0.5 };
  expect(nextLength(pace(4), 6 * MIB, [later], 0)).toBe(4 * MIB);
});

test('a lane takes nothing where the others are through before it had its least', () => {
  const fast = { rate: 10 * MIB, busySeconds: 0.1 };
  expect(nextLength(pace(0.1), 2 * MIB, [fast], 0)).toBe(0);
  // Idle ones don't count: somebody has to do it.
  expect(nextLength(pace(0.1), 2 * MIB, [{ ...fast, busySeconds: 0 }], 0)).toBeGreaterThan(0);
});

test('while nobody knows anything, all lanes get the same', () => {
  const unknown = { rate: null, busySeconds: 0 };
  expect(nextLength(initialPace(4), 4 * MIB, [unknown, unknown, unknown], 0)).toBe(MIB);
  expect(nextLength(initialPace(0), 10, [unknown], 0)).toBe(10);
});

test('lengths are whole numbers, whatever is divided', () => {
  const unknown = { rate: null, busySeconds: 0 };
  for (let left = 700_001; left < 9_000_000; left += 333_331) {
    expect(nextLength(initialPace(4), left, [unknown, unknown], 0) % 1).toBe(0);
    expect(nextLength(pace(1.7), left, [{ rate: 1e6 / 3, busySeconds: 0.1 }], 0.07) % 1).toBe(0);
  }
});
