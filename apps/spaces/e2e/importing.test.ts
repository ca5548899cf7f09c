import { afterAll, describe, expect, it } from 'vitest';
import { openLibrary, play, seen, work } from './library.ts';
import { SOON } from './patience.ts';
import { createWorld } from './world.ts';

const world = await createWorld();
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

    expect(await play(work(page, video.name))).toBeGreaterThan(0);
    expect(await play(work(page, sound.name))).toBeGreaterThan(0);
    const frame = work(page, panorama.name);
    await frame.scrollIntoViewIfNeeded();
    const width = () => frame.getByRole('img').evaluate((image: HTMLImageElement) => image.naturalWidth);
    await expect.poll(width, SOON).toBeGreaterThan(100);
    expect(await seen(frame.getByText('shown flat here'))).toBe(true);
    expect(complaints).toEqual([]);
  });

  it('is kept over a reload, and marked in the library', async () => {
    const { page } = await world.visit('Ada', 'legacy-lobby');
    const library = await openLibrary(page);
    await library.type('Videos');
    const { cell, name } = await library.first('flatVideo');
    await cell.dblclick();
    await work(page, name).waitFor();

    await page.reload();
    await work(page, name).waitFor();
    const again = await openLibrary(page);
    await again.type('Videos');
    expect(await seen(again.entries.filter({ hasText: name }).getByText('In this space').first())).toBe(true);
  });

  it('says of a spherical video that it plays flat here, and plays it', async () => {
    const { page } = await world.visit('Bruno', 'winter-show');
    const library = await openLibrary(page);
    await library.only360();
    await library.type('Videos');
    const { cell, name } = await library.first('sphericalVideo');
    await cell.dblclick();
    expect(await seen(work(page, name).getByText('played flat here'))).toBe(true);
    expect(await play(work(page, name))).toBeGreaterThan(0);
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
    const inGrid = () => page.evaluate(() => document.activeElement?.getAttribute('role') === 'gridcell');
    const tabUntil = async (arrived: () => Promise<boolean>) => {
      for (let step = 0; step < 60 && !(await arrived()); step += 1) await keyboard.press('Tab');
      expect(await arrived()).toBe(true);
    };

    await tabUntil(async () => (await focused()) === 'Add media');
    await keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Media library' });
    await dialog.getByRole('gridcell').nth(3).waitFor();
    expect(await focused()).toBe('From Kaltura');
    await tabUntil(inGrid);
    await keyboard.press('ArrowRight');
    await keyboard.press('ArrowRight');
    const name = await focused();
    await keyboard.press('Space');
    await keyboard.press('Enter');
    await dialog.waitFor({ state: 'hidden' });
    await work(page, name).waitFor();
    // What was hung has the focus: one is where one wanted to go.
    await expect.poll(focused, SOON).toBe(name);
  });
});

describe('the 360° filter', () => {
  it('leaves what is tagged 360, and every one of them bears the badge', async () => {
    const { page } = await world.visit('Bruno');
    const library = await openLibrary(page);
    await library.entries.first().waitFor();
    const all = await library.count();
    await library.only360();
    expect(await library.count()).toBeLessThan(all);
    const cards = await library.entries.count();
    expect(cards).toBeGreaterThan(0);
    expect(await library.entries.filter({ hasText: '360°' }).count()).toBe(cards);
  });
});
