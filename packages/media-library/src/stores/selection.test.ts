import type { KalturaMediaEntry } from '@spaces-kaltura/client';
import { expect, test } from 'vitest';
import { editSelection, emptySelection } from './selection.ts';

const entry = (id: string): KalturaMediaEntry => ({
  id,
  partnerId: 102,
  name: `Entry ${id}`,
  description: '',
  tags: [],
  mediaType: 1,
  status: 2,
  moderationStatus: 6,
  userId: 'ada@atelier-nord.example',
  createdAt: 1_790_000_000,
  updatedAt: 1_790_000_000,
  msDuration: null,
  width: null,
  height: null,
  plays: 0,
  thumbnailUrl: null,
  downloadUrl: null,
  conversionProfileId: null,
  partnerData: null,
});

const choose = (ids: string[], max: number, before = emptySelection) =>
  editSelection(before, { select: ids.map(entry) }, max);

test('keeps the order of choosing', () => {
  const selection = choose(['c'], 9, choose(['b', 'a'], 9));
  expect([...selection.keys()]).toEqual(['b', 'a', 'c']);
});

test('takes no more than the maximum', () => {
  const selection = choose(['a', 'b', 'c'], 2);
  expect([...selection.keys()]).toEqual(['a', 'b']);
  expect([...choose(['d'], 2, selection).keys()]).toEqual(['a', 'b']);
});

test('makes room before it takes', () => {
  const selection = choose(['a', 'b'], 2);
  const edited = editSelection(selection, { select: [entry('c')], deselect: ['a'] }, 2);
  expect([...edited.keys()]).toEqual(['b', 'c']);
});

test('with a maximum of one, the new choice replaces the old one', () => {
  expect([...choose(['b'], 1, choose(['a'], 1)).keys()]).toEqual(['b']);
});
