import type { KalturaMediaEntry } from '@spaces-kaltura/client';
import { afterAll, expect, it } from 'vitest';
import { openLibrary, seen, work } from './library.ts';
import { SOON } from './patience.ts';
import { signInToKaltura } from './signInToKaltura.ts';
import { createWorld } from './world.ts';

const world = await createWorld();
afterAll(() => world.close());

/** Bruno's entry of this name, as Kaltura has it. */
async function stored(name: string): Promise<KalturaMediaEntry | undefined> {
  const client = signInToKaltura(world.demo, 'bruno@atelier-nord.example');
  const { objects } = await client.media.list({ pager: { pageSize: 500 } });
  return objects.find((entry) => entry.name === name);
}

it('treats a film as 360° with the keyboard alone, imports it as such, and takes it back', async () => {
  const { page, complaints } = await world.visit('Bruno', 'winter-show');
  const library = await openLibrary(page);
  await library.type('Videos');
  const { cell, name } = await library.first('flatVideo');
  const before = await stored(name);
  const index = await cell.getAttribute('data-index');
  const film = library.dialog.locator(`[role="gridcell"][data-index="${index}"]`);

  await film.focus();
  await page.keyboard.press('F2');
  const question = page.getByRole('dialog', { name: 'Treat as 360°' });
  await question.waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await question.waitFor({ state: 'hidden' });
  expect(await seen(library.dialog.getByText(`“${name}” is now treated as 360° in 3D, top and bottom.`))).toBe(true);
  expect(await seen(film.getByText('360°'))).toBe(true);
  const after = await stored(name);
  expect(after?.tags).toEqual([...(before?.tags ?? []), '360']);
  expect(after?.partnerData).toBe('{"spacesKaltura":1,"stereo":"top-bottom"}');
  expect({ ...after, tags: [], partnerData: null, updatedAt: 0 }).toEqual({
    ...before,
    tags: [],
    partnerData: null,
    updatedAt: 0,
  });
  // One is where one was, and goes on from there: Enter imports.
  await expect.poll(() => film.evaluate((element) => element === document.activeElement), SOON).toBe(true);
  await library.only360();
  await library.entries.filter({ hasText: name }).first().waitFor();

  await library.dialog.getByRole('button', { name: 'Undo' }).click();
  await library.dialog.getByText(`“${name}” is as it was before.`).waitFor();
  await library.entries.filter({ hasText: name }).first().waitFor({ state: 'detached' });
  const undone = await stored(name);
  expect({ ...undone, updatedAt: 0 }).toEqual({ ...before, updatedAt: 0 });
  expect(complaints).toEqual([]);
});

it('hangs what was treated as 360° as a sphere', async () => {
  const { page } = await world.visit('Bruno', 'winter-show');
  const library = await openLibrary(page);
  await library.type('Videos');
  const { cell, name } = await library.first('flatVideo');
  await cell.hover();
  await cell.getByRole('button', { name: 'Options' }).click();
  await page.getByRole('radio', { name: /^360° One/ }).check();
  await page.getByRole('button', { name: 'Save' }).click();
  await library.dialog.getByText(`“${name}” is now treated as 360°.`).waitFor();
  await library.entries.filter({ hasText: name }).first().dblclick();
  expect(await seen(work(page, name).getByText('played flat here'))).toBe(true);
});

it('tells Dinah whose film it is that she may not change', async () => {
  const { page } = await world.visit('Dinah');
  const library = await openLibrary(page);
  await library.entries.first().waitFor();
  await library.search('"Molecule of the week"');
  const theirs = library.entries.filter({ hasText: 'n.okafor' }).first();
  await theirs.waitFor();
  await theirs.focus();
  await page.keyboard.press('F2');
  await page.getByRole('radio', { name: /^360° One/ }).check();
  await page.keyboard.press('Enter');
  expect(await seen(library.dialog.getByText(/stays as it was: it belongs to n\.okafor@/))).toBe(true);
  await theirs.getByText('360°').waitFor({ state: 'detached' });
});
