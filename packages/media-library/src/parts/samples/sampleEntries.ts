import type { LibraryEntry, LibraryMediaType } from '../LibraryEntry.ts';
import { samplePicture } from './samplePicture.ts';

/** A plausible library of any size for stories and benches, the same one every time. */
export function sampleEntries(count: number): LibraryEntry[] {
  return Array.from({ length: count }, (_, index) => sampleEntry(index));
}

/** One ready, flat video with a picture, with what a story wants otherwise. */
export function oneEntry(change: Partial<LibraryEntry> = {}): LibraryEntry {
  return {
    id: '1_harbour',
    name: 'Harbour walk at dawn',
    mediaType: 'video',
    spherical: false,
    status: 'ready',
    durationMs: 754_000,
    thumbnailUrl: samplePicture(3),
    ownerName: 'chiara@atelier-nord.example',
    createdAt: 1_795_000_000,
    plays: 1284,
    ...change,
  };
}

function sampleEntry(index: number): LibraryEntry {
  const title = pick(titles, index * 7);
  const place = pick(places, index * 11 + Math.floor(index / titles.length));
  const mediaType: LibraryMediaType = index % 9 === 4 ? 'audio' : index % 4 === 2 ? 'image' : 'video';
  const spherical = mediaType !== 'audio' && index % 5 === 1;
  const status = index % 23 === 7 ? 'processing' : index % 41 === 12 ? 'failed' : 'ready';
  return {
    id: `1_${index.toString(36).padStart(8, '0')}`,
    name: `${title}, ${place}`,
    mediaType,
    spherical,
    status,
    durationMs: mediaType === 'image' || status !== 'ready' ? null : 9_000 + ((index * 37_700) % 4_200_000),
    thumbnailUrl: mediaType === 'audio' || status !== 'ready' ? null : samplePicture(index),
    ownerName: pick(owners, index * 3),
    createdAt: 1_795_000_000 - index * 67_000,
    plays: mediaType === 'image' ? null : (index * 613) % 2900,
  };
}

const titles = [
  'Interview',
  'Site visit',
  'Panorama',
  'Lecture 4',
  'Rooftop',
  'Workshop walkthrough',
  'Night recording',
  'Exhibition tour',
  'Field notes',
  'Rehearsal',
  'Opening speech',
  'Drone flight',
  'Studio session',
];
const places = [
  'Bergen',
  'Zürich',
  'old harbour',
  'hall 3',
  'Lyon',
  'glass house',
  'north bank',
  'library',
  'Turin',
  'pier 9',
  'atrium',
];
const owners = ['chiara@atelier-nord.example', 'bruno@atelier-nord.example', 'ada@atelier-nord.example'];

function pick<TValue>(values: readonly TValue[], index: number): TValue {
  return values[index % values.length] as TValue;
}
