import { expect, test } from 'vitest';
import { suggestProfile } from './suggestProfile.ts';

const profile = (id: number, is_default: boolean, dash: boolean) => ({
  id,
  name: `Profile ${id}`,
  is_default,
  dash,
  max_height: null,
});

test('begins with the default that streams, else with the first that does, else with none', () => {
  expect(suggestProfile([profile(1, false, true), profile(2, true, true)])).toBe(2);
  expect(suggestProfile([profile(1, true, false), profile(2, false, true), profile(3, false, true)])).toBe(2);
  expect(suggestProfile([profile(1, true, false)])).toBeNull();
  expect(suggestProfile([])).toBeNull();
});
