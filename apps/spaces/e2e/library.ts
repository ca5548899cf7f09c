import { expect } from 'vitest';
import type { Locator, Page } from 'playwright';

/** The media library's "From Kaltura" tab, as somebody at the screen would use it. */
export interface Library {
  dialog: Locator;
  entries: Locator;
  entry(name: string): Locator;
  search(text: string): Promise<void>;
  /** Waits for the result count that the page announces, such as `12 results`. */
  count(): Promise<number>;
}

/** Presses "Add media" and waits until the library shows something: entries, or the reason why not. */
export async function openLibrary(page: Page): Promise<Library> {
  await page.getByRole('button', { name: 'Add media' }).click();
  const dialog = page.getByRole('dialog', { name: 'Media library' });
  await dialog.waitFor();
  const entries = dialog.getByRole('gridcell');
  return {
    dialog,
    entries,
    entry: (name) => entries.filter({ hasText: name }).first(),
    async search(text) {
      await dialog.getByRole('searchbox', { name: 'Search Kaltura' }).fill(text);
    },
    async count() {
      const words = dialog.getByText(/^(Up to )?[\d,]+ results?$/);
      await words.waitFor();
      return Number((await words.textContent())?.replace(/\D/g, ''));
    },
  };
}

/** The frame on the wall that bears this title. */
export function work(page: Page, title: string): Locator {
  return page.getByRole('main').getByRole('listitem', { name: title, exact: true });
}

/** Presses play and waits until the picture or sound has really moved on. */
export async function play(frame: Locator): Promise<void> {
  await frame.getByRole('button', { name: /^Play/ }).click();
  const player = frame.locator('video');
  await player.waitFor();
  await expect
    .poll(() => player.evaluate((video: HTMLVideoElement) => video.currentTime), { timeout: 20_000 })
    .toBeGreaterThan(0.2);
}
