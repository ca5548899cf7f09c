import { expect, it } from 'vitest';
import { findByPrefix, typeLetter, typeaheadPause } from './typeahead.ts';

const names = ['Atrium', 'Bridge', 'Élan', 'elm', 'Bath', ' brick'].map((name) => ({ name }));

it('finds the next name that begins with the letter, and starts again from the top', () => {
  expect(findByPrefix(names, 'b', 0)).toBe(1);
  expect(findByPrefix(names, 'b', 1)).toBe(4);
  expect(findByPrefix(names, 'a', 4)).toBe(0);
});

it('stays on an entry that still fits when more letters come', () => {
  expect(findByPrefix(names, 'br', 1)).toBe(1);
  expect(findByPrefix(names, 'bri', 1)).toBe(1);
  expect(findByPrefix(names, 'bric', 1)).toBe(5);
});

it('steps through the names when one letter is repeated', () => {
  expect(findByPrefix(names, 'bb', 1)).toBe(4);
  expect(findByPrefix(names, 'bbb', 4)).toBe(5);
});

it('looks past accents and case', () => {
  expect(findByPrefix(names, 'e', 0)).toBe(2);
  expect(findByPrefix(names, 'É', 2)).toBe(3);
});

it('says so when nothing fits', () => {
  expect(findByPrefix(names, 'x', 0)).toBeNull();
  expect(findByPrefix([], 'a', 0)).toBeNull();
});

it('joins letters that follow each other and begins anew after a pause', () => {
  const first = typeLetter({ text: '', at: -Infinity }, 'b', 1000);
  const second = typeLetter(first, 'r', 1000 + typeaheadPause);
  expect(second.text).toBe('br');
  expect(typeLetter(second, 'a', second.at + typeaheadPause + 1).text).toBe('a');
});
