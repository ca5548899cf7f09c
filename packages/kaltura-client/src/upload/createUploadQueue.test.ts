import { expect, test, vi } from 'vitest';
import { sampleImage, sampleSound } from '../testing/sampleFiles.ts';
import { FLAT, type UploadItem } from './UploadItem.ts';
import { isFailed, isReady, isSending, isVerified, openBrowser, type Browser } from './testing/openQueue.ts';
import { film } from './testing/sampleFilm.ts';
import { sha256, startUploads, type Uploads } from './testing/startUploads.ts';

const MIB = 1024 * 1024;
const ada = { hubId: 'atelier', userId: 'ada@uni.example' };

/** One READY entry with the bytes of the file; nothing else is left at Kaltura and nothing in the records. */
async function expectOneEntry(uploads: Uploads, { records }: Browser, file: File): Promise<void> {
  uploads.sandbox.faults.clear();
  const entries = await uploads.entries();
  expect(entries.map(({ status }) => status)).toEqual([2]);
  expect(await uploads.partner.checksum(entries[0]!.id)).toBe(await sha256(file));
  expect(await uploads.leftovers()).toEqual([]);
  await vi.waitFor(async () => expect(await records.list(ada)).toEqual([]));
}

test('a film, a picture and a sound become entries, two at a time, and the host hears of it', async () => {
  const uploads = startUploads();
  const tab = openBrowser(uploads).open();
  const letGo = Promise.withResolvers<void>();
  uploads.beforeChunk.current = () => letGo.promise;
  const [first, second, third] = await tab.add(film(3 * MIB), sampleImage, sampleSound);
  await Promise.all([tab.until(first!, isSending), tab.until(second!, isSending)]);
  expect(tab.statuses()).toEqual(['uploading', 'uploading', 'queued']);
  letGo.resolve();
  expect(await tab.until(first!, isVerified)).toMatchObject({
    dash: 'ready',
    uploadedBytes: 3 * MIB,
    mediaType: 'video',
  });
  expect(await tab.until(second!, isReady)).toMatchObject({ dash: null, mediaType: 'image' });
  expect(await tab.until(third!, isVerified)).toMatchObject({ mediaType: 'audio' });
  expect((await uploads.entries()).map(({ name }) => name).sort()).toEqual(['film', 'lobby', 'silence']);
  const kinds = tab.news.map(({ type }) => type).sort();
  expect(kinds).toEqual([...Array(3).fill('uploadAttached'), ...Array(3).fill('uploadReady')]);
});

test('files begin in the order they were added', async () => {
  const uploads = startUploads();
  const begun: string[] = [];
  const detect = async (file: File) => (begun.push(file.name), FLAT);
  const tab = openBrowser(uploads).open({ detect, filesAtOnce: 1 });
  const names = ['a.mp4', 'b.mp4', 'c.mp4', 'd.mp4'];
  const ids = await tab.add(...names.map((name, seed) => film(80_000, { name, seed: seed + 1 })));
  await Promise.all(ids.map((id) => tab.until(id, isReady)));
  expect(begun).toEqual(names);
});

test('what a person has said before goes with the file, whatever the file says', async () => {
  const uploads = startUploads();
  const likely = { ...FLAT, projection: 'equirectangular', confidence: 'likely', evidence: ['ratio.2_1'] } as const;
  const tab = openBrowser(uploads).open({ detect: async () => likely });
  const metadata = { description: 'From the roof', tags: ['roof'] };
  const [added] = await tab.queue.add([
    { file: film(MIB), metadata, projection: { projection: 'flat', stereoMode: 'mono' } },
  ]);
  const { id } = added as { id: string };
  expect(await tab.until(id, isReady)).toMatchObject({
    metadata: { name: 'film', ...metadata },
    projection: { projection: 'flat', decidedBy: 'person', evidence: ['ratio.2_1'] },
  });
  expect(await uploads.entries()).toMatchObject([{ name: 'film', description: 'From the roof', tags: ['roof'] }]);
});

test('a likely 360° film is sent while the question is open, and attached as it was answered', async () => {
  const uploads = startUploads();
  const likely = { ...FLAT, projection: 'equirectangular', confidence: 'likely', evidence: ['ratio.2_1'] } as const;
  const browser = openBrowser(uploads);
  const tab = browser.open({ detect: async () => likely });
  const file = film(MIB);
  const [id] = await tab.add(file);
  await tab.until(id!, ({ status }) => status === 'attaching');
  expect(tab.item(id!)).toMatchObject({ waitingFor: 'projection', uploadedBytes: MIB });
  expect(await uploads.entries()).toEqual([]);
  tab.queue.edit(id!, { name: 'Dome', tags: ['roof'] });
  tab.queue.answer(id!, { projection: 'equirectangular', stereoMode: 'left-right' });
  await tab.until(id!, isVerified);
  expect(await uploads.entries()).toMatchObject([{ name: 'Dome', tags: ['roof', '360'] }]);
  await expectOneEntry(uploads, browser, file);
});

test('a pause makes room for the next file; going on ends in one entry', async () => {
  const uploads = startUploads();
  const browser = openBrowser(uploads);
  const tab = browser.open({ filesAtOnce: 1 });
  const file = film(8 * MIB);
  const sent = Promise.withResolvers<void>();
  uploads.beforeChunk.current = (_chunk, count) => {
    if (count !== 3) return;
    sent.resolve();
    return new Promise<never>(() => {});
  };
  const [one, two] = await tab.add(file, sampleImage);
  await sent.promise;
  uploads.beforeChunk.current = () => {};
  tab.queue.pause(one!);
  await tab.until(two!, isReady);
  expect(tab.item(one!)).toMatchObject({ status: 'paused', waitingFor: null });
  expect(tab.item(one!).uploadedBytes).toBeGreaterThan(0);
  tab.queue.resume(one!);
  expect(await tab.until(one!, isReady)).toMatchObject({ uploadedBytes: file.size });
  expect(new Set(uploads.chunks.filter(({ resume }) => !resume).map(({ tokenId }) => tokenId)).size).toBe(2);
  expect(await uploads.leftovers()).toEqual([]);
});

/** Stops the given chunk for ever: what a reload or a click interrupts. */
function holdChunk(uploads: Uploads, number: number): Promise<void> {
  return new Promise((resolve) => {
    uploads.beforeChunk.current = (_chunk, count) => {
      if (count < number) return;
      resolve();
      return new Promise<never>(() => {});
    };
  });
}

test('cancelling deletes the upload token and its record', async () => {
  const uploads = startUploads();
  const browser = openBrowser(uploads);
  const tab = browser.open();
  const held = holdChunk(uploads, 3);
  const [id] = await tab.add(film(8 * MIB));
  await held;
  expect(await uploads.leftovers()).toHaveLength(1);
  await tab.queue.cancel(id!);
  expect(tab.item(id!).status).toBe('cancelled');
  expect(await uploads.leftovers()).toEqual([]);
  expect(await browser.records.list(ada)).toEqual([]);
});

test('cancelling while nobody knows whether there is an entry leaves none', async () => {
  const uploads = startUploads({ indexLag: 60 });
  const tab = openBrowser(uploads).open();
  uploads.sandbox.faults.add({ service: 'media', action: 'add', call: 1, fault: { kind: 'reset', when: 'after' } });
  uploads.sandbox.faults.add({
    service: 'uploadToken',
    action: 'get',
    times: 9,
    fault: { kind: 'reset', when: 'before' },
  });
  const [id] = await tab.add(film(MIB));
  await tab.until(id!, ({ status, waitingFor }) => status === 'attaching' && waitingFor === 'network');
  await tab.queue.cancel(id!);
  expect(await uploads.entries()).toEqual([]);
  expect(await uploads.leftovers()).toEqual([]);
});

test('a cancelled upload is swept up after a reload, when the network broke before', async () => {
  const uploads = startUploads();
  const browser = openBrowser(uploads);
  const tab = browser.open();
  const held = holdChunk(uploads, 3);
  const [id] = await tab.add(film(8 * MIB));
  await held;
  uploads.network.setOnline(false);
  void tab.queue.cancel(id!);
  await vi.waitFor(async () => expect(await browser.records.list(ada)).toMatchObject([{ step: 'cancelled' }]));
  uploads.network.setOnline(true);
  const again = browser.open();
  await again.queue.restore();
  expect(again.statuses()).toEqual([]);
  await vi.waitFor(async () => expect(await uploads.leftovers()).toEqual([]));
});

/** A tab that is closed after three chunks of the file. */
async function interrupted(uploads: Uploads, browser: Browser, file: File): Promise<string> {
  const tab = browser.open();
  const held = holdChunk(uploads, 4);
  const [id] = await tab.add(file);
  await held;
  tab.queue.close();
  uploads.beforeChunk.current = () => {};
  return id!;
}

test('after a reload the file is asked for; another one is refused; the right one goes on where Kaltura is', async () => {
  const uploads = startUploads();
  const browser = openBrowser(uploads);
  const file = film(9 * MIB);
  const id = await interrupted(uploads, browser, file);
  const tab = browser.open();
  await tab.queue.restore();
  expect(tab.item(id)).toMatchObject({ status: 'paused', waitingFor: 'file', fileName: 'film.mp4', size: file.size });
  expect(await tab.queue.chooseFile(id, film(9 * MIB, { seed: 2 }))).toBe(false);
  expect(tab.item(id).status).toBe('paused');
  const before = uploads.chunks.length;
  expect(await tab.queue.chooseFile(id, new File([file], 'renamed.mp4'))).toBe(true);
  await tab.until(id, isVerified);
  expect(uploads.chunks.slice(before).every(({ resume, at }) => resume && at > 0)).toBe(true);
  expect(new Set(uploads.chunks.map(({ tokenId }) => tokenId)).size).toBe(1);
  await expectOneEntry(uploads, browser, file);
});

test('after a reload, dropping the same file again goes on with it', async () => {
  const uploads = startUploads();
  const browser = openBrowser(uploads);
  const file = film(9 * MIB);
  const id = await interrupted(uploads, browser, file);
  const tab = browser.open();
  await tab.queue.restore();
  expect(await tab.add(file)).toEqual([id]);
  await tab.until(id, isVerified);
  await expectOneEntry(uploads, browser, file);
});

test('after a reload in the middle of attaching, the file is not needed and one entry comes of it', async () => {
  const uploads = startUploads({ indexLag: 60 });
  const browser = openBrowser(uploads);
  const first = browser.open();
  const file = film(MIB);
  uploads.sandbox.faults.add({ service: 'media', action: 'add', call: 1, fault: { kind: 'reset', when: 'after' } });
  uploads.sandbox.faults.add({
    service: 'uploadToken',
    action: 'get',
    times: 9,
    fault: { kind: 'reset', when: 'before' },
  });
  const [id] = await first.add(file);
  await first.until(id!, ({ status, waitingFor }) => status === 'attaching' && waitingFor === 'network');
  first.queue.close();
  const tab = browser.open();
  await tab.queue.restore();
  expect(tab.item(id!)).toMatchObject({ status: 'attaching' });
  await tab.until(id!, isVerified);
  await expectOneEntry(uploads, browser, file);
});

test('after a reload while Kaltura converts, the entry is followed on', async () => {
  const uploads = startUploads({ conversionTime: 600 });
  const browser = openBrowser(uploads);
  const first = browser.open();
  const file = film(MIB);
  const [id] = await first.add(file);
  await first.until(id!, ({ status }) => status === 'converting');
  first.queue.close();
  const tab = browser.open();
  await vi.waitFor(async () => {
    await tab.queue.restore();
    expect(tab.item(id!)).toMatchObject({ status: 'converting', entryId: expect.any(String) as string });
  });
  await tab.until(id!, isVerified);
  await expectOneEntry(uploads, browser, file);
});

test('another person, and the same person in another hub, see nothing of it', async () => {
  const uploads = startUploads();
  const browser = openBrowser(uploads);
  await interrupted(uploads, browser, film(9 * MIB));
  for (const scope of [
    { hubId: 'atelier', userId: 'bob@uni.example' },
    { hubId: 'other', userId: 'ada@uni.example' },
  ]) {
    const tab = browser.open({ scope });
    await tab.queue.restore();
    expect(tab.statuses()).toEqual([]);
  }
});

test('a suspended queue sends nothing and goes on where it was, with what was in its turn', async () => {
  const uploads = startUploads();
  const browser = openBrowser(uploads);
  const tab = browser.open({ filesAtOnce: 1 });
  const half = Promise.withResolvers<void>();
  uploads.beforeChunk.current = (_chunk, number) => {
    if (number === 4) half.resolve();
    return number >= 4 ? new Promise(() => {}) : undefined;
  };
  const [first, second] = await tab.add(film(9 * MIB), film(MIB, { name: 'next.mp4', seed: 2 }));
  await half.promise;
  tab.queue.suspend();
  tab.queue.suspend();
  uploads.beforeChunk.current = () => {};
  expect(tab.statuses()).toEqual(['paused', 'queued']);
  const sent = uploads.chunks.length;
  await uploads.sandbox.clock.advance(3600);
  expect(uploads.chunks).toHaveLength(sent);
  expect(tab.statuses()).toEqual(['paused', 'queued']);
  tab.queue.wake();
  await Promise.all([tab.until(first!, isVerified), tab.until(second!, isVerified)]);
  expect(await uploads.entries()).toHaveLength(2);
});

test('what a person has paused stays paused when the queue wakes', async () => {
  const uploads = startUploads();
  const tab = openBrowser(uploads).open();
  uploads.beforeChunk.current = () => new Promise(() => {});
  const [id] = await tab.add(film(9 * MIB));
  await tab.until(id!, ({ status }) => status === 'uploading');
  tab.queue.pause(id!);
  tab.queue.suspend();
  tab.queue.wake();
  expect(tab.statuses()).toEqual(['paused']);
});

test('closing keeps everything for its owner and sends nothing more', async () => {
  const uploads = startUploads();
  const browser = openBrowser(uploads);
  await interrupted(uploads, browser, film(9 * MIB));
  const sent = uploads.chunks.length;
  await uploads.sandbox.clock.advance(3600);
  expect(uploads.chunks).toHaveLength(sent);
  expect(await uploads.leftovers()).toHaveLength(1);
  expect(await browser.records.list(ada)).toHaveLength(1);
});

test('two tabs with the same file: one token, one entry, both show it', async () => {
  const uploads = startUploads();
  const browser = openBrowser(uploads);
  const [one, two] = [browser.open(), browser.open()];
  const file = film(6 * MIB);
  const [[first], [second]] = await Promise.all([one.add(file), two.add(file)]);
  const waits = ({ waitingFor }: UploadItem): boolean => waitingFor === 'another_tab';
  await Promise.race([one.until(first!, waits), two.until(second!, waits)]);
  const ends = await Promise.all([one.until(first!, isVerified), two.until(second!, isVerified)]);
  expect(ends[0].entryId).toBe(ends[1].entryId);
  expect(uploads.calls.filter((call) => call === 'uploadToken.add')).toHaveLength(1);
  await expectOneEntry(uploads, browser, file);
});

test('a tab that is opened meanwhile does not ask for a file that another one is uploading, and shows what comes of it', async () => {
  const uploads = startUploads();
  const browser = openBrowser(uploads);
  const one = browser.open();
  const half = Promise.withResolvers<void>();
  const goOn = Promise.withResolvers<void>();
  uploads.beforeChunk.current = (_chunk, number) => {
    if (number < 4) return;
    half.resolve();
    return goOn.promise;
  };
  const [id] = await one.add(film(9 * MIB));
  await half.promise;

  const two = browser.open();
  await two.queue.restore();
  expect(await two.until(id!, ({ waitingFor }) => waitingFor === 'another_tab')).toMatchObject({ status: 'paused' });
  goOn.resolve();
  expect(await two.until(id!, isVerified)).toMatchObject({ entryId: one.item(id!).entryId });
  expect(await uploads.entries()).toHaveLength(1);
});

test('when the other tab dies, the one that was opened meanwhile asks for the file', async () => {
  const uploads = startUploads();
  const browser = openBrowser(uploads);
  const one = browser.open();
  const half = Promise.withResolvers<void>();
  uploads.beforeChunk.current = (_chunk, number) => {
    if (number < 4) return;
    half.resolve();
    return new Promise(() => {});
  };
  const file = film(9 * MIB);
  const [id] = await one.add(file);
  await half.promise;
  const two = browser.open();
  await two.queue.restore();
  await two.until(id!, ({ waitingFor }) => waitingFor === 'another_tab');
  // Here it is only watched.
  two.queue.resume(id!);
  two.queue.edit(id!, { name: 'Other' });
  await two.queue.cancel(id!);
  expect(two.item(id!)).toMatchObject({
    status: 'paused',
    waitingFor: 'another_tab',
    metadata: { name: 'film' },
  });
  one.queue.close();
  await two.until(id!, ({ waitingFor }) => waitingFor === 'file');
  // Without the file nothing goes on, whatever is asked for.
  two.queue.resume(id!);
  expect(two.item(id!)).toMatchObject({ status: 'queued', waitingFor: 'file' });
  two.queue.pause(id!);
  uploads.beforeChunk.current = () => {};
  expect(await two.queue.chooseFile(id!, file)).toBe(true);
  await two.until(id!, isVerified);
  expect(await uploads.entries()).toHaveLength(1);
});

test('when the tab that uploads dies, the one that waits goes on with its bytes', async () => {
  const uploads = startUploads();
  const browser = openBrowser(uploads);
  const [one, two] = [browser.open(), browser.open()];
  const file = film(9 * MIB);
  const held = holdChunk(uploads, 4);
  await one.add(file);
  await held;
  const [id] = await two.add(file);
  await two.until(id!, ({ waitingFor }) => waitingFor === 'another_tab');
  uploads.beforeChunk.current = () => {};
  one.queue.close();
  await two.until(id!, isVerified);
  expect(new Set(uploads.chunks.map(({ tokenId }) => tokenId)).size).toBe(1);
  await expectOneEntry(uploads, browser, file);
});

test('a file that changes on the way stops with its reason and leaves nothing', async () => {
  const uploads = startUploads();
  const browser = openBrowser(uploads);
  const tab = browser.open();
  const file = film(3 * MIB);
  const other = film(3 * MIB, { seed: 2 });
  const held = holdChunk(uploads, 3);
  const [id] = await tab.add(file);
  await held;
  tab.queue.pause(id!);
  uploads.beforeChunk.current = () => {};
  file.slice = (...range) => other.slice(...range);
  tab.queue.resume(id!);
  expect((await tab.until(id!, isFailed)).problem).toEqual({ code: 'file_changed', retriable: false, detail: null });
  await vi.waitFor(async () => expect(await uploads.leftovers()).toEqual([]));
  expect(await uploads.entries()).toEqual([]);
});

/** The file on the disk is touched: the browser reads nothing of what was chosen before. */
const touch = (file: File): void => {
  file.slice = () => {
    const gone = new Blob();
    gone.arrayBuffer = () => Promise.reject(new DOMException('It was changed', 'NotReadableError'));
    return gone;
  };
};

test('a file that can not be read any more goes on when it is chosen again, and holds back no other', async () => {
  const uploads = startUploads();
  const browser = openBrowser(uploads);
  const tab = browser.open();
  const file = film(4 * MIB);
  const held = holdChunk(uploads, 3);
  const [id] = await tab.add(file);
  await held;
  tab.queue.pause(id!);
  touch(file);
  uploads.beforeChunk.current = () => {};
  tab.queue.resume(id!);
  const { problem } = await tab.until(id!, isFailed);
  expect(problem).toEqual({ code: 'file_unreadable', retriable: false, detail: null });

  const other = film(4 * MIB, { name: 'other.mp4', seed: 2 });
  const again = new File([film(4 * MIB)], 'film.mp4');
  expect(await tab.queue.add([other, again])).toMatchObject([{ isNew: true }, { id, isNew: false }]);
  await tab.until(id!, isVerified);
  await vi.waitFor(() => expect(tab.queue.store.getState().items.every(isVerified)).toBe(true));
  expect(await uploads.entries()).toHaveLength(2);
  expect(await uploads.leftovers()).toEqual([]);
});

test('a file that was never readable is told as such, and the next of its size is uploaded', async () => {
  const uploads = startUploads();
  const tab = openBrowser(uploads).open();
  const gone = film(MIB);
  // Its first bytes can be read, then its disk is gone.
  gone.slice = (...range) => {
    touch(gone);
    return film(MIB).slice(...range);
  };
  const [first] = await tab.add(gone);
  expect((await tab.until(first!, isFailed)).problem).toMatchObject({ code: 'file_unreadable' });
  const [second] = await tab.add(film(MIB));
  expect(second).not.toBe(first);
  await tab.until(second!, isVerified);
});

test('what Kaltura refuses by its content is told, and leaves nothing', async () => {
  const uploads = startUploads();
  const tab = openBrowser(uploads).open();
  const odd = new Uint8Array(90_000);
  odd.set(new TextEncoder().encode('free'), 4);
  const [id] = await tab.add(new File([odd], 'odd.mp4'));
  expect((await tab.until(id!, isFailed)).problem).toMatchObject({ code: 'type_refused', retriable: false });
  expect(tab.news.map(({ type }) => type)).toEqual(['uploadFailed']);
  expect(await uploads.leftovers()).toEqual([]);
});

test('files that can be told apart before anything is sent are refused at the door', async () => {
  const uploads = startUploads();
  const tab = openBrowser(uploads).open({ limits: { maxBytes: MIB } });
  const files = [
    new File([], 'empty.mp4'),
    film(2 * MIB),
    new File(['x'], 'notes.xyz'),
    new File(['<html>'], 'page.mp4'),
  ];
  expect(await tab.queue.add(files)).toMatchObject([
    { ok: false, refusal: 'empty' },
    { ok: false, refusal: 'too_large' },
    { ok: false, refusal: 'type_unknown' },
    { ok: false, refusal: 'content_differs' },
  ]);
  expect(uploads.calls).toEqual([]);
});

test('a conversion that fails is told and cannot be uploaded again', async () => {
  const uploads = startUploads();
  uploads.partner.failNextUpload('converting');
  const tab = openBrowser(uploads).open();
  const [id] = await tab.add(film(MIB));
  expect((await tab.until(id!, isFailed)).problem).toMatchObject({ code: 'conversion_failed' });
  tab.queue.retry(id!);
  expect(tab.item(id!).status).toBe('failed');
});

test('after Kaltura failed for too long, a retry goes on from what arrived', async () => {
  const uploads = startUploads();
  const browser = openBrowser(uploads);
  const tab = browser.open({ restartDelays: [] });
  const file = film(8 * MIB);
  const stop = uploads.sandbox.faults.add({
    service: 'uploadToken',
    action: 'upload',
    call: Array.from({ length: 200 }, (_, index) => index + 3),
    fault: { kind: 'status', status: 503 },
  });
  const [id] = await tab.add(file);
  expect((await tab.until(id!, isFailed)).problem).toMatchObject({ code: 'upstream', retriable: true });
  stop();
  tab.queue.retry(id!);
  await tab.until(id!, isVerified);
  expect(uploads.chunks.filter(({ resume }) => !resume)).toHaveLength(1);
  await expectOneEntry(uploads, browser, file);
});

test('forgetting what failed leaves nothing at Kaltura', async () => {
  const uploads = startUploads();
  const tab = openBrowser(uploads).open({ restartDelays: [] });
  const stop = uploads.sandbox.faults.add({
    service: 'uploadToken',
    action: 'upload',
    call: Array.from({ length: 200 }, (_, index) => index + 3),
    fault: { kind: 'status', status: 503 },
  });
  const [id] = await tab.add(film(8 * MIB));
  await tab.until(id!, isFailed);
  stop();
  tab.queue.forget([id!]);
  expect(tab.statuses()).toEqual([]);
  await vi.waitFor(async () => expect(await uploads.leftovers()).toEqual([]));
});

test('what was forgotten before DASH was verified does not come back after a reload', async () => {
  const uploads = startUploads();
  uploads.sandbox.faults.add({
    service: 'baseEntry',
    action: 'getPlaybackContext',
    fault: { kind: 'actionBlocked' },
  });
  const browser = openBrowser(uploads);
  const tab = browser.open();
  const [id] = await tab.add(film(MIB));
  expect(await tab.until(id!, isReady)).toMatchObject({ dash: 'pending' });
  expect(await browser.records.list(ada)).toMatchObject([{ step: 'attached' }]);
  tab.queue.forget([id!]);
  await vi.waitFor(async () => expect(await browser.records.list(ada)).toEqual([]));
  tab.queue.close();
  const again = browser.open();
  await again.queue.restore();
  expect(again.statuses()).toEqual([]);
});

test('actions that come too late do nothing', async () => {
  const uploads = startUploads();
  const tab = openBrowser(uploads).open();
  const [id] = await tab.add(film(MIB));
  await tab.until(id!, isVerified);
  tab.queue.pause(id!);
  tab.queue.resume(id!);
  await tab.queue.cancel(id!);
  tab.queue.edit(id!, { name: 'Late' });
  expect(tab.item(id!)).toMatchObject({ status: 'ready', metadata: { name: 'film' } });
  expect(await uploads.entries()).toHaveLength(1);
});

test('open questions hold back neither each other’s bytes nor those of further files', async () => {
  const uploads = startUploads();
  const likely = { ...FLAT, projection: 'equirectangular', confidence: 'likely', evidence: ['ratio.2_1'] } as const;
  const tab = openBrowser(uploads).open({ detect: async () => likely });
  const ids = await tab.add(...[1, 2, 3, 4, 5].map((seed) => film(MIB, { seed, name: `${seed}.mp4` })));
  await Promise.all(ids.map((id) => tab.until(id, ({ status }) => status === 'attaching')));
  expect(ids.map((id) => tab.item(id).waitingFor)).toEqual(Array(5).fill('projection'));
  for (const id of ids) tab.queue.answer(id, FLAT);
  await Promise.all(ids.map((id) => tab.until(id, isVerified)));
  expect(await uploads.entries()).toHaveLength(5);
});

test('after a reload while the question is open, the file is not needed any more', async () => {
  const uploads = startUploads();
  const likely = { ...FLAT, projection: 'equirectangular', confidence: 'likely', evidence: ['ratio.2_1'] } as const;
  const browser = openBrowser(uploads);
  const first = browser.open({ detect: async () => likely });
  const file = film(MIB);
  const [id] = await first.add(file);
  await first.until(id!, ({ status }) => status === 'attaching');
  first.queue.close();
  const tab = browser.open();
  await tab.queue.restore();
  await tab.until(id!, ({ waitingFor }) => waitingFor === 'projection');
  expect(tab.item(id!)).toMatchObject({ status: 'attaching', uploadedBytes: MIB });
  const sent = uploads.chunks.length;
  tab.queue.answer(id!, { projection: 'equirectangular', stereoMode: 'mono' });
  await tab.until(id!, isVerified);
  expect(uploads.chunks).toHaveLength(sent);
  expect(await uploads.entries()).toMatchObject([{ tags: ['360'] }]);
  await expectOneEntry(uploads, browser, file);
});

test('the same file handed in again is the same upload, whatever it does just now', async () => {
  const uploads = startUploads();
  const browser = openBrowser(uploads);
  const tab = browser.open({ filesAtOnce: 1, restartDelays: [] });
  const [file, other] = [film(8 * MIB), film(8 * MIB, { seed: 2 })];
  const held = holdChunk(uploads, 3);
  const [id] = await tab.add(file);
  await held;
  expect(await tab.queue.add([new File([file], 'copy.mp4'), other])).toMatchObject([
    { id, isNew: false },
    { isNew: true },
  ]);
  tab.queue.pause(id!);
  uploads.beforeChunk.current = () => {};
  const stop = uploads.sandbox.faults.add({
    service: 'uploadToken',
    action: 'upload',
    fault: { kind: 'status', status: 503 },
  });
  expect(await tab.add(file)).toEqual([id]);
  await tab.until(id!, isFailed);
  stop();
  expect(await tab.add(file)).toEqual([id]);
  await tab.until(id!, isVerified);
  expect(tab.statuses()).toHaveLength(2);
  // What has come to its end does not stand in the way of doing it again.
  expect(await tab.queue.add([file])).toMatchObject([{ isNew: true }]);
});

test('a paused upload goes on in another tab, and the first tab shows the same entry later', async () => {
  const uploads = startUploads();
  const browser = openBrowser(uploads);
  const [one, two] = [browser.open(), browser.open()];
  const file = film(9 * MIB);
  const held = holdChunk(uploads, 4);
  const [first] = await one.add(file);
  await held;
  one.queue.pause(first!);
  uploads.beforeChunk.current = () => {};
  const [second] = await two.add(file);
  const { entryId } = await two.until(second!, isVerified);
  one.queue.resume(first!);
  expect(await one.until(first!, isVerified)).toMatchObject({ entryId });
  expect(uploads.calls.filter((call) => call === 'uploadToken.add')).toHaveLength(1);
  await expectOneEntry(uploads, browser, file);
});

test('a token that was made for a page that never heard of it is found after the reload', async () => {
  const uploads = startUploads();
  const browser = openBrowser(uploads);
  const first = browser.open();
  const file = film(3 * MIB);
  uploads.sandbox.faults.add({ service: 'uploadToken', action: 'add', fault: { kind: 'reset', when: 'after' } });
  uploads.sandbox.faults.add({ service: 'uploadToken', action: 'list', fault: { kind: 'reset', when: 'before' } });
  const [id] = await first.add(file);
  await first.until(id!, ({ waitingFor }) => waitingFor === 'network');
  first.queue.close();
  uploads.sandbox.faults.clear();
  const tab = browser.open();
  await tab.queue.restore();
  expect(await tab.queue.chooseFile(id!, file)).toBe(true);
  await tab.until(id!, isVerified);
  await expectOneEntry(uploads, browser, file);
});

/** What browsers with the File System Access API hand out. */
function handleTo(file: File | null, permission: PermissionState = 'granted'): FileSystemFileHandle {
  const getFile = async (): Promise<File> => {
    if (file === null) throw new DOMException('It is not where it was', 'NotFoundError');
    return file;
  };
  const handle = { kind: 'file', name: 'film.mp4', getFile, requestPermission: async () => permission };
  return handle as unknown as FileSystemFileHandle;
}

test('a handle leads to the file after a reload, when the person allows it', async () => {
  const uploads = startUploads();
  const browser = openBrowser(uploads);
  const file = film(9 * MIB);
  const interrupt = async (handle: FileSystemFileHandle): Promise<string> => {
    const tab = browser.open();
    const held = holdChunk(uploads, uploads.chunks.length + 4);
    const [added] = await tab.queue.add([{ file, handle }]);
    await held;
    tab.queue.close();
    uploads.beforeChunk.current = () => {};
    return added?.ok ? added.id : '';
  };
  const id = await interrupt(handleTo(file, 'denied'));
  const denied = browser.open();
  await denied.queue.restore();
  expect(await denied.queue.reopen(id)).toBe(false);
  expect(denied.item(id)).toMatchObject({ status: 'paused', waitingFor: 'file' });
  // Chosen once more, this time by a handle that is allowed.
  expect(await denied.queue.chooseFile(id, file, handleTo(file))).toBe(true);
  denied.queue.close();

  const tab = browser.open();
  await tab.queue.restore();
  expect(tab.queue.handleOf(id)).not.toBeNull();
  expect(await tab.queue.reopen(id)).toBe(true);
  await tab.until(id, isVerified);
  await expectOneEntry(uploads, browser, file);
});

test('a handle whose file has changed or is gone leads nowhere', async () => {
  const uploads = startUploads();
  const browser = openBrowser(uploads);
  const file = film(9 * MIB);
  const id = await interrupted(uploads, browser, file);
  for (const handle of [handleTo(null), handleTo(film(9 * MIB, { seed: 2 }))]) {
    const [record] = await browser.records.list(ada);
    await browser.records.put({ ...record!, handle });
    const tab = browser.open();
    await tab.queue.restore();
    expect(await tab.queue.reopen(id)).toBe(false);
    expect(tab.item(id)).toMatchObject({ status: 'paused', waitingFor: 'file' });
  }
});
