import { createRequire } from 'node:module';
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright';
import { afterAll, describe, expect, it } from 'vitest';
import { openLibrary, work } from './library.ts';
import { SOON } from './patience.ts';
import { createWorld } from './world.ts';

const world = await createWorld();
const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
afterAll(() => world.close());

const sizes = [
  { width: 1280, height: 800 },
  { width: 375, height: 740 },
];

describe.each(sizes)('at $width pixels', (viewport) => {
  it.each(['light', 'dark'] as const)(
    'the %s look has no accessibility violation and nothing to scroll sideways',
    async (look) => {
      const { page, context } = await world.visit('Bruno', 'legacy-lobby', viewport);
      await page.emulateMedia({ colorScheme: look });
      await work(page, 'Guest contribution').scrollIntoViewIfNeeded();
      await page.getByText('a media service that Spaces does not trust').waitFor();
      expect(await violations(page, axe)).toEqual([]);
      expect(await overflow(page)).toBe(0);

      const library = await openLibrary(page);
      await library.entries.first().waitFor();
      expect(await violations(page, axe)).toEqual([]);
      expect(await overflow(page)).toBe(0);
      await library.dialog.getByRole('tab', { name: 'Shapes' }).click();
      expect(await violations(page, axe)).toEqual([]);
      await library.dialog.getByRole('tab', { name: 'Link' }).click();
      expect(await violations(page, axe)).toEqual([]);
      await page.keyboard.press('Escape');

      await page.getByRole('button', { name: /: switch$/ }).click();
      await page.getByRole('button', { name: 'Leave' }).click();
      await page.getByRole('heading', { name: 'Spaces', level: 1 }).waitFor();
      expect(await violations(page, axe)).toEqual([]);
      expect(await overflow(page)).toBe(0);
      await context.close();
    },
  );
});

describe('forced colours', () => {
  it('tell in the library what is chosen, what is pressed and where one is', async () => {
    const { page } = await world.visit('Bruno');
    await page.emulateMedia({ forcedColors: 'active' });
    const library = await openLibrary(page);
    const { highlight } = await systemColours(page);
    const pressed = library.dialog.getByRole('button', { name: '360° only' });
    await library.only360();
    await expect.poll(() => colourOf(pressed, 'backgroundColor'), SOON).toBe(highlight);

    const entry = library.entries.first();
    await entry.click();
    const mark = entry.locator('.sk-thumbnail');
    await expect.poll(() => colourOf(mark, 'backgroundColor', '::before'), SOON).toBe(highlight);
    expect(await colourOf(library.entries.nth(1).locator('.sk-thumbnail'), 'backgroundColor', '::before')).not.toBe(
      highlight,
    );
    await entry.focus();
    await page.keyboard.press('ArrowRight');
    const focused = library.dialog.locator(':focus-visible');
    await expect.poll(() => colourOf(focused, 'outlineColor'), SOON).toBe(highlight);
    expect(await violations(page, axe)).toEqual([]);
  });

  it('tell on the account page how each hub is doing', async () => {
    const { page } = await world.visit('Chiara');
    await page.emulateMedia({ forcedColors: 'active' });
    await page.getByRole('button', { name: /: switch$/ }).click();
    await page.getByRole('link', { name: 'Your account' }).click();
    const locked = page.getByText('Not in this plan');
    await locked.waitFor();
    // Colour says nothing any more: there is a border, a picture and a word.
    expect(await locked.evaluate((element) => getComputedStyle(element).borderTopWidth)).toBe('1px');
    expect(await locked.locator('[data-icon="lock"]').count()).toBe(1);
    expect(await violations(page, axe)).toEqual([]);
    expect(await overflow(page)).toBe(0);
  });
});

it('the space one is in shows in the bar, however narrow', async () => {
  const { page } = await world.visit('Ada', 'legacy-lobby', { width: 375, height: 740 });
  const row = page.getByRole('navigation', { name: 'Spaces of this hub' });
  const current = row.locator('[aria-current="page"]');
  await expect.poll(async () => endOf(current), SOON).toBeLessThanOrEqual(await endOf(row));
});

describe('the look', () => {
  it('is chosen with a button and remembered', async () => {
    const { page } = await world.visit('Bruno');
    const ground = () => page.evaluate(() => getComputedStyle(document.documentElement).colorScheme);
    await page.getByRole('button', { name: 'Look: auto. Change to light.' }).click();
    await page.getByRole('button', { name: 'Look: light. Change to dark.' }).click();
    await page.getByRole('button', { name: 'Look: dark. Change to auto.' }).waitFor();
    await expect.poll(ground, SOON).toBe('dark');
    await page.reload();
    await page.getByRole('button', { name: 'Look: dark. Change to auto.' }).waitFor();
    await openLibrary(page);
    await page.locator('.sk-root[data-sk-theme="dark"]').first().waitFor();
  });
});

/** What axe finds, in short. */
async function violations(page: Page, source: string): Promise<string[]> {
  await page.evaluate(source);
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run(): Promise<AxeResults> } };
    const { violations } = await axe.run();
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
  });
}

interface AxeResults {
  violations: { id: string; nodes: { html: string }[] }[];
}

/** What the system's colours are just now. */
function systemColours(page: Page): Promise<{ highlight: string }> {
  return page.evaluate(() => {
    const probe = document.body.appendChild(document.createElement('i'));
    probe.style.setProperty('forced-color-adjust', 'none');
    probe.style.color = 'Highlight';
    const highlight = getComputedStyle(probe).color;
    probe.remove();
    return { highlight };
  });
}

function colourOf(locator: Locator, name: 'backgroundColor' | 'outlineColor', pseudo?: string): Promise<string> {
  return locator.evaluate((element, [property, part]) => getComputedStyle(element, part)[property], [
    name,
    pseudo,
  ] as const);
}

/** Pixels by which the page is wider than its window. */
function overflow(page: Page): Promise<number> {
  return page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - innerWidth));
}

/** Where a box ends, in pixels from the left. */
async function endOf(locator: Locator): Promise<number> {
  const box = await locator.boundingBox();
  return box === null ? Infinity : Math.floor(box.x + box.width);
}
