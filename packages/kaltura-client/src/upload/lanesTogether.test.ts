import { expect, test } from 'vitest';
import { secondsTogether, typicalRate } from './lanesTogether.ts';

test('lanes that end together', () => {
  expect(secondsTogether(10, [{ rate: 5, busySeconds: 0 }])).toBe(2);
  expect(
    secondsTogether(
      10,
      [5, 5].map((rate) => ({ rate, busySeconds: 0 })),
    ),
  ).toBe(1);
  // One does 5 in its second alone, then both share the other 10.
  expect(
    secondsTogether(15, [
      { rate: 5, busySeconds: 1 },
      { rate: 5, busySeconds: 0 },
    ]),
  ).toBe(2);
});

test('a lane that is free too late takes no part', () => {
  expect(
    secondsTogether(10, [
      { rate: 100, busySeconds: 2 },
      { rate: 5, busySeconds: 0 },
    ]),
  ).toBe(2);
  expect(secondsTogether(1, [])).toBe(Number.POSITIVE_INFINITY);
});

test('the typical rate is that of the lanes that have one', () => {
  const lanes = [2, null, 4].map((rate) => ({ rate }));
  expect(typicalRate(lanes)).toBe(3);
  expect(typicalRate([{ rate: null }])).toBeNull();
});
