import { film } from '../../packages/kaltura-client/src/upload/testing/sampleFilm.ts';
import { createDrive, type Interruption } from './drive.ts';
import { refuses, resetAfter, resetBefore } from './strikes.ts';
import { tiny } from './tiny.ts';
import { judge, type Verdict } from './verdict.ts';
import { createWorld, type Link, type World } from './world.ts';

const MIB = 1024 * 1024;

/** One upload whose link is cut at random bytes. */
export interface CutPlan extends Verdict {
  seed: number;
  size: number;
  cuts: number;
  retries: number;
  /** Bytes of chunks that were sent more than once. */
  resentBytes: number;
}

/** The same seed makes the same plan. */
export async function runCutPlan(seed: number): Promise<CutPlan> {
  const random = createRandom(seed);
  const size = sizeOf(random);
  const file = size < 4096 ? tiny(size) : film(size, { seed });
  const world = createWorld({ seed, indexLag: random() < 0.3 ? 60 : 0 });
  const drive = createDrive(world);
  await world.client.session.get();
  const count = 1 + Math.floor(random() * 6);
  const link = cutLink(
    Array.from({ length: count }, () => Math.floor(random() * size)).toSorted((a, b) => a - b),
    () => {
      const what = interruptionOf(random());
      if (what !== null) void drive.interrupt(what);
    },
    random,
  );
  world.link.current = link;
  troubleTheRest(world, random);
  const told = { seed, size };
  try {
    const { retries } = await drive.run(file);
    const resentBytes = Math.max(0, world.sent.bytes - size);
    return { ...told, cuts: link.happened(), retries, resentBytes, ...(await judge(world, file, 'entry')) };
  } catch (error) {
    const broken = [error instanceof Error ? error.message : String(error)];
    const none = { wrongHashes: 0, duplicateEntries: 0, leftoverTokens: 0 };
    return { ...told, cuts: link.happened(), retries: 0, resentBytes: 0, broken, ...none };
  }
}

export interface CutSummary {
  cuts: number;
  retriesByHand: number;
  medianResentBytes: number;
  /** Of files of 2 MiB and more, which consist of many chunks: per cut of the link. */
  large: { plans: number; medianResentBytesPerCut: number; p95ResentBytesPerCut: number };
}

export function summarise(plans: readonly CutPlan[]): CutSummary {
  const large = plans.filter(({ size }) => size >= 2 * MIB);
  const perCut = large.map(({ resentBytes, cuts }) => resentBytes / Math.max(1, cuts));
  return {
    cuts: plans.reduce((sum, { cuts }) => sum + cuts, 0),
    retriesByHand: plans.filter(({ retries }) => retries > 0).length,
    medianResentBytes: quantile(
      plans.map(({ resentBytes }) => resentBytes),
      0.5,
    ),
    large: {
      plans: large.length,
      medianResentBytesPerCut: quantile(perCut, 0.5),
      p95ResentBytesPerCut: quantile(perCut, 0.95),
    },
  };
}

function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return Math.round(sorted[Math.floor(part * (sorted.length - 1))] ?? 0);
}

/** From 1 B to 10 MiB, small ones as often as large ones. */
function sizeOf(random: () => number): number {
  return random() < 0.1 ? 1 + Math.floor(random() * 4000) : Math.floor(4096 * ((10 * MIB) / 4096) ** random());
}

function interruptionOf(chance: number): Interruption | null {
  if (chance < 0.15) return 'reload';
  return chance < 0.25 ? 'pause' : null;
}

/** A link that breaks as soon as so many bytes have gone through: with it every chunk that is on its way. */
function cutLink(cuts: number[], onCut: () => void, random: () => number): Link & { happened: () => number } {
  let position = 0;
  let broken = 0;
  let era = 0;
  return {
    happened: () => broken,
    send(size) {
      const cut = cuts[0];
      const mine = era;
      if (cut === undefined || position + size <= cut) {
        position += size;
        return { bytes: size, arrives: true, isAnswered: () => mine === era };
      }
      const bytes = Math.max(0, cut - position);
      cuts.shift();
      broken += 1;
      era += 1;
      position += bytes;
      onCut();
      // The last bytes may have got through while the answer did not.
      return random() < 0.3
        ? { bytes: size, arrives: true, isAnswered: () => false }
        : { bytes, arrives: false, isAnswered: () => false };
    },
  };
}

/** Calls without bytes break as well, now and then. */
function troubleTheRest(world: World, random: () => number): void {
  for (const step of ['token', 'add', 'addContent'] as const) {
    if (random() < 0.25) world.at(step, 1, random() < 0.5 ? resetBefore : resetAfter);
  }
  if (random() < 0.2) {
    world.at(
      'chunk',
      1 + Math.floor(random() * 4),
      refuses('INVALID_KS', { args: { KSID: 'EXPIRED', ERR_CODE: '-1' } }),
    );
  }
}

/** Mulberry32: small, and the same everywhere. */
function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
