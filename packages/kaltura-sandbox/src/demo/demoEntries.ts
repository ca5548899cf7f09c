import type { SandboxEntryInit } from '../media/addEntry.ts';
import { createRandom } from '../random.ts';
import { oddities } from './oddities.ts';
import type { Person } from './people.ts';
import { pictures } from './subjects/pictures.ts';
import { sounds } from './subjects/sounds.ts';
import { spheres } from './subjects/spheres.ts';
import type { Subject } from './subjects/Subject.ts';
import { videos } from './subjects/videos.ts';

/** An entry of the demo library, its file by name. */
export interface DemoEntry extends Omit<SandboxEntryInit, 'contentId' | 'mediaType'> {
  asset?: string | undefined;
  mediaType?: number | undefined;
  createdAt: number;
}

/**
 * So many entries, the newest first: every subject under its own titles, then as parts of series, the odd ones in between.
 * The same for the same seed, people and `now` (unix seconds).
 */
export function demoEntries(count: number, people: readonly Person[], now: number, seed: number): DemoEntry[] {
  const random = createRandom(seed);
  const owner = pickerOf(people, random);
  const strange = oddities.slice(0, count).map(({ daysAgo, ...oddity }): DemoEntry => ({
    ...oddity,
    userId: owner(),
    createdAt: Math.round(now - daysAgo * day),
  }));
  const usual = Array.from({ length: count - strange.length }, (_, index): DemoEntry => {
    const { subject, title, isSpherical } = nth(index, seed);
    const plays = Math.floor(random() ** 4 * 2_400);
    // Much of late, less the further back.
    const age = (index + random()) / Math.max(1, count - strange.length);
    return {
      asset: subject.asset,
      name: title,
      description: random() < 0.75 ? subject.description : '',
      tags: isSpherical ? `360, ${subject.tags}` : subject.tags,
      userId: owner(),
      createdAt: Math.round(now - (0.1 + age ** 1.6 * 540) * day),
      plays,
      views: Math.floor(plays * (1.2 + random())),
    };
  });
  return [...strange, ...usual].sort((a, b) => b.createdAt - a.createdAt);
}

const flats: readonly Subject[] = [...videos, ...pictures, ...sounds];

const day = 86_400;

/** Walks through all subjects, every fourth a spherical one, with another title in every round. */
function nth(index: number, seed: number): { subject: Subject; title: string; isSpherical: boolean } {
  const isSpherical = index % 4 === 1;
  const subjects = isSpherical ? spheres : flats;
  const position = isSpherical ? Math.floor(index / 4) : index - Math.floor((index + 2) / 4);
  const step = strideFor(subjects.length);
  const subject = subjects[(position * step + seed * 5) % subjects.length];
  if (!subject) throw new Error('The demo has no subjects');
  const round = Math.floor(position / subjects.length);
  const base = subject.titles[(round + seed) % subject.titles.length] ?? subject.asset;
  return { subject, title: titleOf(base, Math.floor(round / subject.titles.length)), isSpherical };
}

/** A step that visits all of them before it comes back, and looks like no order. */
function strideFor(length: number): number {
  const candidates = [37, 23, 13, 11, 7, 5, 3];
  return candidates.find((step) => step < length && length % step !== 0 && commonDivisor(step, length) === 1) ?? 1;
}

function commonDivisor(a: number, b: number): number {
  return b === 0 ? a : commonDivisor(b, a % b);
}

function titleOf(base: string, repeat: number): string {
  return `${base}${endings[repeat] ?? `, recording ${repeat + 1}`}`;
}

const endings: readonly string[] = [
  '',
  ' – part 2',
  ' (final cut)',
  ' – rehearsal',
  ' (short version)',
  ' – part 3',
  ' – questions and answers',
];

function pickerOf(people: readonly Person[], random: () => number): () => string {
  const everyShare = people.flatMap(({ id, share }) => Array.from({ length: share }, () => id));
  return () => everyShare[Math.floor(random() * everyShare.length)] ?? '';
}
