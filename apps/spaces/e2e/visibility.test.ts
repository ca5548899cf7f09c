import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openLibrary, play, work } from './library.ts';
import { createWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

describe('a hub whose App Token lists own content only', () => {
  it('shows Chiara none of Bruno’s entries in the library', async () => {
    const bruno = await openLibrary((await world.visit('Bruno')).page);
    const { name } = await bruno.first('sound');
    await bruno.search(name);
    await bruno.dialog.getByRole('gridcell', { name }).first().waitFor();

    const chiara = await openLibrary((await world.visit('Chiara')).page);
    await chiara.entries.first().waitFor();
    await chiara.search(name);
    await chiara.dialog.getByText(/^Nothing found for/).waitFor();
    expect(await chiara.dialog.getByRole('group', { name: 'Whose media' }).count()).toBe(0);
  });

  it('still plays for Chiara what Bruno hung: own content is a rule of listing, not of access', async () => {
    const bruno = await world.visit('Bruno', 'winter-show');
    const library = await openLibrary(bruno.page);
    await library.type('Videos');
    const { cell, name } = await library.first('flatVideo');
    await cell.dblclick();
    await work(bruno.page, name).waitFor();

    const chiara = await world.visit('Chiara', 'winter-show');
    await play(work(chiara.page, name));
  });
});

describe('a hub whose App Token lists everything', () => {
  it('shows Dinah the media of others, and hers alone when she asks for them', async () => {
    const { page } = await world.visit('Dinah');
    const library = await openLibrary(page);
    await library.entries.first().waitFor();
    const all = await library.count();
    await library.dialog.getByText('Mine', { exact: true }).click();
    await expect.poll(() => library.count()).toBeLessThan(all);
    expect(await library.count()).toBeGreaterThan(0);
  });
});

describe('a plan without Kaltura', () => {
  it('shows the library locked, with the reason', async () => {
    const { page } = await world.visit('Emil');
    const { dialog } = await openLibrary(page);
    await dialog.getByRole('heading', { name: 'Kaltura is not part of this hub’s plan' }).waitFor();
    await dialog.getByText('Media from Kaltura comes with the Enterprise and University plans.').waitFor();
    expect(await dialog.getByRole('searchbox').count()).toBe(0);
    expect(await dialog.getByRole('button', { name: 'Try again' }).count()).toBe(0);
  });

  it('leaves the host’s own tabs as they are', async () => {
    const { page } = await world.visit('Emil');
    const { dialog } = await openLibrary(page);
    await dialog.getByRole('tab', { name: 'Shapes' }).click();
    await dialog.getByRole('button', { name: 'Hang the poster “leaf” in coral' }).click();
    await work(page, 'Leaf, coral').waitFor();

    const link = await openLibrary(page);
    await link.dialog.getByRole('tab', { name: 'Link' }).click();
    await link.dialog.getByLabel('Address of an image').fill(`${world.demo.urls.host}/favicon.svg`);
    await link.dialog.getByLabel(/^Title/).fill('Our mark');
    await link.dialog.getByRole('button', { name: 'Hang it' }).click();
    await work(page, 'Our mark').waitFor();
  });
});
