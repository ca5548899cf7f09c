import { expect, it } from 'vitest';
import { createClock } from './createClock.ts';

it('stands still until somebody advances it', async () => {
  const clock = createClock({ startAt: 1000, frozen: true });
  expect(clock.now()).toBe(1000);
  await clock.advance(5);
  expect(clock.now()).toBe(1005);
});

it('runs what is due in the order of time, each at its own moment', async () => {
  const clock = createClock({ startAt: 1000, frozen: true });
  const log: string[] = [];
  clock.schedule(20, () => void log.push(`late at ${clock.now()}`));
  clock.schedule(10, () => {
    log.push(`early at ${clock.now()}`);
    clock.schedule(5, () => void log.push(`follow-up at ${clock.now()}`));
  });
  const cancel = clock.schedule(12, () => void log.push('never'));
  cancel();
  await clock.advance(30);
  expect(log).toEqual(['early at 1010', 'follow-up at 1015', 'late at 1020']);
  expect(clock.now()).toBe(1030);
});

it('runs nothing before its time', async () => {
  const clock = createClock({ frozen: true });
  let ran = false;
  clock.schedule(10, () => {
    ran = true;
  });
  await clock.advance(9);
  await clock.settle();
  expect(ran).toBe(false);
});

it('waits for a condition, at most as long as it was told', async () => {
  const clock = createClock({ frozen: true });
  let isThere = false;
  const waiting = clock.waitUntil(() => isThere, 45);
  await clock.advance(44);
  isThere = true;
  clock.notify();
  expect(await waiting).toBe(true);
  const inVain = clock.waitUntil(() => false, 1);
  await clock.advance(1);
  expect(await inVain).toBe(false);
});

it('runs with the wall clock when nothing else was said', () => {
  expect(Math.abs(createClock().now() - Date.now() / 1000)).toBeLessThan(2);
});
