import { expect, it } from 'vitest';
import { spriteUrl, thumbnailUrl } from './thumbnailUrl.ts';

const base = 'https://cdn.example/p/102/sp/10200/thumbnail/entry_id/0_a/version/100002';
const entry = { thumbnailUrl: base };

it('asks for a picture that fills a box, or fits inside it, or follows the width', () => {
  expect(thumbnailUrl(entry, { width: 320, height: 180 })).toBe(`${base}/width/320/height/180/type/3`);
  expect(thumbnailUrl(entry, { width: 320, height: 180, fit: 'inside' })).toBe(`${base}/width/320/height/180/type/1`);
  expect(thumbnailUrl(entry, { width: 4096 })).toBe(`${base}/width/4096`);
});

it('asks for the frame at a second', () => {
  expect(thumbnailUrl(entry, { width: 200, second: 2.9 })).toBe(`${base}/width/200/vid_sec/2`);
});

it('stays within the sizes that Kaltura allows', () => {
  expect(thumbnailUrl(entry, { width: 0.2, height: 99_999 })).toBe(`${base}/width/1/height/10000/type/3`);
  expect(spriteUrl(entry, { slices: 100, width: 1000, height: 90 })).toBe(
    `${base}/vid_slices/100/width/654/height/90/type/3`,
  );
});

it('asks for all frames in one picture', () => {
  expect(spriteUrl(entry, { slices: 20, width: 160, height: 90 })).toBe(
    `${base}/vid_slices/20/width/160/height/90/type/3`,
  );
});

it('is null for an entry without a thumbnail', () => {
  expect(thumbnailUrl({ thumbnailUrl: null }, { width: 320 })).toBeNull();
  expect(spriteUrl({ thumbnailUrl: null }, { slices: 20, width: 160, height: 90 })).toBeNull();
});
