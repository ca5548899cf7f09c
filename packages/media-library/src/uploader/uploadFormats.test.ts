import { expect, test } from 'vitest';
import { createUploadFormats } from './uploadFormats.ts';

const { bytes, speed, percent, time } = createUploadFormats('en');

test('sizes have the unit in which they are short', () => {
  expect([0, 1, 999, 1000, 64_512, 1_500_000, 12_345_678, 6.2e9, 3e12, 5e15].map(bytes)).toEqual([
    '0 bytes',
    '1 byte',
    '999 bytes',
    '1 kB',
    '65 kB',
    '1.5 MB',
    '12 MB',
    '6.2 GB',
    '3 TB',
    '5,000 TB',
  ]);
});

test('speeds are not told below what anybody could plan with', () => {
  expect([0, 300, 34_000_000].map(speed)).toEqual(['1 kB/s', '1 kB/s', '34 MB/s']);
});

test('percents are rounded down', () => {
  expect([0, 0.009, 0.345, 0.999, 1].map(percent)).toEqual(['0%', '0%', '34%', '99%', '100%']);
});

test('times get coarser the longer they are', () => {
  expect([0, 3, 12, 58, 61, 150, 3599, 5400, 40_000, 200_000].map(time)).toEqual([
    '5 sec',
    '5 sec',
    '15 sec',
    '1 min',
    '1 min',
    '3 min',
    '1 hr',
    '1.5 hr',
    '11 hr',
    '2 days',
  ]);
});

test('French has its own units', () => {
  const french = createUploadFormats('fr');
  expect(french.bytes(6.2e9)).toMatch(/^6,2\sGo$/);
  expect(french.percent(0.345)).toMatch(/^34\s%$/);
});
