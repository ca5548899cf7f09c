import { expect, test } from 'vitest';
import { createTransferPace } from './transferPace.ts';

const MIB = 1024 * 1024;

/** A pace whose time passes by hand; `left` bytes are to come at first. */
function startPace(left: number) {
  const world = { now: 0, left };
  const pace = createTransferPace(() => world.now);
  const arrive = (bytes: number, afterMs: number) => {
    world.now += afterMs;
    world.left -= bytes;
    return pace.arrived(bytes, world.left);
  };
  return { pace, arrive };
}

test('says nothing in the first second, then the mean of it', () => {
  const { arrive } = startPace(100 * MIB);
  expect(arrive(MIB, 400)).toEqual({ bytesPerSecond: null, secondsLeft: null });
  expect(arrive(3 * MIB, 600)).toEqual({ bytesPerSecond: 4 * MIB, secondsLeft: 24 });
});

test('a single slow chunk moves speed and forecast a little, a lasting change wholly', () => {
  const { arrive } = startPace(1000 * MIB);
  for (let second = 0; second < 20; second += 1) arrive(10 * MIB, 1000);
  const steady = arrive(10 * MIB, 1000);
  expect(steady.bytesPerSecond).toBeCloseTo(10 * MIB, 0);
  expect(steady.secondsLeft).toBeCloseTo(79, 0);
  const slow = arrive(MIB, 1000);
  expect(slow.bytesPerSecond).toBeGreaterThan(8 * MIB);
  expect(slow.secondsLeft).toBeLessThan(86);
  let last = slow;
  for (let second = 0; second < 60; second += 1) last = arrive(MIB, 1000);
  expect(last.bytesPerSecond).toBeCloseTo(MIB, -5);
  expect(last.secondsLeft).toBeGreaterThan(600);
});

test('a slow beginning is soon forgotten: speed and forecast tell the same story', () => {
  const { arrive } = startPace(10 * MIB);
  arrive(12 * 1024, 1000);
  let last = arrive(2 * MIB, 4000);
  last = arrive(2 * MIB, 4000);
  last = arrive(2 * MIB, 4000);
  expect(last.bytesPerSecond).toBeGreaterThan(0.4 * MIB);
  expect(last.secondsLeft).toBeLessThan(12);
});

test('the forecast counts down while the speed stays', () => {
  const { arrive } = startPace(60 * MIB);
  const told = Array.from({ length: 50 }, () => arrive(MIB, 1000).secondsLeft);
  expect(told.slice(1)).toEqual(told.slice(0, -1).map((seconds) => expect.closeTo(seconds! - 1, 5) as number));
});

test('a pause does not count as slowness', () => {
  const { pace, arrive } = startPace(100 * MIB);
  arrive(4 * MIB, 1000);
  arrive(0, 60_000);
  pace.reset();
  expect(arrive(4 * MIB, 500)).toEqual({ bytesPerSecond: null, secondsLeft: null });
  expect(arrive(0, 500).bytesPerSecond).toBe(4 * MIB);
});
