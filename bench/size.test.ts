import { expect, test } from 'vitest';
import { measureBrowsing } from './size.ts';

test('a host ships at most 40 kB for browsing at first paint', async () => {
  const { firstPaint, lazy } = await measureBrowsing();
  expect(firstPaint.js).toBeGreaterThan(15);
  expect(firstPaint.css).toBeGreaterThan(1);
  expect(firstPaint.total).toBeLessThanOrEqual(40);
  expect(Object.keys(lazy)).toContain('fr.ts');
});
