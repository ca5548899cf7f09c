import type { Page } from 'playwright';
import { afterAll, describe, expect, it } from 'vitest';
import { openLibrary, play, work } from './library.ts';
import { createWorld } from './world.ts';

const world = await createWorld();
afterAll(() => world.close());

describe('secrets', () => {
  it('stay out of URLs and out of the browser’s storage while one browses, imports and plays', async () => {
    const { page, context, requests } = await world.visit('Bruno', 'winter-show');
    const library = await openLibrary(page);
    await library.type('Videos');
    const { cell, name } = await library.first('flatVideo');
    await cell.dblclick();
    expect(await play(work(page, name))).toBeGreaterThan(0);

    const bodies = requests.map((request) => request.postData() ?? '');
    const ks = bodies.map((body) => new URLSearchParams(body).get('ks')).find((value) => value !== null) ?? '';
    expect(ks.length).toBeGreaterThan(80);
    // Long enough to be nothing else, short enough to be found cut or continued.
    const trace = ks.slice(0, 40);

    const urls = requests.map((request) => request.url());
    expect(urls.filter((url) => url.includes('/playManifest/')).length).toBeGreaterThan(0);
    for (const url of [...urls, page.url()]) {
      expect(decodeURIComponent(url)).not.toContain(trace);
      expect(url).not.toMatch(/[?&/]ks[=/]/i);
    }
    const referers = requests.map((request) => request.headers()['referer'] ?? '');
    expect(referers.join('\n')).not.toContain(trace);

    const stored = JSON.stringify([await context.storageState({ indexedDB: true }), await readStorage(page)]);
    expect(stored).toContain('spaces_session');
    expect(stored).not.toContain(trace);
    const everything = [stored, ...urls, ...bodies, await page.content()].join('\n');
    for (const { appToken } of Object.values(world.demo.sandbox.partners)) {
      expect(everything).not.toContain(appToken.token);
    }
  });
});

/** What `storageState` leaves out. */
function readStorage(page: Page): Promise<unknown> {
  return page.evaluate(async () => ({
    session: Object.entries(sessionStorage),
    local: Object.entries(localStorage),
    caches: await caches.keys(),
    workers: (await navigator.serviceWorker.getRegistrations()).length,
  }));
}
