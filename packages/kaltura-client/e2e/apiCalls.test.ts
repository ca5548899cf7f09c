import { afterAll, beforeAll, expect, test } from 'vitest';
import { createBrowserWorld, type BrowserWorld } from './browserWorld.ts';

let world: BrowserWorld;
beforeAll(async () => {
  world = await createBrowserWorld();
});
afterAll(() => world.close());

test('calls that were answered are no cancelled requests to who looks at the network', async () => {
  const page = await world.open();
  const failed: string[] = [];
  page.on('requestfailed', (request) => failed.push(`${request.url()}: ${request.failure()?.errorText}`));
  const calls = 60;
  await page.evaluate(
    async ({ serviceUrl, appToken, calls }) => {
      const { createAppTokenSessionSource, createKalturaClient } = globalThis.engine;
      const session = createAppTokenSessionSource({ serviceUrl, partnerId: 102, appToken, userId: 'ada@uni.example' });
      const client = createKalturaClient({ session });
      for (let call = 0; call < calls; call += 1) await client.media.list({ pager: { pageSize: 1 } });
    },
    { serviceUrl: world.serviceUrl, appToken: world.appToken, calls },
  );
  expect(world.seen.filter(({ path }) => path.endsWith('/media/action/list'))).toHaveLength(calls);
  expect(failed).toEqual([]);
});
