import { type Entry, numberProperty } from './Entry.ts';
import { ownValue } from '../ownValue.ts';

/**
 * Puts entries in the order of `orderBy`; equal ones keep the order of their making, in both directions. An unknown
 * `orderBy` orders nothing. Answers null then, because Kaltura sorts such a page anew, see `pageOf`.
 */
export function orderEntries(
  entries: readonly Entry[],
  orderBy: string,
  weigh: (entry: Entry) => number,
  now: number,
): Entry[] | null {
  if (orderBy === 'recent') return orderEntries(entries, '-recent', weigh, now);
  const [, sign = '', name = ''] = /^([+-])(\w+)$/u.exec(orderBy) ?? [];
  const key = name === 'weight' ? weigh : ownValue(keys, name);
  if (!key) return null;
  const direction = sign === '-' ? -1 : 1;
  const available = orderBy === '-recent' ? entries.filter((entry) => availableFrom(entry) <= now) : entries;
  return available
    .map((entry) => ({ entry, key: key(entry) }))
    .sort((a, b) => compare(a.key, b.key) * direction || a.entry.sequence - b.entry.sequence)
    .map(({ entry }) => entry);
}

type Key = string | number;

function compare(a: Key, b: Key): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function availableFrom(entry: Entry): number {
  return numberProperty(entry, 'startDate') ?? entry.createdAt;
}

const keys: Readonly<Record<string, (entry: Entry) => Key>> = {
  name: (entry) => entry.name.toLowerCase(),
  createdAt: (entry) => entry.createdAt,
  updatedAt: (entry) => entry.updatedAt,
  mediaType: (entry) => entry.mediaType,
  plays: (entry) => entry.plays,
  views: (entry) => entry.views,
  duration: (entry) => entry.durationMs,
  lastPlayedAt: (entry) => entry.lastPlayedAt ?? 0,
  startDate: (entry) => numberProperty(entry, 'startDate') ?? 0,
  endDate: (entry) => numberProperty(entry, 'endDate') ?? 0,
  partnerSortValue: (entry) => numberProperty(entry, 'partnerSortValue') ?? 0,
  recent: availableFrom,
  moderationCount: () => 0,
  rank: () => 0,
  totalRank: () => 0,
};
