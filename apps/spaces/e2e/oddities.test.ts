import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openLibrary, play, seen, work, type Library } from './library.ts';
import { startUpload } from './startUpload.ts';
import { createWorld } from './world.ts';

const world = await createWorld();
afterAll(() => world.close());

describe('what years do to a space', () => {
  it('an entry that was deleted in Kaltura says so where it stood', async () => {
    const { page } = await world.visit('Ada', 'legacy-lobby');
    const frame = work(page, 'Opening night, 2019');
    expect(await seen(frame.getByText('This was deleted in Kaltura.'))).toBe(true);
  });

  it('a reference to a foreign service is refused in words, and nothing is asked there', async () => {
    const { page, requests } = await world.visit('Ada', 'legacy-lobby');
    const frame = work(page, 'Guest contribution');
    await frame.scrollIntoViewIfNeeded();
    expect(await seen(frame.getByText('a media service that Spaces does not trust'))).toBe(true);
    const ours = new Set(Object.values(world.demo.urls).map((url) => new URL(url).host));
    const foreign = requests.map((request) => request.url()).filter((url) => !ours.has(new URL(url).host));
    expect(foreign).toEqual([]);
  });

  it('something that is no reference at all is not shown', async () => {
    const { page } = await world.visit('Ada', 'legacy-lobby');
    const status = await page.evaluate(async () => {
      const reference = { version: 1, source: 'kaltura', serviceUrl: 'javascript:alert(1)', entryId: '"><script>' };
      const body = JSON.stringify({ items: [{ kind: 'kaltura', reference }] });
      const headers = { 'content-type': 'application/json' };
      return (await fetch('/host/spaces/legacy-lobby/items', { method: 'POST', headers, body })).status;
    });
    expect(status).toBe(200);
    await page.reload();
    const frame = work(page, 'An unknown work');
    expect(await seen(frame.getByText('not a description of a Kaltura entry'))).toBe(true);
  });

  it('an entry that Kaltura still prepares can be hung, says so, and plays once it is ready', async () => {
    const { page } = await world.visit('Bruno', 'winter-show');
    await startUpload(world.demo, 'bruno@atelier-nord.example', 'Fresh from the camera');
    const library = await openLibrary(page);
    await library.entries.filter({ hasText: 'Fresh from the camera' }).dblclick();
    const frame = work(page, 'Fresh from the camera');
    expect(await seen(frame.getByText('Kaltura is still preparing this.'))).toBe(true);

    await world.demo.sandbox.sandbox.clock.advance(3600);
    expect(await play(frame)).toBeGreaterThan(0);
  });
});

describe('a search for signs', () => {
  let library: Library;
  beforeAll(async () => {
    library = await openLibrary((await world.visit('Dinah')).page);
    await library.entries.first().waitFor();
  });

  it.each(['"', '!', '\\', '!!"', '((', '🎈', '%'])(
    'such as %s says that there is nothing to search for',
    async (text) => {
      await library.search('');
      await library.entries.first().waitFor();
      await library.search(text);
      expect(await seen(library.dialog.getByRole('heading', { name: `Nothing found for “${text}”` }))).toBe(true);
      expect(await seen(library.dialog.getByText('Kaltura searches for words.'))).toBe(true);
      expect(await library.entries.count()).toBe(0);
    },
  );

  it.each(['"sea', '!sea', '(sea) \\ "', 'sea ! '])('beside a word, such as %s, finds the word', async (text) => {
    await library.search('nothing has this name');
    await library.dialog.getByRole('heading', { name: 'Nothing found for “nothing has this name”' }).waitFor();
    await library.search(text);
    expect(await seen(library.entries.filter({ hasText: 'sea' }).first())).toBe(true);
  });
});

describe('odd names and missing pictures', () => {
  it('HTML in a name is text, on the card and on the placard', async () => {
    const { page, complaints } = await world.visit('Dinah', 'seminar');
    const library = await openLibrary(page);
    await library.search('Bold plans');
    const card = library.entries.filter({ hasText: '<b>Bold plans</b>' });
    await card.dblclick();
    expect(await seen(page.getByRole('heading', { name: '<b>Bold plans</b> & <script>' }))).toBe(true);
    expect(complaints).toEqual([]);
  });

  it('a name of 10 kB keeps its card and its frame in shape', async () => {
    const { page } = await world.visit('Dinah', 'seminar');
    const library = await openLibrary(page);
    await library.search('Everything_in_one_word*');
    const card = library.entries.filter({ hasText: 'Everything_in_one_word' });
    await card.dblclick();
    const placard = page.getByRole('main').getByRole('heading', { name: /^Everything_in_one_word/ });
    await placard.waitFor();
    expect((await placard.boundingBox())?.height).toBeLessThan(60);
    expect((await placard.boundingBox())?.width).toBeLessThan(400);
  });

  it('an entry without a thumbnail has a card all the same', async () => {
    const library = await openLibrary((await world.visit('Dinah')).page);
    await library.search('Scan without a preview');
    const card = library.entries.filter({ hasText: 'Scan without a preview' });
    expect(await seen(card.locator('[data-status="missing"]'))).toBe(true);
  });
});
