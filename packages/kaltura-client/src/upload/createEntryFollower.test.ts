import { expect, test, vi } from 'vitest';
import { createEntryFollower, type EntryNews } from './createEntryFollower.ts';
import { film } from './testing/sampleFilm.ts';
import { startUploads, type Uploads } from './testing/startUploads.ts';
import { addMedia } from '../testing/addMedia.ts';

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
  await vi.waitFor(() => expect(news).toMatchObject([{ type: 'ready', dash: 'unavailable' }]));
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
