import type { Locator, Page } from 'playwright';
import { expect } from 'vitest';
import { SOON } from './patience.ts';

/** Kinds of entries, by what their cards say about themselves. */
const KINDS = {
  flatVideo: '[data-status="ready"]:has([data-media="video"]):not(:has([data-icon="sphere"]))',
  sphericalVideo: '[data-status="ready"]:has([data-media="video"]):has([data-icon="sphere"])',
  panorama: '[data-status="ready"]:has([data-media="image"]):has([data-icon="sphere"])',
  sound: '[data-status="ready"]:has([data-media="audio"])',
  processing: '[data-status="processing"]:has([data-media="video"])',
};

/** The media library's "From Kaltura" tab, as somebody at the screen uses it. */
export interface Library {
  dialog: Locator;
  entries: Locator;
  /** The first entry of a kind. */
  first(kind: keyof typeof KINDS): Promise<{ cell: Locator; name: string }>;
  /** Asks for one type, and waits until nothing of an earlier answer is shown; so do the others that ask. */
  type(type: 'All types' | 'Videos' | 'Images' | 'Sounds'): Promise<void>;
  search(text: string): Promise<void>;
  only360(): Promise<void>;
  mine(): Promise<void>;
  /** The result count that the library announces, once it does. */
  count(): Promise<number>;
  /** Imports what is selected; the dialog closes. */
  importSelected(): Promise<void>;
}

/** Presses "Add media"; the library opens with its first tab, "From Kaltura". */
export async function openLibrary(page: Page): Promise<Library> {
  await page.getByRole('button', { name: 'Add media' }).click();
  const dialog = page.getByRole('dialog', { name: 'Media library' });
  await dialog.waitFor();
  const entries = dialog.getByRole('gridcell');
  const answered = (): Promise<void> => dialog.locator('[data-status="updating"]').waitFor({ state: 'detached' });
  return {
    dialog,
    entries,
    async first(kind) {
      const cell = entries.and(page.locator(KINDS[kind])).first();
      return { cell, name: (await cell.locator('.sk-name').textContent()) ?? '' };
    },
    async type(type) {
      await dialog.getByLabel('Type', { exact: true }).selectOption({ label: type });
      await answered();
    },
    async search(text) {
      await dialog.getByRole('searchbox', { name: 'Search Kaltura' }).fill(text);
      await answered();
    },
    async only360() {
      await dialog.getByRole('button', { name: '360° only' }).click();
      await answered();
    },
    async mine() {
      await dialog.getByRole('radio', { name: 'Mine' }).check();
      await answered();
    },
    async count() {
      const words = dialog.getByText(/^(Up to )?[\d,]+ results?$/);
      await words.waitFor();
      return Number((await words.textContent())?.replace(/\D/g, ''));
    },
    async importSelected() {
      await dialog.getByRole('button', { name: /^Import \d+ items?$/ }).click();
      await dialog.waitFor({ state: 'hidden' });
    },
  };
}

/** The frame on the wall that bears this title. */
export function work(page: Page, title: string): Locator {
  return page.getByRole('main').getByRole('listitem', { name: title, exact: true }).last();
}

/** Waits until something shows; fails with what was looked for. */
export async function seen(locator: Locator): Promise<boolean> {
  await locator.waitFor();
  return true;
}

/** Presses play and answers the seconds played, once the picture or sound has really moved on. */
export async function play(frame: Locator): Promise<number> {
  // Whether it can be played is asked when one comes near.
  await frame.scrollIntoViewIfNeeded();
  await frame.getByRole('button', { name: /^Play/ }).click();
  const video = frame.locator('video');
  await video.waitFor();
  const at = () => video.evaluate((element: HTMLVideoElement) => element.currentTime);
  await expect.poll(at, SOON).toBeGreaterThan(0.2);
  return at();
}
