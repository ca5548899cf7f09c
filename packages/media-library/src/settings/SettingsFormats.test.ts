import { expect, test } from 'vitest';
import { createFormats } from '../messages/Formats.ts';
import { createSettingsFormats } from './SettingsFormats.ts';

const en = createSettingsFormats(createFormats('en'));
const fr = createSettingsFormats(createFormats('fr'));
const now = Date.parse('2026-11-26T09:30:00Z');
const before = (seconds: number): string => new Date(now - seconds * 1000).toISOString();

test('tells how long ago something was, in the unit that people would use', () => {
  expect(en.relative(before(12), now)).toBe('12 seconds ago');
  expect(en.relative(before(150), now)).toBe('2 minutes ago');
  expect(en.relative(before(3 * 3600), now)).toBe('3 hours ago');
  expect(en.relative(before(49 * 3600), now)).toBe('2 days ago');
  expect(en.relative(before(-7200), now)).toBe('in 2 hours');
  expect(fr.relative(before(0), now)).toBe('maintenant');
});

test('tells how long something took', () => {
  expect(en.elapsed(34.4)).toBe('34 ms');
  expect(en.elapsed(1234)).toBe('1.2 sec');
  expect(fr.elapsed(1234)).toMatch(/^1,2\ss$/);
});
