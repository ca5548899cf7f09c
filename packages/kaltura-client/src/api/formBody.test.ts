import { expect, it } from 'vitest';
import { formBody } from './formBody.ts';

it('nests as Kaltura reads it, says flags as numbers and leaves out what is not given', () => {
  const body = formBody({
    format: 1,
    resume: true,
    finalChunk: false,
    filter: { objectType: 'KalturaMediaEntryFilter', orderBy: '+createdAt', tagsLike: undefined, ids: ['0_a', '0_b'] },
  });
  expect([...body]).toEqual([
    ['format', '1'],
    ['resume', '1'],
    ['finalChunk', '0'],
    ['filter[objectType]', 'KalturaMediaEntryFilter'],
    ['filter[orderBy]', '+createdAt'],
    ['filter[ids][0]', '0_a'],
    ['filter[ids][1]', '0_b'],
  ]);
  expect(body.toString()).toContain('orderBy%5D=%2BcreatedAt');
});
