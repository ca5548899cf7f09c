import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openLibrary, play, work } from './library.ts';
import { createWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

describe('importing from Kaltura', () => {
  it('hangs a flat video, a panorama and a sound in the space, where they play', async () => {
    const { page, complaints } = await world.visit('Bruno', 'winter-show');
    const library = await openLibrary(page);
    await library.type('Videos');
    const video = await library.first('flatVideo');
    await video.cell.click();
    await library.type('Images');
    const panorama = await library.first('panorama');
    await panorama.cell.click();
    await library.type('Sounds');
    const sound = await library.first('sound');
    await sound.cell.click();
    await library.importSelected();

    await play(work(page, video.name));
    await play(work(page, sound.name));
    const image = work(page, panorama.name).getByRole('img', { name: panorama.name });
    await expect.poll(() => image.evaluate((element: HTMLImageElement) => element.naturalWidth)).toBeGreaterThan(100);
    await work(page, panorama.name).getByText('shown flat here').waitFor();
    expect(complaints).toEqual([]);
  });

  it('is kept over a reload, and marked in the library', async () => {
    const { page } = await world.visit('Ada', 'winter-show');
    const library = await openLibrary(page);
    await library.type('Videos');
    const { cell, name } = await library.first('flatVideo');
    await cell.dblclick();
    await library.dialog.waitFor({ state: 'hidden' });
    await work(page, name).waitFor();

    await page.reload();
    await work(page, name).waitFor();
    const again = await openLibrary(page);
    await again.dialog.getByRole('gridcell', { name }).first().getByText('In this space').waitFor();
  });

  it('says of a spherical video that it plays flat here, and plays it', async () => {
    const { page } = await world.visit('Bruno', 'winter-show');
    const library = await openLibrary(page);
    await library.dialog.getByRole('button', { name: '360° only' }).click();
    await library.type('Videos');
    const { cell, name } = await library.first('sphericalVideo');
    await cell.dblclick();
    await work(page, name).getByText('played flat here').waitFor();
    await play(work(page, name));
  });

  it('works with the keyboard alone', async () => {
    const { page } = await world.visit('Bruno', 'winter-show');
    const { keyboard } = page;
    /** The name of what has the focus; of an entry, its title alone. */
    const focused = () =>
      page.evaluate(() => {
        const element = document.activeElement;
        const text = element?.querySelector('.sk-name') ?? element;
        return element?.getAttribute('aria-label') ?? text?.textContent ?? '';
      });
    const tabTo = async (name: RegExp) => {
      for (let step = 0; step < 40 && !name.test(await focused()); step += 1) await keyboard.press('Tab');
      expect(await focused()).toMatch(name);
    };
    await tabTo(/^Add media$/);
    await keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Media library' });
    await dialog.getByRole('gridcell').nth(3).waitFor();
    await expect.poll(focused).toBe('From Kaltura');
    const inGrid = () => page.evaluate(() => document.activeElement?.getAttribute('role') === 'gridcell');
    for (let step = 0; step < 40 && !(await inGrid()); step += 1) await keyboard.press('Tab');
    await keyboard.press('ArrowRight');
    await keyboard.press('ArrowRight');
    const name = await focused();
    await keyboard.press('Space');
    await keyboard.press('Enter');
    await dialog.waitFor({ state: 'hidden' });
    await work(page, name).waitFor();
    // What was hung has the focus: one is where one wanted to go.
    await expect.poll(focused).toBe(name);
  });
});

describe('the 360° filter', () => {
  it('leaves what is tagged 360, and every one of them bears the badge', async () => {
    const { page } = await world.visit('Bruno');
    const library = await openLibrary(page);
    await library.entries.first().waitFor();
    const all = await library.count();
    await library.dialog.getByRole('button', { name: '360° only' }).click();
    await expect.poll(() => library.count()).toBeLessThan(all);
    const cards = await library.entries.count();
    expect(cards).toBeGreaterThan(0);
    expect(await library.entries.filter({ hasText: '360°' }).count()).toBe(cards);
  });
});
