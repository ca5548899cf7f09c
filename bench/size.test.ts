import { expect, test } from 'vitest';
import { measureBrowsing } from './size.ts';

test('a host ships at most 40 kB for browsing at first paint, and the grid beside the first request', async () => {
  const { firstPaint, wholeBrowsing, lazy } = await measureBrowsing();
  expect(firstPaint.js).toBeGreaterThan(15);
  expect(firstPaint.css).toBeGreaterThan(1);
  expect(firstPaint.total).toBeLessThanOrEqual(40);
  expect(Object.keys(lazy)).toEqual(expect.arrayContaining(['laterPart.ts', 'fr.ts', 'enExchange.ts']));
  // Later is not never: what is put off still has to be small.
  expect(wholeBrowsing.total).toBeGreaterThan(firstPaint.total);
  expect(wholeBrowsing.total).toBeLessThanOrEqual(60);
});
