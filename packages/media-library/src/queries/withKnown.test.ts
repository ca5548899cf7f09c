import type { KalturaMediaEntry, MediaPageQuery } from '@spaces-kaltura/client';
import { describe, expect, test } from 'vitest';
import { withKnown } from './withKnown.ts';

const newest: MediaPageQuery = { orderBy: '-createdAt', filter: { mediaTypeIn: [1, 2] } };
const spherical: MediaPageQuery = { ...newest, spherical: true };

const entry = (id: string, createdAt: number, more: Partial<KalturaMediaEntry> = {}): KalturaMediaEntry =>
  ({ id, createdAt, updatedAt: createdAt, tags: [], mediaType: 2, userId: 'ada', ...more }) as KalturaMediaEntry;

const listed = [entry('c', 30), entry('b', 20), entry('a', 10)];
const ids = (entries: readonly KalturaMediaEntry[]): string => entries.map(({ id }) => id).join(' ');

describe('an entry that is listed', () => {
  test('is shown as this page knows it, in its place', () => {
    const changed = entry('b', 20, { tags: ['360'], updatedAt: 40 });
    const shown = withKnown({ entries: listed, complete: true }, [changed], newest);
    expect(ids(shown)).toBe('c b a');
    expect(shown[1]).toBe(changed);
  });

  test('is shown as Kaltura has it, once that is newer', () => {
    const later = [entry('b', 20, { updatedAt: 50 })];
    const known = [entry('b', 20, { tags: ['360'], updatedAt: 40 })];
    expect(withKnown({ entries: later, complete: true }, known, newest)[0]?.tags).toEqual([]);
  });
});

describe('an entry that is not listed yet', () => {
  test('takes its place among the newest', () => {
    const known = [entry('e', 40), entry('d', 40), entry('x', 25)];
    expect(ids(withKnown({ entries: listed, complete: true }, known, newest))).toBe('e d c x b a');
  });

  test('waits for its page when it is older than all that is loaded', () => {
    const known = [entry('x', 5)];
    expect(ids(withKnown({ entries: listed, complete: false }, known, newest))).toBe('c b a');
    expect(ids(withKnown({ entries: listed, complete: true }, known, newest))).toBe('c b a x');
  });

  test.each([
    ['of another kind', { mediaType: 5 }, newest],
    ['that is flat where 360° is asked for', {}, spherical],
    [
      'of somebody else where one’s own are asked for',
      {},
      { ...newest, filter: { ...newest.filter, userIdEqual: 'bob' } },
    ],
    ['in another order', {}, { ...newest, orderBy: '+name' }],
    ['while a text is searched for', {}, { ...newest, filter: { ...newest.filter, freeText: 'a*' } }],
  ] satisfies [string, Partial<KalturaMediaEntry>, MediaPageQuery][])('does not come in %s', (_, more, request) => {
    const known = [entry('e', 40, more)];
    expect(ids(withKnown({ entries: listed, complete: true }, known, request))).toBe('c b a');
  });

  test('comes in where it fits by now', () => {
    const known = [entry('e', 40, { tags: ['360'], userId: 'ADA' })];
    const mine = { ...spherical, filter: { ...spherical.filter, userIdEqual: 'ada' } };
    expect(ids(withKnown({ entries: [], complete: true }, known, mine))).toBe('e');
  });
});
