import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openLibrary, play, work } from './library.ts';
import { createWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

describe('a KS that expires while somebody browses', () => {
  it('is renewed without anybody seeing it', async () => {
    const { page, requests } = await world.visit('Bruno');
    const library = await openLibrary(page);
    await library.entries.first().waitFor();
    const { name } = await library.first('sound');
    const exchanges = () => requests.filter(({ url, method }) => isExchange(url(), method())).length;
    const before = exchanges();

    world.demo.sandbox.sandbox.clock.advance(2 * 86_400);
    await library.search(name);
    await library.dialog.getByRole('gridcell', { name }).first().waitFor();
    await expect.poll(() => library.count()).toBeLessThan(10);
    expect(await library.dialog.getByRole('alert').count()).toBe(0);
    expect(exchanges()).toBe(before + 1);
  });
});

describe('Kaltura going away', () => {
  afterEach(() => world.demo.startSandbox());

  it('shows what happened, and comes back on retry', async () => {
    const { page } = await world.visit('Bruno');
    const library = await openLibrary(page);
    await library.entries.first().waitFor();
    await world.demo.stopSandbox();
    await library.search('harbour');
    await library.dialog.getByRole('heading', { name: 'The library cannot be reached' }).waitFor();

    await world.demo.startSandbox();
    await library.dialog.getByRole('button', { name: 'Try again' }).click();
    const found = library.dialog.getByRole('gridcell').first();
    await found.or(library.dialog.getByText(/^Nothing found/)).waitFor();
  });

  it('says so in the frames on the wall, which look again when asked', async () => {
    await world.demo.stopSandbox();
    const { page } = await world.visit('Bruno', 'legacy-lobby');
    const frame = work(page, 'Opening night, 2019');
    await frame.getByText('Kaltura cannot be reached right now.').waitFor();
    await world.demo.startSandbox();
    await frame.getByRole('button', { name: 'Try again' }).click();
    await frame.getByText('This was deleted in Kaltura.').waitFor();
  });
});
