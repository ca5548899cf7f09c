import { expect, test, vi } from 'vitest';
import { abortReason, type Clock } from '../api/Clock.ts';
import { createKalturaApi } from '../api/createKalturaApi.ts';
import { createKalturaClient } from '../createKalturaClient.ts';
import { createEntryFollower, type EntryNews } from './createEntryFollower.ts';
import { film } from './testing/sampleFilm.ts';
import { startUploads, type Uploads } from './testing/startUploads.ts';
import { addMedia } from '../testing/addMedia.ts';
import { serviceUrl } from '../testing/connectSandbox.ts';

/** A follower whose news can be waited for; the page is visible unless told otherwise. */
function follow({ client, clock }: Uploads) {
  const news: EntryNews[] = [];
  const page = { visible: true, listeners: new Set<() => void>() };
  const visibility = {
    isVisible: () => page.visible,
    onChange: (listener: () => void) => {
      page.listeners.add(listener);
      return () => page.listeners.delete(listener);
    },
  };
  const follower = createEntryFollower({ client, clock, visibility, onNews: (one) => void news.push(one) });
  const setVisible = (visible: boolean): void => {
    page.visible = visible;
    for (const listener of page.listeners) listener();
  };
  return { follower, news, setVisible };
}

const add = ({ client, fetch }: Uploads, more: { conversionProfileId?: number } = {}) =>
  addMedia(client, fetch, film(80_000), { name: 'Film', mediaType: 1, ...more });

test('tells when an entry is ready, then that DASH streams it', async () => {
  const uploads = startUploads({ conversionTime: 60 });
  const { follower, news } = follow(uploads);
  const { id } = await add(uploads);
  follower.follow(id);
  await vi.waitFor(() =>
    expect(news.at(-1)).toMatchObject({ entryId: id, type: 'ready', dash: 'ready', entry: { status: 2 } }),
  );
  expect(news.every(({ type }) => type === 'ready')).toBe(true);
});

test('says so where the profile has no flavor that DASH streams', async () => {
  const uploads = startUploads();
  const { follower, news } = follow(uploads);
  const { id } = await uploads.addVideo({ userId: 'ada@uni.example', flavorParamsIds: [0] });
  follower.follow(id);
  await vi.waitFor(() =>
    expect(news).toMatchObject([{ type: 'ready', dash: 'unavailable', obstacle: 'no_dash_flavor' }]),
  );
});

/** A profile of these flavors, made by the account's administrator. */
async function addProfile({ partner, fetch, clock }: Uploads, flavorParamsIds: string): Promise<number> {
  const api = createKalturaApi({ fetch, clock });
  const read = (json: unknown): unknown => json;
  const once = { repeatable: false, read };
  const ks = (await api.call(
    {
      service: 'session',
      action: 'start',
      params: { secret: partner.adminSecret, userId: 'admin', type: 2, partnerId: 102 },
      ...once,
    },
    { serviceUrl },
  )) as string;
  const profile = { objectType: 'KalturaConversionProfile', name: 'Spaces', flavorParamsIds };
  const params = { conversionProfile: profile };
  const answer = await api.call({ service: 'conversionProfile', action: 'add', params, ...once }, { serviceUrl, ks });
  return (answer as { id: number }).id;
}

test('READY with a rendition that DASH can not stream decides nothing while another one is made', async () => {
  const dash = Promise.withResolvers<void>();
  const uploads = startUploads({
    transcode: async ({ contentId, target }) => {
      if (target.tags.includes('dash')) await dash.promise;
      return { contentId };
    },
  });
  const conversionProfileId = await addProfile(uploads, '0,1,2');
  const { follower, news } = follow(uploads);
  const { id } = await addMedia(uploads.client, uploads.fetch, film(1024 * 1024), {
    name: 'Film',
    mediaType: 1,
    conversionProfileId,
  });
  follower.follow(id);
  await vi.waitFor(() => expect(news.length).toBeGreaterThan(3));
  expect(news.every((one) => one.type === 'ready' && one.dash === 'pending')).toBe(true);
  dash.resolve();
  await vi.waitFor(() => expect(news.at(-1)).toMatchObject({ dash: 'ready', obstacle: null }));
});

test('says so where the renditions for DASH have failed', async () => {
  const uploads = startUploads({
    transcode: async ({ contentId, target }) => {
      if (target.tags.includes('dash')) throw new TypeError('no encoder');
      return { contentId };
    },
  });
  const conversionProfileId = await addProfile(uploads, '0,1,2');
  const { follower, news } = follow(uploads);
  const { id } = await addMedia(uploads.client, uploads.fetch, film(1024 * 1024), {
    name: 'Film',
    mediaType: 1,
    conversionProfileId,
  });
  follower.follow(id);
  await vi.waitFor(() => expect(news.at(-1)).toMatchObject({ dash: 'unavailable', obstacle: 'dash_flavor_failed' }));
});

/** A Kaltura that says something else of its entries. */
function saying(uploads: Uploads, entry: Record<string, unknown>): Uploads {
  const fetch = async (request: Request): Promise<Response> => {
    const response = await uploads.fetch(request);
    if (!request.url.endsWith('/multirequest')) return response;
    const items = (await response.json()) as Record<string, unknown>[];
    return Response.json(
      items.map((item) => (item['objectType'] === 'KalturaMediaEntry' ? { ...item, ...entry } : item)),
    );
  };
  const client = createKalturaClient({ session: uploads.session, fetch, clock: uploads.clock });
  return { ...uploads, client, fetch };
}

test.each([
  [{ moderationStatus: 1 }, 'awaits_moderation'],
  [{ moderationStatus: 3 }, 'rejected'],
  [{ status: 5 }, 'awaits_moderation'],
  [{ status: 6 }, 'rejected'],
])('an entry that is withheld by moderation (%o) is told as such', async (entry, code) => {
  const uploads = startUploads();
  const { id } = await add(uploads);
  const { follower, news } = follow(saying(uploads, entry));
  follower.follow(id);
  await vi.waitFor(() => expect(news).toMatchObject([{ entryId: id, type: 'failed', problem: { code } }]));
});

test('content that Kaltura has taken back after a while is told, a moment without it is not', async () => {
  const uploads = startUploads();
  const { id } = await add(uploads);
  const { follower, news } = follow(saying(uploads, { status: 7 }));
  const began = uploads.clock.now();
  follower.follow(id);
  await vi.waitFor(() => expect(news).toMatchObject([{ type: 'failed', problem: { code: 'import_failed' } }]));
  expect(uploads.clock.now() - began).toBeGreaterThanOrEqual(120_000);
});

test.each(['converting', 'importing'] as const)('tells that %s failed', async (where) => {
  const uploads = startUploads();
  uploads.partner.failNextUpload(where);
  const { follower, news } = follow(uploads);
  const { id } = await add(uploads);
  follower.follow(id);
  const code = where === 'converting' ? 'conversion_failed' : 'import_failed';
  await vi.waitFor(() => expect(news).toMatchObject([{ entryId: id, type: 'failed', problem: { code } }]));
});

test('asks for all entries in one round trip, and stops asking when there is nothing to wait for', async () => {
  const uploads = startUploads();
  const entries = [await add(uploads), await add(uploads), await add(uploads)];
  await uploads.sandbox.clock.advance(60);
  const before = uploads.calls.length;
  const { follower, news } = follow(uploads);
  for (const { id } of entries) follower.follow(id);
  await vi.waitFor(() => expect(news).toHaveLength(3));
  await uploads.sandbox.clock.advance(600);
  expect(uploads.calls.slice(before)).toEqual(['multirequest']);
});

test('pauses grow, but a new entry is looked at soon, and nobody waits for the others', async () => {
  const uploads = startUploads({ conversionTime: 86_400 });
  const naps: { seconds: number; wake: () => void }[] = [];
  const sleep: Clock['sleep'] = (milliseconds, signal) =>
    new Promise((resolve, reject) => {
      naps.push({ seconds: milliseconds / 1000, wake: resolve });
      signal?.addEventListener('abort', () => reject(abortReason(signal)));
    });
  const nap = async (number: number) => {
    await vi.waitFor(() => expect(naps).toHaveLength(number));
    return naps[number - 1]!;
  };
  const { follower, news } = follow({ ...uploads, clock: { ...uploads.clock, sleep } });
  follower.follow((await add(uploads)).id);
  for (let number = 1; number <= 7; number += 1) (await nap(number)).wake();
  expect((await nap(8)).seconds).toBe(15);
  const { id } = await uploads.addVideo({ userId: 'ada@uni.example' });
  follower.follow(id);
  (await nap(9)).wake();
  await vi.waitFor(() => expect(news).toMatchObject([{ entryId: id, type: 'ready' }]));
  await nap(10);
  expect(naps.map(({ seconds }) => seconds)).toEqual([0.5, 2, 3, 4.5, 6.75, 10.125, 15, 15, 0.5, 2]);
});

test('asks nothing while nobody looks', async () => {
  const uploads = startUploads();
  const { id } = await add(uploads);
  const { follower, news, setVisible } = follow(uploads);
  setVisible(false);
  const before = uploads.calls.length;
  follower.follow(id);
  for (let round = 0; round < 5; round += 1) {
    await uploads.clock.sleep(20_000);
    await new Promise((resolve) => setImmediate(resolve));
  }
  expect(uploads.calls).toHaveLength(before);
  setVisible(true);
  await vi.waitFor(() => expect(news.at(-1)).toMatchObject({ type: 'ready' }));
});

test('a failing round is followed by the next one', async () => {
  const uploads = startUploads();
  const { id } = await add(uploads);
  uploads.sandbox.faults.add({ service: 'media', action: 'get', times: 9, fault: { kind: 'html' } });
  const { follower, news } = follow(uploads);
  follower.follow(id);
  await vi.waitFor(() => expect(news.at(-1)).toMatchObject({ type: 'ready', dash: 'ready' }));
});

test('an entry that is gone is told once', async () => {
  const uploads = startUploads();
  const { follower, news } = follow(uploads);
  follower.follow('0_nowhere1');
  await vi.waitFor(() => expect(news).toMatchObject([{ type: 'failed', problem: { code: 'deleted' } }]));
});
