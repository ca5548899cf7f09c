import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { openLibrary, seen, work } from './library.ts';
import { createWorld } from './world.ts';

const world = await createWorld();
const { demo } = world;
afterAll(() => world.close());

describe('a KS that expires while somebody browses', () => {
  it('is renewed without anybody seeing it', async () => {
    const { page, requests } = await world.visit('Bruno');
    const exchanges = () => requests.filter((request) => request.url().endsWith('/v1/kaltura-session')).length;
    const library = await openLibrary(page);
    await library.entries.first().waitFor();
    const all = await library.count();
    const before = exchanges();

    await demo.sandbox.sandbox.clock.advance(2 * 86_400);
    await library.only360();
    expect(await library.count()).toBeLessThan(all);
    await library.entries.first().waitFor();
    expect(await library.dialog.getByRole('alert').count()).toBe(0);
    expect(await library.dialog.getByRole('button', { name: 'Try again' }).count()).toBe(0);
    expect(exchanges()).toBe(before + 1);
  });
});

describe('Kaltura going away', () => {
  afterEach(() => demo.startSandbox());

  it('shows what happened, and comes back on retry', async () => {
    const { page } = await world.visit('Bruno');
    const library = await openLibrary(page);
    await library.entries.first().waitFor();
    await demo.stopSandbox();
    await library.type('Sounds');
    expect(await seen(library.dialog.getByRole('heading', { name: 'The library cannot be reached' }))).toBe(true);

    await demo.startSandbox();
    await library.dialog.getByRole('button', { name: 'Try again' }).click();
    expect(await seen(library.entries.first())).toBe(true);
  });

  it('says so in the frames on the wall, which look again when asked', async () => {
    await demo.stopSandbox();
    const { page } = await world.visit('Bruno', 'legacy-lobby');
    const frame = work(page, 'Opening night, 2019');
    expect(await seen(frame.getByText('Kaltura cannot be reached right now.'))).toBe(true);
    await demo.startSandbox();
    await frame.getByRole('button', { name: 'Try again' }).click();
    expect(await seen(frame.getByText('This was deleted in Kaltura.'))).toBe(true);
  });
});

describe('a web page where Kaltura’s answer should be', () => {
  afterEach(() => demo.sandbox.sandbox.faults.clear());

  it('is told in plain words, and retrying helps once it is over', async () => {
    demo.sandbox.sandbox.faults.add({ service: 'media', action: 'list', fault: { kind: 'html' } });
    const { page } = await world.visit('Bruno');
    const library = await openLibrary(page);
    expect(await seen(library.dialog.getByRole('heading', { name: 'Kaltura sent something unreadable' }))).toBe(true);

    demo.sandbox.sandbox.faults.clear();
    await library.dialog.getByRole('button', { name: 'Try again' }).click();
    expect(await seen(library.entries.first())).toBe(true);
  });
});

describe('somebody who has left in another tab', () => {
  it('is told that the host does not know them any more', async () => {
    // On these bare walls nothing has asked for a session yet.
    const { page } = await world.visit('Dinah', 'seminar');
    await page.evaluate(() => fetch('/host/session', { method: 'DELETE' }));
    const { dialog } = await openLibrary(page);
    expect(await seen(dialog.getByRole('heading', { name: 'We could not confirm who you are' }))).toBe(true);
  });
});
