import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { createBrowserWorld, serveStranger, type BrowserWorld } from './browserWorld.ts';

const KIB = 1024;
const MIB = 1024 * KIB;

let world: BrowserWorld;
let stranger: Awaited<ReturnType<typeof serveStranger>>;
beforeAll(async () => {
  world = await createBrowserWorld();
  stranger = await serveStranger();
});
afterAll(async () => {
  await world.close();
  await stranger.close();
});
afterEach(() => {
  world.instead.current = () => null;
  world.seen.length = 0;
  stranger.bodies.length = 0;
});

interface Post {
  path?: string;
  bytes?: number;
  stallMs?: number;
  /** Aborts as soon as the request has reached the server. */
  abort?: boolean;
}

/** Posts one form from the page; answers what came of it, errors as their code and message. */
function post(page: Page, { path = '/any', bytes = 100, stallMs = 60_000, abort = false }: Post = {}) {
  return page.evaluate(
    async ({ url, bytes, stallMs, abort }) => {
      const controller = new AbortController();
      const form = new FormData();
      form.append('ks', 'secret-ks');
      form.append('fileData', new Blob([globalThis.engine.noise(bytes)]), 'a.bin');
      if (abort) Object.assign(globalThis, { abortPost: () => controller.abort() });
      try {
        const { signal } = controller;
        return await globalThis.engine.postFormByXhr({ url, form, bytes, stallMs, signal });
      } catch (error) {
        const { name, code, message } = error as { name: string; code?: string; message: string };
        return { failed: name, code, message };
      }
    },
    { url: `${world.serviceUrl}/api_v3/service/any/action${path}`, bytes, stallMs, abort },
  );
}

/** 400 KiB a second from now on. */
async function slowDown(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const conditions = { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: 400 * KIB };
  await session.send('Network.emulateNetworkConditions', conditions);
}

const cors = { 'Access-Control-Allow-Origin': '*' };
const echo = async (request: Request): Promise<Response | null> => {
  if (request.method !== 'POST') return null;
  const { byteLength } = await request.arrayBuffer();
  return new Response(String(byteLength), { headers: cors });
};
const redirectTo =
  (url: string, status: number) =>
  async (request: Request): Promise<Response | null> => {
    if (request.method !== 'POST') return null;
    await request.arrayBuffer();
    return new Response(null, { status, headers: { ...cors, Location: url } });
  };

test('answers status, text and what a pace is learned from, across origins, with one preflight for a URL', async () => {
  world.instead.current = echo;
  const page = await world.open();
  for (const bytes of [100, 2 * MIB, 3 * MIB]) {
    const answer = await post(page, { path: '/pace', bytes });
    expect(answer).toMatchObject({ status: 200, retryAfterMs: null, text: expect.any(String) as string });
    expect(Number('text' in answer && answer.text)).toBeGreaterThan(bytes);
    expect('seconds' in answer && answer.seconds >= answer.pause && answer.pause >= 0).toBe(true);
  }
  expect(world.seen.map(({ method }) => method)).toEqual(['POST', 'OPTIONS', 'POST', 'POST']);
});

test('a chunk that comes first proves its URL with a call that carries neither KS nor bytes', async () => {
  world.instead.current = echo;
  const page = await world.open();
  await post(page, { path: '/probed', bytes: 2 * MIB });
  expect(world.seen.map(({ method, bytes }) => [method, bytes > MIB])).toEqual([
    ['POST', false],
    ['OPTIONS', false],
    ['POST', true],
  ]);
});

test('chunks that begin side by side share one proof and one preflight', async () => {
  world.instead.current = echo;
  const page = await world.open();
  await Promise.all(Array.from({ length: 5 }, () => post(page, { path: '/together', bytes: MIB })));
  expect(world.seen.map(({ method, bytes }) => [method, bytes > MIB])).toEqual([
    ['POST', false],
    ['OPTIONS', false],
    ...Array.from({ length: 5 }, () => ['POST', true]),
  ]);
});

test('an abort ends the post at once, for the server too', async () => {
  const gone = Promise.withResolvers<void>();
  const begun = Promise.withResolvers<void>();
  const page = await world.open();
  world.instead.current = echo;
  await post(page, { path: '/abort' });
  world.instead.current = async (request) => {
    if (request.method !== 'POST') return null;
    begun.resolve();
    await request.arrayBuffer().catch(() => gone.resolve());
    return new Response(null);
  };
  await slowDown(page);
  const posting = post(page, { path: '/abort', bytes: 4 * MIB, abort: true });
  await begun.promise;
  await page.evaluate(() => (globalThis as unknown as { abortPost: () => void }).abortPost());
  expect(await posting).toMatchObject({ failed: 'AbortError' });
  await gone.promise;
});

test('a connection on which nothing moves is given up, one that only is slow is not', async () => {
  world.instead.current = echo;
  const page = await world.open();
  await post(page, { path: '/stall' });
  world.instead.current = (request) => (request.method === 'POST' ? new Promise<Response>(() => {}) : null);
  expect(await post(page, { path: '/stall', bytes: MIB, stallMs: 300 })).toMatchObject({
    failed: 'NetworkError',
    code: 'network_timeout',
  });

  // The network takes twice as long as the watchdog allows for silence, which a machine that is busy keeps for a while, too.
  world.instead.current = echo;
  await post(page, { path: '/slow' });
  await slowDown(page);
  const stallMs = 2500;
  const slow = await post(page, { path: '/slow', bytes: 2 * MIB, stallMs });
  expect(slow).toMatchObject({ status: 200 });
  expect('seconds' in slow && slow.seconds).toBeGreaterThan(stallMs / 1000);
});

test('a server that is away is the network’s failure, and has to prove itself again afterwards', async () => {
  world.instead.current = echo;
  const page = await world.open();
  await post(page, { path: '/away' });
  await page.context().setOffline(true);
  expect(await post(page, { path: '/away', bytes: MIB })).toMatchObject({
    failed: 'NetworkError',
    code: 'network_unreachable',
  });
  await page.context().setOffline(false);
  world.seen.length = 0;
  expect(await post(page, { path: '/away', bytes: MIB })).toMatchObject({ status: 200 });
  expect(world.seen.filter(({ method }) => method === 'POST').map(({ bytes }) => bytes > MIB)).toEqual([false, true]);
});

test.each([301, 302, 303, 307, 308])('a %i to a stranger is refused before anything is sent', async (status) => {
  world.instead.current = redirectTo(`${stranger.url}/steal`, status);
  const page = await world.open();
  for (const bytes of [100, 2 * MIB]) {
    expect(await post(page, { path: `/away-${status}`, bytes })).toMatchObject({
      failed: 'UpstreamError',
      code: 'upstream_bad_response',
      message: 'The request was redirected, which is refused',
    });
  }
  expect(stranger.bodies).toEqual([]);
});

test('a server that begins to redirect later is found out by its first answer, and asked without a KS from then on', async () => {
  world.instead.current = echo;
  const page = await world.open();
  await post(page, { path: '/turns' });
  world.instead.current = redirectTo(`${stranger.url}/steal`, 307);
  const error = { failed: 'UpstreamError', message: 'The request was redirected, which is refused' };
  expect(await post(page, { path: '/turns', bytes: MIB })).toMatchObject(error);
  // What nothing in a page can prevent: see `postFormByXhr`.
  expect(stranger.bodies).toHaveLength(1);
  expect(await post(page, { path: '/turns', bytes: MIB })).toMatchObject(error);
  expect(await post(page, { path: '/turns', bytes: 100 })).toMatchObject(error);
  expect(stranger.bodies).toHaveLength(1);
});

test('under a policy of the page that names Kaltura’s hosts, not even that reaches a stranger', async () => {
  world.instead.current = echo;
  const csp = `default-src 'none'; script-src 'self'; connect-src ${world.serviceUrl}`;
  const page = await world.open({ csp });
  await post(page, { path: '/guarded' });
  world.instead.current = redirectTo(`${stranger.url}/steal`, 307);
  expect(await post(page, { path: '/guarded', bytes: MIB })).toHaveProperty('failed');
  expect(stranger.bodies).toEqual([]);
});
