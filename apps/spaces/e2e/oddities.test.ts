import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openLibrary, work } from './library.ts';
import { createWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

describe('what years do to a space', () => {
  it('an entry that was deleted in Kaltura says so where it stood', async () => {
    const { page } = await world.visit('Ada', 'legacy-lobby');
    await work(page, 'Opening night, 2019').getByText('This was deleted in Kaltura.').waitFor();
  });

  it('a reference to a foreign service is refused in words, and nothing is asked there', async () => {
    const { page, requests } = await world.visit('Ada', 'legacy-lobby');
    await work(page, 'Guest contribution').getByText('a media service that Spaces does not trust').waitFor();
    const hosts = new Set(requests.map((request) => new URL(request.url()).host));
    const ours = Object.values(world.demo.urls).map((url) => new URL(url).host);
    expect([...hosts].filter((host) => !ours.includes(host))).toEqual([]);
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
    await work(page, 'An unknown work').getByText('not a description of a Kaltura entry').waitFor();
  });

  it('an entry that Kaltura still prepares says so, and shows by itself once it is ready', async () => {
    const { page } = await world.visit('Bruno', 'winter-show');
    const library = await openLibrary(page);
    const { cell, name } = await library.first('processing');
    await cell.dblclick();
    const frame = work(page, name);
    await frame.getByText('Kaltura is still preparing this.').waitFor();
    world.demo.sandbox.sandbox.clock.advance(3600);
    await frame.getByRole('button', { name: /^Play/ }).waitFor();
  });
});

describe('odd input', () => {
  it.each(['"', '!', '\\', '!!"', '((', '🎈', '%', "' OR 1=1 --"])('a search for %s is answered', async (text) => {
    const { page, context } = await world.visit('Dinah');
    const library = await openLibrary(page);
    await library.entries.first().waitFor();
    await library.search(text);
    const answer = library.entries.first().or(library.dialog.getByText(/^Nothing found/));
    await expect
      .poll(() =>
        library.dialog
          .getByRole('grid')
          .getAttribute('aria-busy')
          .catch(() => 'false'),
      )
      .toBe('false');
    await answer.first().waitFor();
    expect(await library.dialog.getByRole('heading', { name: /Kaltura could not|went wrong|unreadable/ }).count()).toBe(
      0,
    );
    await context.close();
  });
});
