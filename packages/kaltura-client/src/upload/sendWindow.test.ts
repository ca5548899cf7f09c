import { expect, test } from 'vitest';
import { LanePool } from './LanePool.ts';
import { sendWindow, type Chunk, type SendChunk } from './sendWindow.ts';
import { simulateOneRequest, simulateUpload, sizedBlob } from './testing/simulateUpload.ts';
import type { HostOptions } from './testing/SimulatedHost.ts';
import { VirtualTime } from './testing/VirtualTime.ts';

const MIB = 1024 * 1024;

/** Some bytes more than asked, so that nothing depends on round numbers; packets in bunches, as on a busy machine. */
const circumstances = [
  { seed: 1, more: 77_777, stallMs: 0 },
  { seed: 2, more: 155_554, stallMs: 10 },
  { seed: 3, more: 233_331, stallMs: 20 },
];

async function compare(host: HostOptions, mib: number) {
  const rates: number[] = [];
  const again: number[] = [];
  for (const { more, ...noise } of circumstances) {
    const bytes = mib * MIB + more;
    const alone = await simulateOneRequest({ ...host, ...noise }, bytes);
    const upload = await simulateUpload({ ...host, ...noise }, bytes);
    rates.push(alone / upload.seconds);
    again.push(upload.sentBytes / bytes - 1);
  }
  const middle = (values: number[]): number => values.sort((one, other) => one - other)[1]!;
  return { rate: middle(rates), again: middle(again) };
}

test.each<[string, HostOptions, number, number]>([
  ['100 Mbit/s, 80 ms', { mbit: 100, rttMs: 80 }, 128, 0.96],
  ['100 Mbit/s, 200 ms', { mbit: 100, rttMs: 200 }, 128, 0.88],
  ['500 Mbit/s, 80 ms', { mbit: 500, rttMs: 80 }, 256, 1.3],
  ['500 Mbit/s, 200 ms', { mbit: 500, rttMs: 200 }, 256, 2],
  ['0.5 % of the packets lost', { mbit: 100, rttMs: 80, loss: 0.5 }, 16, 4.6],
  ['half a second for each answer', { mbit: 100, rttMs: 80, latencyMs: 500 }, 128, 0.78],
  ['a slow line', { mbit: 5, rttMs: 60 }, 8, 0.95],
  ['a satellite', { mbit: 20, rttMs: 600 }, 32, 0.72],
  ['a router that holds nothing back', { mbit: 20, rttMs: 40, queueMs: 5 }, 32, 1],
  ['a router that holds back for two seconds', { mbit: 20, rttMs: 40, queueMs: 2000 }, 32, 0.97],
  ['a gigabit next door', { mbit: 1000, rttMs: 10 }, 512, 0.95],
])('%s: so fast compared with one request of all bytes', async (_link, host, mib, atLeast) => {
  const { rate, again } = await compare(host, mib);
  expect(rate).toBeGreaterThanOrEqual(atLeast);
  expect(again).toBeLessThan(0.2);
});

/** An upload over lanes that have a rate of their own each; `fate` may say how long one chunk takes instead. */
async function upload(bytes: number, fate: (chunk: Chunk, copy: number) => number | null, lanes = 5) {
  const time = new VirtualTime();
  const pool = new LanePool({ now: () => time.now(), lanes });
  const sent: Chunk[] = [];
  const abandoned: number[] = [];
  const arrived = { contiguous: 0, all: 0 };
  const send: SendChunk = async (chunk, { signal }) => {
    const copy = sent.filter(({ at }) => at === chunk.at).length;
    sent.push(chunk);
    const seconds = fate(chunk, copy) ?? 0.1 + chunk.bytes.size / (2 * MIB);
    signal.addEventListener('abort', () => abandoned.push(chunk.at), { once: true });
    await time.sleep(seconds * 1000, signal);
    return { bytes: chunk.bytes.size, seconds, pause: 0.1 };
  };
  const milliseconds = await time.pass(
    sendWindow({
      rest: sizedBlob(bytes),
      offset: 0,
      size: bytes,
      begun: false,
      heldBytes: 0,
      send,
      pool,
      clock: time,
      onArrived: (contiguous, all) => Object.assign(arrived, { contiguous, all }),
      signal: new AbortController().signal,
    }),
  );
  return { seconds: milliseconds / 1000, sent, abandoned, arrived, pool };
}

test('goes on when its last chunk before the final one gives it the only lane that is free', async () => {
  const { sent, arrived } = await upload(100 * MIB, () => null, 1);
  expect(sent.at(-1)).toMatchObject({ final: true });
  expect(arrived).toEqual({ contiguous: 100 * MIB, all: 100 * MIB });
});

test('while all is well, nothing is sent twice', async () => {
  const { sent, arrived } = await upload(100 * MIB, () => null);
  expect(new Set(sent.map(({ at }) => at)).size).toBe(sent.length);
  expect(arrived).toEqual({ contiguous: 100 * MIB, all: 100 * MIB });
});

test.each([10 * MIB, 60 * MIB, 95 * MIB])(
  'a chunk at %i whose connection stands still is sent again',
  async (place) => {
    const stuck: number[] = [];
    const { seconds, sent, arrived, abandoned } = await upload(100 * MIB, ({ at, final }) => {
      if (at < place || final || stuck.length > 0) return null;
      stuck.push(at);
      return 600;
    });
    expect(seconds).toBeLessThan(16);
    expect(sent.filter(({ at }) => at === stuck[0])).toHaveLength(2);
    expect(abandoned).toContain(stuck[0]);
    expect(arrived).toEqual({ contiguous: 100 * MIB, all: 100 * MIB });
  },
);

test('the final chunk leaves when everything else has arrived', async () => {
  const { sent } = await upload(30 * MIB, ({ at }, copy) => (at > 20 * MIB && copy === 0 ? 9 : null));
  expect(sent.findIndex(({ final }) => final)).toBe(sent.length - 1);
  expect(sent[0]).toMatchObject({ at: 0, resume: false });
});

test('a failure that nothing mends stops everything and gives all lanes back', async () => {
  const time = new VirtualTime();
  const pool = new LanePool({ now: () => time.now() });
  let sent = 0;
  const window = sendWindow({
    rest: sizedBlob(50 * MIB),
    offset: 0,
    size: 50 * MIB,
    begun: false,
    heldBytes: 0,
    pool,
    clock: time,
    onArrived: () => {},
    signal: new AbortController().signal,
    send: async (chunk, { signal }) => {
      sent += 1;
      if (sent === 9) throw new Error('refused');
      await time.sleep(1000 + chunk.bytes.size / 1000, signal);
      return { bytes: chunk.bytes.size, seconds: 1, pause: 0.1 };
    },
  });
  await expect(time.pass(window)).rejects.toThrow('refused');
  expect(pool.idle).toHaveLength(5);
  expect(sent).toBe(9);
});
