import { describe, expect, it } from 'vitest';
import { type Entry, type EntryStatus, indexEntry } from './Entry.ts';
import type { EntryFilter } from './entryFilter.ts';
import { countEntries, listEntries } from './listEntries.ts';
import { type EntryPager, MatchWindowError } from './pageEntries.ts';

const now = 1_800_000_000;

function entry(sequence: number, given: Partial<Entry> & { status?: EntryStatus } = {}): Entry {
  return {
    id: `0_${String(1_000_000 - sequence)}`,
    partnerId: 102,
    sequence,
    mediaType: 2,
    createdAt: now - 100 + sequence,
    updatedAt: now - 100 + sequence,
    name: `Entry ${sequence}`,
    description: '',
    tags: '',
    adminTags: null,
    userId: 'bob',
    creatorId: 'bob',
    status: 2,
    moderationStatus: 6,
    displayInSearch: 1,
    sourceType: '1',
    dataVersion: 100012,
    thumbnailVersion: 100012,
    conversionProfileId: null,
    durationMs: 0,
    width: null,
    height: null,
    plays: 0,
    views: 0,
    lastPlayedAt: null,
    properties: {},
    contexts: [],
    accessControl: 'open',
    contentId: null,
    ...given,
  };
}

const library = [
  entry(1, { name: 'Pano', tags: '360', plays: 3 }),
  entry(2, { name: 'Beach', tags: '360, beach', userId: 'alice', durationMs: 6400, mediaType: 1, plays: 9 }),
  entry(3, { name: 'Draft', status: 7, properties: { referenceId: 'ref-3', partnerData: 'x' } }),
  entry(4, { name: 'Gone', status: 3 }),
  entry(5, { name: 'Refused', moderationStatus: 3 }),
  entry(6, { name: 'Hidden', displayInSearch: -1 }),
  entry(7, { name: 'Zoo', createdAt: now + 1, plays: 3 }),
];

interface Listed {
  pager?: EntryPager;
  entries?: readonly Entry[];
  onlyOf?: string | null;
}

function listed(filter: EntryFilter, { pager = {}, entries = library, onlyOf = null }: Listed = {}) {
  const { objects } = listEntries(listing(filter, entries, onlyOf), pager);
  return objects.map(({ name }) => name);
}

function listing(filter: EntryFilter, entries: readonly Entry[], onlyOf: string | null) {
  return {
    entries,
    filter,
    isListed: (entry: Entry) => onlyOf === null || entry.userId === onlyOf.toLowerCase(),
    isEntitled: () => true,
    now,
    words: (entry: Entry) => indexEntry(entry, ''),
    flavorParamsIds: () => [],
    isSameUser: (a: string, b: string) => a.toLowerCase() === b.toLowerCase(),
  };
}

describe('listEntries', () => {
  it('shows what is ready, not refused and not hidden, sorted by id', () => {
    expect(listed({})).toEqual(['Zoo', 'Beach', 'Pano']);
  });

  it('shows other statuses to whom asks for them, deleted ones too', () => {
    expect(listed({ statusIn: '7' })).toEqual(['Draft']);
    expect(listed({ statusEqual: 3 })).toEqual(['Gone']);
    expect(listed({ statusNotIn: '2' })).toEqual(['Gone', 'Draft']);
    expect(listed({ statusIn: 'foo' })).toEqual([]);
    expect(listed({ idEqual: '0_999997' })).toEqual(['Draft']);
    expect(listed({ idEqual: '0_999996' })).toEqual([]);
    expect(listed({ idIn: '0_999997,0_999999' })).toEqual(['Pano']);
  });

  it('keeps to the own entries unless the filter names entries', () => {
    expect(listed({}, { onlyOf: 'Alice' })).toEqual(['Beach']);
    expect(listed({ idIn: '0_999999' }, { onlyOf: 'alice' })).toEqual(['Pano']);
    expect(listed({ userIdEqual: 'bob' }, { onlyOf: 'alice' })).toEqual([]);
  });

  it('compares numbers, times, owners and references', () => {
    expect(listed({ mediaTypeIn: '1,5' })).toEqual(['Beach']);
    expect(listed({ createdAtGreaterThanOrEqual: now })).toEqual(['Zoo']);
    expect(listed({ createdAtLessThanOrEqual: now - 99 })).toEqual(['Pano']);
    expect(listed({ durationGreaterThan: 5 })).toEqual(['Beach']);
    expect(listed({ durationLessThanOrEqual: 5 })).toEqual(['Zoo', 'Pano']);
    expect(listed({ durationTypeMatchOr: 'short,long' })).toEqual(['Beach']);
    expect(listed({ userIdNotIn: 'alice' })).toEqual(['Zoo', 'Pano']);
    expect(listed({ referenceIdEqual: 'ref-3', statusIn: '7' })).toEqual(['Draft']);
  });

  it('ignores fields that do not exist', () => {
    expect(listed({ partnerDataEqual: 'y', mediaTypeNotIn: '1', bogus: 'x' })).toEqual(['Zoo', 'Beach', 'Pano']);
  });

  it('orders both ways and keeps equal entries in the order of their making', () => {
    expect(listed({ orderBy: '+name' })).toEqual(['Beach', 'Pano', 'Zoo']);
    expect(listed({ orderBy: '-plays' })).toEqual(['Beach', 'Pano', 'Zoo']);
    expect(listed({ orderBy: '+plays' })).toEqual(['Pano', 'Zoo', 'Beach']);
    expect(listed({ orderBy: 'recent' })).toEqual(['Beach', 'Pano']);
    expect(listed({ orderBy: 'bogus' })).toEqual(['Zoo', 'Beach', 'Pano']);
  });

  it('ranks by relevance with -weight', () => {
    const entries = [entry(1, { name: 'one', tags: 'sea' }), entry(2, { name: 'sea sea', tags: 'sea' })];
    expect(listed({ freeText: 'sea', orderBy: '-weight' }, { entries })).toEqual(['sea sea', 'one']);
  });

  it('pages', () => {
    const entries = Array.from({ length: 40 }, (_, index) => entry(index));
    const pageLength = (pager: EntryPager) => listed({ orderBy: '+createdAt' }, { entries, pager }).length;
    expect(pageLength({})).toBe(30);
    expect([0, -5, 501].map((pageSize) => pageLength({ pageSize }))).toEqual([40, 40, 40]);
    expect(listed({ orderBy: '+createdAt' }, { entries, pager: { pageSize: 3, pageIndex: 2 } })).toEqual([
      'Entry 3',
      'Entry 4',
      'Entry 5',
    ]);
    expect(listEntries(listing({}, entries, null), { pageIndex: 9 })).toEqual({ objects: [], totalCount: 40 });
  });

  it('refuses a page beyond ten thousand matches', () => {
    expect(() => listed({}, { pager: { pageSize: 500, pageIndex: 21 } })).toThrow(MatchWindowError);
    expect(listed({}, { pager: { pageSize: 500, pageIndex: 20 } })).toEqual([]);
  });
});

describe('countEntries', () => {
  it('counts what the list would show', () => {
    expect(countEntries(listing({ tagsLike: '360' }, library, null))).toBe(2);
  });
});
