import { expect, test } from 'vitest';
import { LanePool, lanePoolOf } from './LanePool.ts';

const MIB = 1024 * 1024;
const signal = new AbortController().signal;
const arrived = (seconds: number, pause = 0.1) => ({ bytes: MIB, seconds, pause });

test('gives five lanes, the sixth when one is given back, in the order of asking', async () => {
  const pool = new LanePool();
  const order: string[] = [];
  const [first] = await Promise.all(Array.from({ length: 5 }, () => pool.acquire(signal)));
  const waiting = ['a', 'b'].map((name) => pool.acquire(signal).then((lane) => [order.push(name), lane] as const));
  first!.release('unused');
  const [, a] = await waiting[0]!;
  expect(order).toEqual(['a']);
  a.release('unused');
  await waiting[1];
  expect(order).toEqual(['a', 'b']);
});

test('hands on what a lane has learned, the fastest first; a second release says nothing', async () => {
  const pool = new LanePool({ lanes: 2 });
  const [slow, fast] = await Promise.all([pool.acquire(signal), pool.acquire(signal)]);
  slow.release(arrived(4));
  fast.release(arrived(1));
  fast.release(arrived(9));
  expect(pool.idle.map(({ rate }) => rate)).toEqual([MIB, MIB / 4]);
  expect((await pool.acquire(signal)).pace.rate).toBe(MIB);
});

test('knows the least pause, whatever else was on the way', async () => {
  const pool = new LanePool({ lanes: 1 });
  expect(pool.pause).toBe(0);
  for (const pause of [0.3, 0, 0.08, 0.5]) (await pool.acquire(signal)).release(arrived(1, pause));
  expect(pool.pause).toBe(0.08);
  for (let i = 0; i < 40; i += 1) (await pool.acquire(signal)).release(arrived(1, 0.2));
  expect(pool.pause).toBe(0.2);
});

test('a lane whose connection is gone knows nothing', async () => {
  const pool = new LanePool({ lanes: 1 });
  for (const use of ['failed', 'abandoned'] as const) {
    (await pool.acquire(signal)).release(arrived(1));
    const lane = await pool.acquire(signal);
    expect(lane.pace.rate).toBe(MIB);
    lane.release(use);
    expect(pool.idle).toMatchObject([{ rate: null }]);
  }
});

test('an aborted caller leaves the queue and takes no lane', async () => {
  const pool = new LanePool({ lanes: 1 });
  const lane = await pool.acquire(signal);
  const controller = new AbortController();
  const given = pool.acquire(controller.signal);
  controller.abort(new DOMException('gone', 'AbortError'));
  await expect(given).rejects.toThrow('gone');
  await expect(pool.acquire(controller.signal)).rejects.toThrow('gone');
  lane.release('unused');
  await expect(pool.acquire(signal)).resolves.toBeDefined();
});

test('one pool serves a host, another host has its own', () => {
  expect(lanePoolOf('a.example')).toBe(lanePoolOf('a.example'));
  expect(lanePoolOf('a.example')).not.toBe(lanePoolOf('b.example'));
});
