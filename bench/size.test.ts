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

test('what uploads is loaded when somebody uploads, and not before', async () => {
  const { firstPaint, wholeBrowsing, uploading, lazy, parts } = await measureBrowsing();
  expect(firstPaint.total).toBeLessThanOrEqual(40);
  expect(Object.keys(parts)).not.toContain('tus-js-client');
  expect(Object.keys(lazy)).toContain('part.ts');
  expect(uploading.total).toBeGreaterThan(wholeBrowsing.total - firstPaint.total);
  // tus, the queue around it, 360° detection, everything that is shown and said.
  expect(uploading.tus).toBeLessThanOrEqual(14);
  expect(uploading.total).toBeLessThanOrEqual(56);
});
