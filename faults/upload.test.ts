import { expect, test } from 'vitest';
import { film } from '../packages/kaltura-client/src/upload/testing/sampleFilm.ts';
import { addMedia } from '../packages/kaltura-client/src/testing/addMedia.ts';
import { run } from './upload.ts';
import { runCutPlan } from './upload/cutPlans.ts';
import { cellsOf, faultCases, runCell } from './upload/matrix.ts';
import { steps } from './upload/steps.ts';
import { judge } from './upload/verdict.ts';
import { createWorld } from './upload/world.ts';

/** One cell of each promise, another one at every run of the list. */
const some = [...new Set(faultCases.map(({ promise }) => promise))].flatMap((promise, index) => {
  const cells = cellsOf(faultCases.filter((one) => one.promise === promise));
  return [0, 1, 2].flatMap((third) => cells[(index * 7 + Math.floor((third * cells.length) / 3)) % cells.length] ?? []);
});

test.each(
  some.map((cell) => [`${cell.fault.promise}: ${cell.fault.name}, at ${cell.step}, ${cell.size}`, cell] as const),
)('%s', async (_, cell) => {
  expect(await runCell(cell, 1)).toMatchObject({ broken: [] });
});

test.each([1, 2, 3, 4, 5, 6, 7, 8])('a link that is cut at random bytes (plan %i)', async (seed) => {
  expect(await runCutPlan(seed)).toMatchObject({ seed, broken: [] });
});

test('every promise from R02 to R14 is put to the test, at every step', () => {
  const promises = Array.from({ length: 13 }, (_, index) => `R${String(index + 2).padStart(2, '0')}`);
  expect([...new Set(faultCases.map(({ promise }) => promise))].toSorted()).toEqual(promises);
  for (const step of steps) expect(cellsOf().filter((cell) => cell.step === step).length).toBeGreaterThan(50);
});

test('what is wrong is seen: other bytes, a second entry, a token that nobody needs', async () => {
  const world = createWorld({ seed: 1 });
  const file = film(100_000);
  const fetch = (request: Request): Promise<Response> => world.sandbox.fetch(request);
  await addMedia(world.client, fetch, film(100_000, { seed: 2 }), { name: 'Another', mediaType: 1 });
  await addMedia(world.client, fetch, file, { name: 'Film', mediaType: 1 });
  await world.client.uploadToken.add({ fileName: 'lost.mp4', fileSize: 1 });
  expect(await judge(world, file, 'entry')).toEqual({
    broken: ['1 entries with other bytes than the file’s', '2 entries of one file', '1 upload tokens left over'],
    wrongHashes: 1,
    duplicateEntries: 1,
    leftoverTokens: 1,
  });
  expect((await judge(createWorld({ seed: 1 }), file, 'entry')).broken).toEqual(['no entry']);
  expect((await judge(world, file, 'nothing')).broken).toContain('an entry, where there should be none');
});

test('a run is described, and limited by what is asked for', async () => {
  const report = await run(['--seed', '3', '--plans', '2', '--only', 'R06 CANNOT_MATCH three times']);
  expect(report).toMatchObject({ seed: 3, matrix: { cells: 2, broken: 0 }, cuts: { plans: 2, broken: 0 }, broken: [] });
  await expect(run(['--plans', 'many'])).rejects.toThrow('--plans needs a number');
});
