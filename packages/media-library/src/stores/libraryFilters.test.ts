import { expect, test } from 'vitest';
import {
  changeFilters,
  clearFilters,
  initialFilters,
  isFiltered,
  settleSearch,
  toLibraryFilters,
} from './libraryFilters.ts';

const search = (text: string, state = initialFilters) => settleSearch(changeFilters(state, { search: text }));

test('a search is sorted by relevance, and browsing keeps its order for afterwards', () => {
  const byName = changeFilters(initialFilters, { sort: 'name' });
  const searching = search('atrium', byName);
  expect(toLibraryFilters(searching).sort).toBe('relevance');
  expect(toLibraryFilters(search('', searching)).sort).toBe('name');
});

test('an order chosen while searching lasts for that search only', () => {
  const searching = changeFilters(search('atrium'), { sort: 'plays' });
  expect(toLibraryFilters(search('atrium nord', searching)).sort).toBe('plays');
  const browsing = search('', searching);
  expect(toLibraryFilters(browsing).sort).toBe('recent');
  expect(toLibraryFilters(search('lobby', browsing)).sort).toBe('relevance');
});

test('typing searches for nothing until it is settled, an emptied field counts at once', () => {
  const typing = changeFilters(initialFilters, { search: 'atr' });
  expect(typing.settledSearch).toBe('');
  expect(toLibraryFilters(typing)).toMatchObject({ search: 'atr', sort: 'recent' });
  expect(changeFilters(settleSearch(typing), { search: ' ' }).settledSearch).toBe('');
});

test('relevance is no order for browsing', () => {
  expect(toLibraryFilters(changeFilters(initialFilters, { sort: 'relevance' })).sort).toBe('recent');
});

test('clearing the filters shows everything and keeps the order', () => {
  const state = changeFilters(search('atrium', changeFilters(initialFilters, { sort: 'name' })), {
    spherical: true,
    mediaType: 'image',
    scope: 'mine',
  });
  expect(isFiltered(state)).toBe(true);
  expect(isFiltered(clearFilters(state))).toBe(false);
  expect(toLibraryFilters(clearFilters(state))).toEqual({ ...toLibraryFilters(initialFilters), sort: 'name' });
});
