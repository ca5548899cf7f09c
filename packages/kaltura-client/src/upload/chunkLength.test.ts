import { expect, test } from 'vitest';
import { initialPace, learnPace, nextLength, slowDown } from './chunkLength.ts';

const MIB = 1024 * 1024;

test('grows to about a second of the lane’s rate, at most doubling', () => {
  let pace = initialPace;
  const lengths: number[] = [];
  for (let i = 0; i < 6; i += 1) {
    pace = learnPace(pace, { bytes: pace.length, seconds: pace.length / (10 * MIB), pause: 0.02 });
    lengths.push(pace.length / MIB);
  }
  expect(lengths).toEqual([4, 8, 10, 10, 10, 10]);
});

test('shrinks on a slow lane, but never below half a mebibyte', () => {
  const slow = learnPace(initialPace, { bytes: 2 * MIB, seconds: 40, pause: 0.05 });
  expect(nextLength(slow, 100 * MIB, 3)).toBe(MIB / 2);
});

test('is longer where the server takes long after each chunk', () => {
  const pace = learnPace({ ...initialPace, length: 64 * MIB }, { bytes: 10 * MIB, seconds: 1, pause: 0.5 });
  expect(pace.length).toBe(25 * MIB);
  expect(pace.floor).toBe(10 * MIB);
});

test('shares what is left among the lanes, so that they end together', () => {
  expect(nextLength({ length: 8 * MIB, floor: MIB / 2, pause: 0.1 }, 6 * MIB, 3)).toBe(2 * MIB);
  expect(nextLength(initialPace, 10, 3)).toBe(10);
});

test('is smaller after a failure', () => {
  expect(slowDown({ length: 8 * MIB, floor: 4 * MIB, pause: 0.1 })).toEqual({
    length: 4 * MIB,
    floor: MIB / 2,
    pause: 0.1,
  });
});
