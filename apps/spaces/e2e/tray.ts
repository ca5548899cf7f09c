import type { Locator, Page } from 'playwright';

/** The upload tray at the page's level, outside of every dialog. */
export const trayOf = (page: Page): Locator =>
  page.locator('.hub > .sk-root').getByRole('region', { name: 'Uploads to Kaltura' });
