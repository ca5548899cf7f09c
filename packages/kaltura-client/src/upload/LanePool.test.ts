import { expect, test } from 'vitest';
import { initialPace } from './chunkLength.ts';
import { LanePool, lanePoolOf, type Lane } from './LanePool.ts';

const signal = new AbortController().signal;
const done = (lane: Lane, arrivedBytes = 0): void => lane.release({ pace: lane.pace, arrivedBytes });

test('gives three lanes, the fourth when one is given back, in the order of asking', async () => {
  const pool = new LanePool({ now: () => 0 });
  const order: string[] = [];
  const [first] = await Promise.all([pool.acquire(signal), pool.acquire(signal), pool.acquire(signal)]);
  const waiting = ['a', 'b'].map((name) => pool.acquire(signal).then((lane) => [order.push(name), lane] as const));
  done(first);
  const [, a] = await waiting[0]!;
  expect(order).toEqual(['a']);
  done(a);
  await waiting[1];
  expect(order).toEqual(['a', 'b']);
});

test('hands on what a lane has learned', async () => {
  const pool = new LanePool({ lanes: 1 });
  const lane = await pool.acquire(signal);
  lane.release({ pace: { ...initialPace, length: 7 }, arrivedBytes: 0 });
  lane.release({ pace: { ...initialPace, length: 9 }, arrivedBytes: 0 });
  expect((await pool.acquire(signal)).pace.length).toBe(7);
});

test('an aborted caller leaves the queue and takes no lane', async () => {
  const pool = new LanePool({ lanes: 1 });
  const lane = await pool.acquire(signal);
  const controller = new AbortController();
  const given = pool.acquire(controller.signal);
  controller.abort(new DOMException('gone', 'AbortError'));
  await expect(given).rejects.toThrow('gone');
  await expect(pool.acquire(controller.signal)).rejects.toThrow('gone');
  done(lane);
  await expect(pool.acquire(signal)).resolves.toBeDefined();
});

/** A link whose summed rate depends on the number of lanes, chunks ending one after the other; answers the lanes seen. */
async function settle(rateOf: (lanes: number) => number, chunks: number): Promise<number[]> {
  let now = 0;
  const pool = new LanePool({ now: () => now });
  const busy: Lane[] = [];
  const asked = Array.from({ length: 12 }, async () => busy.push(await pool.acquire(signal)));
  await Promise.all(asked.slice(0, 3));
  const seen: number[] = [];
  for (let chunk = 0; chunk < chunks; chunk += 1) {
    const lanes = busy.length;
    now += 1000 / lanes;
    asked.push(pool.acquire(signal).then((lane) => busy.push(lane)));
    done(busy.shift()!, rateOf(lanes) / lanes);
    await Promise.resolve();
    await Promise.resolve();
    seen.push(pool.lanes);
  }
  return seen;
}

test('adds lanes while the summed rate rises, up to five', async () => {
  const seen = await settle((lanes) => lanes, 80);
  expect(seen[0]).toBe(3);
  expect(seen.at(-1)).toBe(5);
  expect(Math.max(...seen)).toBe(5);
});

test('takes a lane back that brings nothing', async () => {
  const seen = await settle(() => 10, 36);
  expect(seen).toContain(4);
  expect(seen.at(-1)).toBe(3);
});

test('one pool serves a host, another host has its own', () => {
  expect(lanePoolOf('a.example')).toBe(lanePoolOf('a.example'));
  expect(lanePoolOf('a.example')).not.toBe(lanePoolOf('b.example'));
});
