import { afterAll, expect, it } from 'vitest';
import { openLibrary, play, work } from './library.ts';
import { createWorld } from './world.ts';

const world = await createWorld({ page: 'sources' });
afterAll(() => world.close());

it('the page from its sources, as `pnpm dev` shows it, needs nothing built: one can import and play', async () => {
  const { page, complaints } = await world.visit('Ada', 'winter-show');
  const library = await openLibrary(page);
  await library.type('Videos');
  const { cell, name } = await library.first('flatVideo');
  await cell.dblclick();
  expect(await play(work(page, name))).toBeGreaterThan(0);
  expect(complaints).toEqual([]);
});
