import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { createBrowserWorld, type BrowserWorld } from './browserWorld.ts';

const MIB = 1024 * 1024;
/** How long something may take on a busy machine. */
const SOON = { timeout: 60_000, interval: 50 };

let world: BrowserWorld;
beforeAll(async () => {
  world = await createBrowserWorld({ conversionTime: 0 });
});
afterAll(() => world.close());
afterEach(() => {
  world.instead.current = () => null;
  world.sandbox.faults.clear();
  world.seen.length = 0;
});

/** Opens Ada's queue in the page, with what browsers bring and nothing else. */
const openQueue = (page: Page, userId: string): Promise<void> =>
  page.evaluate(
    async ({ serviceUrl, appToken, scope }) => {
      const { createAppTokenSessionSource, createKalturaClient, createUploadQueue } = globalThis.engine;
      const session = createAppTokenSessionSource({ serviceUrl, partnerId: 102, appToken, userId: scope.userId });
      const queue = createUploadQueue({ client: createKalturaClient({ session }), scope });
      Object.assign(globalThis, { queue });
      await queue.restore();
    },
    { serviceUrl: world.serviceUrl, appToken: world.appToken, scope: { hubId: 'atelier', userId } },
  );

type Queue = ReturnType<typeof globalThis.engine.createUploadQueue>;

const addFilm = (page: Page, size: number, seed: number) =>
  page.evaluate(
    ({ size, seed }) => {
      const { queue, engine } = globalThis as unknown as { queue: Queue; engine: typeof globalThis.engine };
      return queue.add([engine.film(size, { seed })]);
    },
    { size, seed },
  );

const items = (page: Page) =>
  page.evaluate(() => (globalThis as unknown as { queue: Queue }).queue.store.getState().items);

const isVerified = async (page: Page): Promise<boolean> =>
  (await items(page)).every(({ status, dash }) => status === 'ready' && dash === 'ready');

/** The page's first upload. */
async function upload(page: Page) {
  const [item] = await items(page);
  return { entryId: '', uploadedBytes: 0, waitingFor: null, ...item };
}

/** What Kaltura holds of the page's first upload. */
const checksum = async (page: Page): Promise<string> =>
  world.sandbox.partner(102).checksum((await upload(page)).entryId ?? '');

/** SHA-256 of the same film as Node makes it. */
async function checksumOf(page: Page, size: number, seed: number): Promise<string> {
  return page.evaluate(
    async ({ size, seed }) => {
      const bytes = await globalThis.engine.film(size, { seed }).arrayBuffer();
      const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
      return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
    },
    { size, seed },
  );
}

/**
 * How long it takes, in milliseconds, until the page's first upload waits once the network is gone, and goes on once it is
 * back. Measured in the page: how fast a test looks says nothing.
 */
async function watchReactions(page: Page): Promise<() => Promise<{ offline: number; online: number }>> {
  await page.evaluate(() => {
    const { store } = (globalThis as unknown as { queue: Queue }).queue;
    const reactions = { offline: Infinity, online: Infinity };
    const reaction = (event: 'offline' | 'online', happened: () => boolean): void =>
      addEventListener(event, () => {
        const began = performance.now();
        const look = (): void => {
          if (happened()) reactions[event] = Math.min(reactions[event], performance.now() - began);
        };
        store.subscribe(look);
        look();
      });
    const waitingFor = () => store.getState().items[0]?.waitingFor;
    reaction('offline', () => waitingFor() === 'network');
    reaction('online', () => waitingFor() === null);
    Object.assign(globalThis, { reactions });
  });
  return () =>
    page.evaluate(() => (globalThis as unknown as { reactions: { offline: number; online: number } }).reactions);
}

const posts = (path: string): number =>
  world.seen.filter((one) => one.method === 'POST' && one.path.toLowerCase().endsWith(path.toLowerCase())).length;

test('a file goes through Chromium whole, with one preflight, and no KS in any URL or store', async () => {
  const page = await world.open();
  const urls: string[] = [];
  page.on('request', (request) => urls.push(request.url()));
  await openQueue(page, 'ada@uni.example');
  await addFilm(page, 24 * MIB, 1);
  await expect.poll(() => isVerified(page), SOON).toBe(true);
  expect(await checksum(page)).toBe(await checksumOf(page, 24 * MIB, 1));
  expect(world.seen.filter(({ method }) => method === 'OPTIONS')).toHaveLength(1);
  expect(urls.filter((url) => url.includes('djJ8'))).toEqual([]);
});

test('reloaded in the middle, it is asked for the file again and goes on where Kaltura is', async () => {
  const page = await world.open();
  await openQueue(page, 'bob@uni.example');
  const held = Promise.withResolvers<void>();
  let chunks = 0;
  world.instead.current = (request) => {
    if (request.method !== 'POST' || !request.url.endsWith('/upload')) return null;
    chunks += 1;
    if (chunks < 6) return null;
    held.resolve();
    return new Promise(() => {});
  };
  await addFilm(page, 24 * MIB, 2);
  await held.promise;
  await page.reload();
  world.instead.current = () => null;
  await openQueue(page, 'bob@uni.example');
  await expect.poll(async () => (await upload(page)).waitingFor, SOON).toBe('file');
  expect(await items(page)).toMatchObject([{ status: 'paused', fileName: 'film.mp4' }]);
  expect((await upload(page)).uploadedBytes).toBeGreaterThan(0);
  const stored = await page.evaluate(async () => {
    const request = indexedDB.open('spaces-kaltura-uploads');
    await new Promise((resolve) => request.addEventListener('success', resolve));
    const all = request.result.transaction('uploads').objectStore('uploads').getAll();
    await new Promise((resolve) => all.addEventListener('success', resolve));
    return JSON.stringify(all.result);
  });
  expect(stored).toContain('bob@uni.example');
  expect(stored).not.toContain('djJ8');

  world.seen.length = 0;
  expect(await addFilm(page, 24 * MIB, 2)).toMatchObject([{ ok: true, isNew: false }]);
  await expect.poll(() => isVerified(page), SOON).toBe(true);
  expect(await checksum(page)).toBe(await checksumOf(page, 24 * MIB, 2));
  expect(posts('uploadToken/action/add')).toBe(0);
});

test('two tabs with the same file make one upload and show the same entry', async () => {
  const context = await world.newContext();
  const [one, two] = [await world.open({ context }), await world.open({ context })];
  await Promise.all([openQueue(one, 'cleo@uni.example'), openQueue(two, 'cleo@uni.example')]);
  await Promise.all([addFilm(one, 12 * MIB, 3), addFilm(two, 12 * MIB, 3)]);
  await expect.poll(async () => (await isVerified(one)) && (await isVerified(two)), SOON).toBe(true);
  expect((await upload(one)).entryId).toBe((await upload(two)).entryId);
  expect(posts('uploadToken/action/add')).toBe(1);
});

test('when the tab that uploads is closed, the one that waits goes on with its bytes', async () => {
  const context = await world.newContext();
  const [one, two] = [await world.open({ context }), await world.open({ context })];
  await Promise.all([openQueue(one, 'dan@uni.example'), openQueue(two, 'dan@uni.example')]);
  const held = Promise.withResolvers<void>();
  let chunks = 0;
  world.instead.current = (request) => {
    if (request.method !== 'POST' || !request.url.endsWith('/upload')) return null;
    chunks += 1;
    if (chunks < 5) return null;
    held.resolve();
    return new Promise(() => {});
  };
  await addFilm(one, 16 * MIB, 4);
  await held.promise;
  await addFilm(two, 16 * MIB, 4);
  await expect.poll(async () => (await upload(two)).waitingFor, SOON).toBe('another_tab');
  world.instead.current = () => null;
  await one.close();
  await expect.poll(() => isVerified(two), SOON).toBe(true);
  expect(posts('uploadToken/action/add')).toBe(1);
  expect(await checksum(two)).toBe(await checksumOf(two, 16 * MIB, 4));
});

test('without a network it waits, says so within two seconds, and goes on within five', async () => {
  const page = await world.open();
  await openQueue(page, 'eva@uni.example');
  const session = await page.context().newCDPSession(page);
  const link = (offline: boolean, uploadThroughput: number) =>
    session.send('Network.emulateNetworkConditions', { offline, latency: 0, downloadThroughput: -1, uploadThroughput });
  await link(false, 2 * MIB);
  await addFilm(page, 12 * MIB, 5);
  await expect.poll(async () => (await upload(page)).uploadedBytes, SOON).toBeGreaterThan(0);
  const reactions = await watchReactions(page);
  await link(true, -1);
  await expect.poll(async () => (await upload(page)).waitingFor, SOON).toBe('network');
  await link(false, -1);
  await expect.poll(async () => (await upload(page)).waitingFor, SOON).toBeNull();
  const { offline, online } = await reactions();
  expect(offline).toBeLessThan(2000);
  expect(online).toBeLessThan(5000);
  await expect.poll(() => isVerified(page), SOON).toBe(true);
  expect(await checksum(page)).toBe(await checksumOf(page, 12 * MIB, 5));
});
