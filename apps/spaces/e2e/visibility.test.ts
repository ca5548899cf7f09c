import { afterAll, describe, expect, it } from 'vitest';
import { openLibrary, play, seen, work } from './library.ts';
import { createWorld } from './world.ts';

const world = await createWorld();
afterAll(() => world.close());

describe('a hub whose App Token lists own content only', () => {
  it('shows Chiara none of Bruno’s entries in the library', async () => {
    const bruno = await openLibrary((await world.visit('Bruno')).page);
    await bruno.entries.first().waitFor();
    await bruno.search('bruno');
    expect(await bruno.count()).toBeGreaterThan(0);

    const chiara = await openLibrary((await world.visit('Chiara')).page);
    await chiara.entries.first().waitFor();
    expect(await chiara.count()).toBeGreaterThan(0);
    await chiara.search('bruno');
    expect(await seen(chiara.dialog.getByText('Nothing found for “bruno”'))).toBe(true);
    expect(await chiara.dialog.getByRole('radio', { name: 'Mine' }).count()).toBe(0);
  });

  it('still plays for Chiara what Bruno hung: own content is a rule of listing, not of access', async () => {
    const bruno = await world.visit('Bruno', 'winter-show');
    const library = await openLibrary(bruno.page);
    await library.type('Videos');
    const { cell, name } = await library.first('flatVideo');
    await cell.dblclick();
    await work(bruno.page, name).waitFor();

    const chiara = await world.visit('Chiara', 'winter-show');
    expect(await play(work(chiara.page, name))).toBeGreaterThan(0);
  });
});

describe('a hub whose App Token lists everything', () => {
  it('shows Dinah the media of others, and hers alone when she asks for them', async () => {
    const library = await openLibrary((await world.visit('Dinah')).page);
    await library.entries.first().waitFor();
    const all = await library.count();
    await library.mine();
    expect(await library.count()).toBeLessThan(all);
    expect(await library.count()).toBeGreaterThan(0);
  });
});

describe('a plan without Kaltura', () => {
  it('shows the library locked, with the reason', async () => {
    const { page } = await world.visit('Emil');
    const { dialog } = await openLibrary(page);
    expect(await seen(dialog.getByRole('heading', { name: 'Kaltura is not part of this hub’s plan' }))).toBe(true);
    expect(await seen(dialog.getByText('Enterprise and University plans'))).toBe(true);
    expect(await dialog.getByRole('searchbox').count()).toBe(0);
    expect(await dialog.getByRole('button', { name: 'Try again' }).count()).toBe(0);
  });

  it('leaves the host’s own tabs as they are', async () => {
    const { page } = await world.visit('Emil');
    const { dialog } = await openLibrary(page);
    await dialog.getByRole('tab', { name: 'Shapes' }).click();
    await dialog.getByRole('button', { name: 'Hang the poster “leaf” in coral' }).click();
    expect(await seen(work(page, 'Leaf, coral'))).toBe(true);

    const link = await openLibrary(page);
    await link.dialog.getByRole('tab', { name: 'Link' }).click();
    await link.dialog.getByLabel('Address of an image').fill(`${world.demo.urls.host}/favicon.svg`);
    await link.dialog.getByLabel(/^Title/).fill('Our mark');
    await link.dialog.getByRole('button', { name: 'Hang it' }).click();
    expect(await seen(work(page, 'Our mark'))).toBe(true);
  });
});
