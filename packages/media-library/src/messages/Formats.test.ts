import { expect, test } from 'vitest';
import { createFormats } from './Formats.ts';

test('shows durations the way players do', () => {
  const { duration } = createFormats('en');
  expect(duration(62_160)).toBe('1:02');
  expect(duration(3_723_000)).toBe('1:02:03');
  expect(duration(120)).toBe('0:01');
  expect(duration(0)).toBe('0:00');
});

test('says durations in words', () => {
  expect(createFormats('en').spokenDuration(62_000)).toBe('1 minute, 2 seconds');
  expect(createFormats('fr').spokenDuration(3_600_000)).toMatch(/^1\sheure$/);
});

test('uses the digits and separators of the locale', () => {
  expect(createFormats('en').number(12_345)).toBe('12,345');
  expect(createFormats('de').number(12_345)).toBe('12.345');
  expect(createFormats('ar-EG').duration(62_000)).toBe('١:٠٢');
});

test('picks plural forms by the rules of the locale', () => {
  const forms = { one: 'one', other: 'other' };
  expect(createFormats('en').plural(0, forms)).toBe('other');
  expect(createFormats('fr').plural(0, forms)).toBe('one');
  expect(createFormats('pl').plural(3, forms)).toBe('other');
});

test('formats a locale it cannot read as English, and accepts the underscore of other systems', () => {
  expect(createFormats('not a locale!').locale).toBe('en');
  expect(createFormats('en_GB').locale).toBe('en-GB');
});
