import { expect, test, vi } from 'vitest';
import type { UploadItem } from './UploadItem.ts';
import type { UploadRecords } from './UploadRecords.ts';
import { canDo } from './uploadReducer.ts';
import { isReady, isSending, isVerified, openBrowser, type Browser, type Tab } from './testing/openQueue.ts';
import { film } from './testing/sampleFilm.ts';
import { sha256, startUploads, type Uploads } from './testing/startUploads.ts';

const MIB = 1024 * 1024;
const ada = { hubId: 'atelier', userId: 'ada@uni.example' };
const names = ['one', 'two', 'three', 'four'];
const fourFilms = (): File[] => names.map((name, seed) => film(2 * MIB, { name: `${name}.mp4`, seed: seed + 1 }));
const waits = ({ waitingFor }: UploadItem): boolean => waitingFor === 'another_tab';
const added = (uploads: Uploads): number => uploads.calls.filter((call) => call === 'uploadToken.add').length;

/** A tab in which two of four films are being sent and none gets any further. */
async function sendingTwo(uploads: Uploads, browser: Browser, films: readonly File[]): Promise<[Tab, string[]]> {
  uploads.beforeChunk.current = ({ resume }) => (resume ? new Promise<never>(() => {}) : undefined);
  const tab = browser.open();
  const ids = await tab.add(...films);
  await Promise.all(ids.slice(0, 2).map((id) => tab.until(id, ({ uploadedBytes }) => uploadedBytes > 0)));
  expect(tab.statuses()).toEqual(['uploading', 'uploading', 'queued', 'queued']);
  return [tab, ids];
}

/** What a reload leaves: the page is gone, and the next one has restored what was unfinished. */
async function reload(uploads: Uploads, browser: Browser, tab: Tab): Promise<Tab> {
  tab.queue.close();
  uploads.beforeChunk.current = () => {};
  const next = browser.open();
  await next.queue.restore();
  const { items } = next.queue.store.getState();
  await Promise.all(items.map(({ id }) => next.until(id, ({ waitingFor }) => waitingFor === 'file')));
  return next;
}

async function expectEachOnce(uploads: Uploads, browser: Browser, films: readonly File[]): Promise<void> {
  const sums = await Promise.all((await uploads.entries()).map(({ id }) => uploads.partner.checksum(id)));
  expect(sums.sort()).toEqual((await Promise.all(films.map(sha256))).sort());
  expect(await uploads.leftovers()).toEqual([]);
  await vi.waitFor(async () => expect(await browser.records.list(ada)).toEqual([]));
}

test('files that waited for their turn are offered after a reload, in their order, and each arrives once', async () => {
  const uploads = startUploads();
  const browser = openBrowser(uploads);
  const films = fourFilms();
  const [before, ids] = await sendingTwo(uploads, browser, films);
  const tab = await reload(uploads, browser, before);
  expect(tab.queue.store.getState().items).toMatchObject(
    ids.map((id, index) => ({ id, status: 'paused', waitingFor: 'file', fileName: `${names[index]}.mp4` })),
  );
  // Added in one millisecond, and in an order all the same.
  expect(new Set(ids.map((id) => tab.item(id).createdAt)).size).toBe(4);
  expect(ids.map((id) => tab.item(id).uploadedBytes > 0)).toEqual([true, true, false, false]);
  expect(added(uploads)).toBe(2);

  const begun: string[] = [];
  tab.queue.store.subscribe(({ items }) => {
    for (const { id } of items.filter(isSending)) if (!begun.includes(id)) begun.push(id);
  });
  for (const [index, id] of ids.entries()) expect(await tab.queue.chooseFile(id, films[index]!)).toBe(true);
  await Promise.all(ids.map((id) => tab.until(id, isVerified)));
  expect(begun).toEqual(ids);
  expect(added(uploads)).toBe(4);
  await expectEachOnce(uploads, browser, films);
});

test('what was said of a file that waited is kept', async () => {
  const uploads = startUploads();
  const browser = openBrowser(uploads);
  const films = fourFilms();
  const [before, ids] = await sendingTwo(uploads, browser, films);
  before.queue.edit(ids[2]!, { name: 'Dome', description: 'From the roof', tags: ['roof'] });
  before.queue.answer(ids[2]!, { projection: 'equirectangular', stereoMode: 'left-right' });
  const tab = await reload(uploads, browser, before);
  await tab.queue.chooseFile(ids[2]!, films[2]!);
  await tab.until(ids[2]!, isReady);
  expect(tab.item(ids[2]!)).toMatchObject({ projection: { stereoMode: 'left-right', decidedBy: 'person' } });
  expect(await uploads.entries()).toMatchObject([
    { name: 'Dome', description: 'From the roof', tags: ['roof', '360'] },
  ]);
});

test('a file that waited is another one when its content is, whatever its name and size', async () => {
  const uploads = startUploads();
  const browser = openBrowser(uploads);
  const films = fourFilms();
  const [before, ids] = await sendingTwo(uploads, browser, films);
  const tab = await reload(uploads, browser, before);
  expect(await tab.queue.chooseFile(ids[3]!, film(2 * MIB, { name: 'four.mp4', seed: 9 }))).toBe(false);
  expect(tab.item(ids[3]!)).toMatchObject({ status: 'paused', waitingFor: 'file' });
  // By its content it is found wherever it is handed in.
  expect(await tab.add(new File([films[3]!], 'renamed.mp4'))).toEqual([ids[3]]);
  await tab.until(ids[3]!, isReady);
  expect(await uploads.entries()).toMatchObject([{ name: 'four' }]);
});

test('a file that is changed while it waits is not sent', async () => {
  const uploads = startUploads();
  const films = fourFilms();
  const [tab, ids] = await sendingTwo(uploads, openBrowser(uploads), films);
  films[2]!.slice = (...range) => film(2 * MIB, { seed: 9 }).slice(...range);
  tab.queue.pause(ids[0]!);
  await tab.until(ids[2]!, ({ problem }) => problem?.code === 'file_changed');
  expect(added(uploads)).toBe(2);
});

test('cancelling a file that waits asks nothing of Kaltura, needs no network, and it never comes back', async () => {
  const uploads = startUploads();
  const browser = openBrowser(uploads);
  const [before, ids] = await sendingTwo(uploads, browser, fourFilms());
  uploads.network.setOnline(false);
  const asked = uploads.calls.length;
  await before.queue.cancel(ids[2]!);
  expect(before.item(ids[2]!).status).toBe('cancelled');
  let tab = await reload(uploads, browser, before);
  expect(tab.queue.store.getState().items.map(({ id }) => id)).toEqual([ids[0], ids[1], ids[3]]);
  await tab.queue.cancel(ids[3]!);
  tab.queue.forget([ids[3]!]);
  tab = await reload(uploads, browser, tab);
  expect(tab.queue.store.getState().items.map(({ id }) => id)).toEqual([ids[0], ids[1]]);
  expect(uploads.calls).toHaveLength(asked);
});

test('cancelling in the very moment of adding leaves nothing either', async () => {
  const uploads = startUploads();
  const browser = openBrowser(uploads);
  const tab = browser.open();
  tab.queue.store.subscribe(({ items }) => {
    if (items[0]?.status === 'queued') void tab.queue.cancel(items[0].id);
  });
  const [id] = await tab.add(film(MIB));
  expect(tab.item(id!).status).toBe('cancelled');
  // Whatever was on its way has had its turn when the next one is ready.
  const other = browser.open();
  const [next] = await other.add(film(MIB, { seed: 2 }));
  await other.until(next!, isVerified);
  await vi.waitFor(async () => expect(await browser.records.list(ada)).toEqual([]));
  expect(added(uploads)).toBe(1);
});

test('another person, another hub, and a week later see nothing of a file that waited', async () => {
  const uploads = startUploads();
  const browser = openBrowser(uploads);
  const [before] = await sendingTwo(uploads, browser, fourFilms());
  before.queue.close();
  const seen = async (scope = ada): Promise<number> => {
    const tab = browser.open({ scope });
    await tab.queue.restore();
    tab.queue.close();
    return tab.queue.store.getState().items.length + (await browser.records.list(scope)).length;
  };
  expect(await seen({ ...ada, userId: 'bob@uni.example' })).toBe(0);
  expect(await seen({ ...ada, hubId: 'other' })).toBe(0);
  expect(await seen()).toBe(4);
  await uploads.sandbox.clock.advance(7 * 24 * 3600 + 1);
  expect(await seen()).toBe(0);
});

test('a file that waits in another tab is only watched; when that one closes, it is asked for', async () => {
  const uploads = startUploads();
  const browser = openBrowser(uploads);
  const films = fourFilms();
  const [one, ids] = await sendingTwo(uploads, browser, films);
  const two = browser.open();
  await two.queue.restore();
  const watched = await Promise.all(ids.map((id) => two.until(id, waits)));
  for (const item of watched) {
    for (const event of ['cancelled', 'edited', 'answered', 'resumed'] as const) expect(canDo(item, event)).toBe(false);
  }
  one.queue.close();
  uploads.beforeChunk.current = () => {};
  await Promise.all(ids.map((id) => two.until(id, ({ waitingFor }) => waitingFor === 'file')));
  for (const file of films) await two.add(file);
  await Promise.all(ids.map((id) => two.until(id, isVerified)));
  await expectEachOnce(uploads, browser, films);
});

test('a file that waits in one tab and is handed to another one is uploaded once, whichever ends first', async () => {
  const uploads = startUploads();
  const browser = openBrowser(uploads);
  const films = fourFilms();
  const [one, ids] = await sendingTwo(uploads, browser, films);
  const two = browser.open();
  const [again] = await two.add(films[3]!);
  await two.until(again!, waits);
  uploads.beforeChunk.current = () => {};
  // The two that were being sent hang for ever: they make room.
  one.queue.pause(ids[0]!);
  const ends = await Promise.all([one.until(ids[3]!, isVerified), two.until(again!, isVerified)]);
  expect(ends[0].entryId).toBe(ends[1].entryId);
  one.queue.pause(ids[1]!);
  one.queue.resume(ids[0]!);
  one.queue.resume(ids[1]!);
  await Promise.all(ids.map((id) => one.until(id, isVerified)));
  await expectEachOnce(uploads, browser, films);
});

test('when two tabs had the same file waiting and both are closed, it is offered once', async () => {
  const uploads = startUploads();
  const browser = openBrowser(uploads);
  const films = fourFilms();
  const [one, ids] = await sendingTwo(uploads, browser, films);
  await uploads.sandbox.clock.advance(1);
  const two = browser.open();
  const [again] = await two.add(films[3]!);
  await two.until(again!, waits);
  two.queue.close();
  const tab = await reload(uploads, browser, one);
  expect(tab.queue.store.getState().items.map(({ id }) => id)).toEqual(ids);
  expect((await browser.records.list(ada)).map(({ id }) => id)).toEqual(ids);
  for (const file of films) await tab.add(file);
  await Promise.all(ids.map((id) => tab.until(id, isVerified)));
  await expectEachOnce(uploads, browser, films);
});

test('what another tab has brought to its end while this one rested is not uploaded again', async () => {
  const uploads = startUploads();
  const browser = openBrowser(uploads);
  const films = fourFilms();
  const [one, ids] = await sendingTwo(uploads, browser, films);
  one.queue.suspend();
  uploads.beforeChunk.current = () => {};
  const two = browser.open();
  await two.queue.restore();
  expect(await two.queue.chooseFile(ids[2]!, films[2]!)).toBe(true);
  const { entryId } = await two.until(ids[2]!, isVerified);
  await uploads.entries();
  one.queue.wake();
  expect(await one.until(ids[2]!, isVerified)).toMatchObject({ entryId });
  await Promise.all(ids.map((id) => one.until(id, isVerified)));
  await expectEachOnce(uploads, browser, films);
});

test('a handle leads to a file that waited', async () => {
  const uploads = startUploads();
  const browser = openBrowser(uploads);
  const films = fourFilms();
  const [before, ids] = await sendingTwo(uploads, browser, films);
  const handle = { kind: 'file', getFile: async () => films[3] } as unknown as FileSystemFileHandle;
  await browser.records.put({ ...(await browser.records.list(ada))[3]!, handle });
  const tab = await reload(uploads, browser, before);
  expect(tab.queue.handleOf(ids[3]!)).not.toBeNull();
  expect(await tab.queue.reopen(ids[3]!)).toBe(true);
  await tab.until(ids[3]!, isReady);
});

test('where the browser keeps nothing, files that wait are uploaded all the same', async () => {
  const uploads = startUploads();
  const refuse = (): Promise<never> => Promise.reject(new DOMException('full', 'QuotaExceededError'));
  const records: UploadRecords = { put: refuse, remove: refuse, list: async () => [] };
  const films = fourFilms();
  const tab = openBrowser(uploads).open({ records });
  const ids = await tab.add(...films);
  await Promise.all(ids.map((id) => tab.until(id, isVerified)));
  const sums = await Promise.all((await uploads.entries()).map(({ id }) => uploads.partner.checksum(id)));
  expect(sums.sort()).toEqual((await Promise.all(films.map(sha256))).sort());
});

test('a person who leaves while files are added leaves nothing of them in memory', async () => {
  const uploads = startUploads();
  const tab = openBrowser(uploads).open({ newId: () => 'u1' });
  const handle = { kind: 'file' } as unknown as FileSystemFileHandle;
  const adding = tab.queue.add([{ file: film(MIB), handle }]);
  tab.queue.close();
  await adding;
  expect(tab.statuses()).toEqual([]);
  expect(tab.queue.handleOf('u1')).toBeNull();
  expect(uploads.calls).toEqual([]);
});

test('handing in a file that another tab is uploading leaves what that one has written down', async () => {
  const uploads = startUploads();
  const browser = openBrowser(uploads);
  const films = fourFilms();
  const [one, ids] = await sendingTwo(uploads, browser, films);
  const two = browser.open();
  await two.queue.restore();
  await two.until(ids[2]!, waits);
  one.queue.pause(ids[0]!);
  await one.until(ids[2]!, ({ uploadedBytes }) => uploadedBytes > 0);
  await two.add(films[2]!);
  expect((await browser.records.list(ada))[2]).toMatchObject({ step: 'uploading', tokenId: expect.any(String) });
});

test('a pause in the moment before its turn does not cost it its turn', async () => {
  const uploads = startUploads();
  const browser = openBrowser(uploads);
  let looks = 0;
  const list: UploadRecords['list'] = async (scope) => {
    const remembered = await browser.records.list(scope);
    looks += 1;
    if (looks === 1) for (const act of ['pause', 'resume'] as const) tab.queue[act](remembered[0]!.id);
    return remembered;
  };
  const tab = browser.open({ records: { ...browser.records, list } });
  const file = film(MIB);
  const [id] = await tab.add(file);
  await tab.until(id!, isVerified);
  expect(looks).toBeGreaterThan(1);
  await expectEachOnce(uploads, browser, [file]);
});

test('a pause that is taken back at once does not wait for itself', async () => {
  const uploads = startUploads();
  const tab = openBrowser(uploads).open();
  const film1 = film(3 * MIB);
  const [id] = await tab.add(film1);
  await tab.until(id!, isSending);
  const waited: UploadItem[] = [];
  tab.queue.store.subscribe(({ items }) => waited.push(...items.filter(waits)));
  tab.queue.pause(id!);
  tab.queue.resume(id!);
  await tab.until(id!, isVerified);
  expect(waited).toEqual([]);
});
