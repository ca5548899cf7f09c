import { appTokenParams } from '@spaces-kaltura/client/exchange';
import { afterAll, describe, expect, it } from 'vitest';
import { play, seen, work } from './library.ts';
import { createWorld } from './world.ts';

const world = await createWorld();
afterAll(() => world.close());

/** Of the studio; Kaltura plays it only to sessions that may view it. */
const rehearsal = 'Rehearsal, for members';

describe('an entry that Kaltura does not show to everybody', () => {
  it('plays for a participant who does not own it, with a KS for it alone', async () => {
    const { page, requests } = await world.visit('Bruno', 'winter-show');
    expect(await play(work(page, rehearsal))).toBeGreaterThan(0);

    const asked = requests.filter((request) => request.url().endsWith('/v1/playback-session'));
    expect(asked.filter((request) => request.method() === 'POST')).toHaveLength(1);
    const { entryId } = JSON.parse(asked.at(-1)?.postData() ?? '{}') as { entryId: string };
    const manifests = requests.filter((request) => request.url().includes(`/playManifest/entryId/${entryId}/`));
    const ks = manifests.map((request) => new URLSearchParams(request.postData() ?? '').get('ks'));
    expect(ks.length).toBeGreaterThan(0);
    expect(ks.every((text) => text?.startsWith('djJ8'))).toBe(true);
    for (const request of requests) expect(decodeURIComponent(request.url())).not.toContain(ks[0]?.slice(0, 40));
  });

  it('plays as a plain file where Kaltura has no DASH of it, its KS in no address', async () => {
    const { context, page, requests } = await world.visit('Bruno');
    await context.route('**/api_v3/service/multirequest', async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: (await response.text()).replaceAll('"mpegdash"', '"of another kind"') });
    });
    await page.goto(`${world.demo.urls.host}/spaces/winter-show`);
    expect(await play(work(page, rehearsal))).toBeGreaterThan(0);
    const asked = requests.filter((request) => request.url().includes('/playManifest/'));
    expect(asked.map((request) => [request.method(), request.url().includes('/format/url/')])).toContainEqual([
      'POST',
      true,
    ]);
    for (const request of requests) expect(decodeURIComponent(request.url())).not.toContain('djJ8');
  });

  it('plays for nobody from a page that does not show it', async () => {
    const { page } = await world.visit('Dinah', 'aula');
    const status = await page.evaluate(
      async ({ exchange }) => {
        const headers = { 'content-type': 'application/json' };
        const body = JSON.stringify({ hub: 'universite-delta', entryId: '0_elsewher' });
        const { token } = await (await fetch('/host/token', { method: 'POST', headers, body })).json();
        const response = await fetch(`${exchange}/v1/playback-session`, {
          method: 'POST',
          headers: { ...headers, authorization: `Bearer ${token}` },
          body: JSON.stringify({ entryId: '0_elsewher' }),
        });
        return [response.status, (await response.json()).code];
      },
      { exchange: world.demo.urls.exchange },
    );
    expect(status).toEqual([403, 'entry_not_named']);
  });

  it('says what is missing in a hub without an App Token for playing', async () => {
    const { exchange, sandbox, urls } = world.demo;
    const { partner, appToken } = sandbox.partners.enterprise;
    const editor = { id: appToken.id, secret: appToken.token, hashType: 'SHA256' } as const;
    const connection = { hub: 'atelier-nord', serviceUrl: urls.sandbox, partnerId: partner.id };
    await exchange.connections.store({ ...connection, tokens: { editor } });
    const { page } = await world.visit('Chiara', 'winter-show');
    const frame = work(page, rehearsal);
    await frame.scrollIntoViewIfNeeded();
    expect(await seen(frame.getByText('this hub has no App Token for playing it'))).toBe(true);

    const player = partner.addAppToken(appTokenParams('player', { kind: 'own' }));
    const tokens = { editor, player: { id: player.id, secret: player.token, hashType: 'SHA256' } } as const;
    await exchange.connections.store({ ...connection, tokens });
    await page.reload();
    expect(await play(work(page, rehearsal))).toBeGreaterThan(0);
  });
});
