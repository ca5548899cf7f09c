import { expect, test } from 'vitest';
import { repeatableAt, secondsToGo, toRepeat, type Flight } from './Flight.ts';

const flight = (bytes: number, more: Partial<Flight> = {}): Flight => ({
  at: 0,
  bytes: { size: bytes } as Blob,
  since: 0,
  rate: 1000,
  over: new AbortController(),
  copies: 1,
  ...more,
});

test('what is late is expected the later, the later it is', () => {
  expect(secondsToGo(flight(3000), 1000, 1000)).toBe(2);
  expect(secondsToGo(flight(3000), 1000, 4000)).toBe(1);
  expect(secondsToGo(flight(3000), 1000, 9000)).toBe(6);
});

test('a lane of which nothing is known is expected to be like others', () => {
  const unknown = flight(3000, { rate: null });
  expect(secondsToGo(unknown, 3000, 500)).toBe(0.5);
  expect(toRepeat([unknown], 3000, 0, 1900)).toBeNull();
  expect(toRepeat([unknown], 3000, 0, 2100)).toBe(unknown);
});

test('a free lane repeats what it would bring sooner, the worst first', () => {
  const slow = flight(3000);
  const slower = flight(9000);
  expect(toRepeat([slow, slower], 2000, 0, 1000)).toBe(slower);
  expect(toRepeat([slow], 2000, 0, 1000)).toBe(slow);
  expect(toRepeat([slow], 1000, 0, 1000)).toBeNull();
});

test('what began just now, or was repeated already, is left alone', () => {
  expect(toRepeat([flight(9000)], 9000, 0, 400)).toBeNull();
  expect(toRepeat([flight(9000, { copies: 2 })], 9000, 0, 5000)).toBeNull();
});

test('before everything is under way, only what is very late and would come last is repeated', () => {
  const stuck = flight(1000);
  expect(toRepeat([stuck], 1000, 3, 1900)).toBeNull();
  expect(toRepeat([stuck], 1000, 3, 3900)).toBeNull();
  expect(toRepeat([stuck], 1000, 3, 4100)).toBe(stuck);
  const merelySlow = flight(9000);
  expect(toRepeat([merelySlow], 9000, 3, 1000)).toBeNull();
});

test('knows when to look again', () => {
  const now = repeatableAt([flight(1000), flight(3000)], 2000);
  expect(now).toBe(1500);
  expect(toRepeat([flight(1000)], 2000, 0, now - 1)).toBeNull();
  expect(toRepeat([flight(1000)], 2000, 0, now + 1)).not.toBeNull();
  expect(repeatableAt([flight(1000, { copies: 2 })], 2000)).toBe(Number.POSITIVE_INFINITY);
});
