import { expect, test } from 'vitest';
import { createTransferPace, secondsLeft } from './transferPace.ts';

test('says nothing in the first second, then the mean, then follows slowly', () => {
  let now = 0;
  const pace = createTransferPace(() => now);
  now = 500;
  expect(pace.arrived(500)).toBeNull();
  now = 1000;
  expect(pace.arrived(500)).toBe(1000);
  now = 2000;
  const after = pace.arrived(11_000)!;
  expect(after).toBeGreaterThan(2500);
  expect(after).toBeLessThan(3500);
});

test('a pause does not count as slowness', () => {
  let now = 0;
  const pace = createTransferPace(() => now);
  now = 1000;
  pace.arrived(1000);
  now = 60_000;
  pace.reset();
  now = 61_000;
  expect(pace.arrived(1000)).toBe(1000);
});

test('time left is unknown without a rate', () => {
  expect(secondsLeft(1000, 100)).toBe(10);
  expect(secondsLeft(1000, null)).toBeNull();
  expect(secondsLeft(1000, 0)).toBeNull();
});
