import type { FaultRule } from '@spaces-kaltura/sandbox';
import { expect, test } from 'vitest';
import { createKalturaClient } from '../createKalturaClient.ts';
import { readPartnerNote } from '../services/partnerNote.ts';
import { attachUpload, discardUpload, type AttachOptions } from './attachUpload.ts';
import { film } from './testing/sampleFilm.ts';
import { startUploads, type Uploads } from './testing/startUploads.ts';
import { transferFile } from './transferFile.ts';
import { UploadTokenHolder } from './UploadTokenHolder.ts';

const entry = {
  name: 'Atrium',
  description: 'From above',
  tags: ['lobby'],
  mediaType: 1,
  spherical: true,
  stereoMode: 'top-bottom',
} as const;

/** The bytes are there; how they become an entry is the question. */
async function withBytes(uploads: Uploads, init: Partial<AttachOptions> = {}) {
  const file = film(70_000);
  const { client, clock, environment } = uploads;
  const holder = new UploadTokenHolder({ client, file });
  const signal = new AbortController().signal;
  const silent = { onArrived: () => {}, onWaiting: () => {} };
  const { tokenId } = await transferFile({ ...environment, file, fileName: file.name, holder, signal, ...silent });
  const waiting: (string | null)[] = [];
  const options: AttachOptions = {
    client,
    clock,
    entry,
    signal,
    uploadTokenId: tokenId,
    uploadId: 'u1',
    inDoubt: false,
    onWaiting: (by) => waiting.push(by),
    ...init,
  };
  return { options, tokenId, waiting };
}

/** One entry, with the bytes; no token and no empty entry left. */
async function expectOneEntry(uploads: Uploads, entryId: string): Promise<void> {
  uploads.sandbox.faults.clear();
  const entries = await uploads.entries();
  expect(entries.map(({ id, status }) => [id, status])).toEqual([[entryId, 2]]);
  expect(await uploads.leftovers()).toEqual([]);
}

test('makes an entry with everything said of it, in one round trip', async () => {
  const uploads = startUploads();
  const { options } = await withBytes(uploads);
  const before = uploads.calls.length;
  const entryId = await attachUpload(options);
  expect(uploads.calls.slice(before)).toEqual(['multirequest']);
  await expectOneEntry(uploads, entryId);
  const made = await uploads.client.media.get(entryId);
  expect(made).toMatchObject({ name: 'Atrium', description: 'From above', tags: ['lobby', '360'], mediaType: 1 });
  expect(readPartnerNote(made)).toEqual({ uploadId: 'u1', stereo: 'top-bottom' });
});

test('asks for the conversion profile of the session', async () => {
  const uploads = startUploads();
  const { options } = await withBytes(uploads);
  const byDefault = (await uploads.client.media.get(await attachUpload(options))).conversionProfileId;
  const other = await withBytes(uploads, { uploadId: 'u2' });
  const session = { ...(await uploads.session.get()), conversionProfileId: 12 };
  const client = createKalturaClient({
    session: { get: async () => session, renew: async () => session, clear() {} },
    fetch: uploads.fetch,
    clock: uploads.clock,
  });
  const entryId = await attachUpload({ ...other.options, client });
  expect(byDefault).not.toBe(12);
  expect((await uploads.client.media.get(entryId)).conversionProfileId).toBe(12);
});

const calls: [string, Pick<FaultRule, 'service' | 'action'>][] = [
  ['media.add', { service: 'media', action: 'add' }],
  ['media.addContent', { service: 'media', action: 'addContent' }],
];
const faults: FaultRule['fault'][] = [
  { kind: 'reset', when: 'before' },
  { kind: 'reset', when: 'after' },
  { kind: 'truncate' },
  { kind: 'html' },
  { kind: 'status', status: 503 },
  { kind: 'status', status: 500, when: 'after' },
  { kind: 'actionBlocked' },
  { kind: 'expiredKs' },
];
const matrix = calls.flatMap(([where, rule]) =>
  faults.flatMap((fault) => [0, 60].map((lag) => [where, JSON.stringify(fault), lag, { ...rule, fault }] as const)),
);

test.each(matrix)('%s struck by %s, lists %i s behind: one entry', async (_where, _fault, indexLag, rule) => {
  const uploads = startUploads({ indexLag });
  const { options } = await withBytes(uploads);
  uploads.sandbox.faults.add({ ...rule, call: [1, 2] });
  await expectOneEntry(uploads, await attachUpload(options));
  expect(uploads.sandbox.faults.strikes).not.toHaveLength(0);
});

test('half of the work done and the answer lost: the entry that was made gets the bytes', async () => {
  const uploads = startUploads({ indexLag: 60 });
  const { options } = await withBytes(uploads);
  uploads.sandbox.faults.add({ service: 'media', action: 'add', call: 1, fault: { kind: 'reset', when: 'after' } });
  uploads.sandbox.faults.add({ service: 'media', action: 'addContent', call: 1, fault: { kind: 'expiredKs' } });
  await expectOneEntry(uploads, await attachUpload(options));
  expect(uploads.calls.filter((call) => call === 'multirequest')).toHaveLength(1);
});

test('an answer lost, and then no network for ten minutes: one entry', async () => {
  const uploads = startUploads({ indexLag: 60 });
  const { options, waiting } = await withBytes(uploads);
  uploads.sandbox.faults.add({ service: 'media', action: 'add', call: 1, fault: { kind: 'reset', when: 'after' } });
  uploads.sandbox.faults.add({
    service: 'uploadToken',
    action: 'get',
    times: 300,
    fault: { kind: 'reset', when: 'before' },
  });
  await expectOneEntry(uploads, await attachUpload(options));
  expect(waiting).toContain('network');
  expect(waiting.at(-1)).toBeNull();
});

test('errors again and again are told as what is waited for, until the entry is made', async () => {
  const uploads = startUploads();
  const { options, waiting } = await withBytes(uploads);
  const call = [1, 2, 3];
  uploads.sandbox.faults.add({ service: 'media', action: 'add', call, fault: { kind: 'status', status: 500 } });
  await expectOneEntry(uploads, await attachUpload(options));
  expect(waiting).toContain('kaltura');
  expect(waiting.at(-1)).toBeNull();
});

test('a reload after the answer was lost finds the entry instead of making another one', async () => {
  const uploads = startUploads({ indexLag: 60 });
  const { options } = await withBytes(uploads);
  const entryId = await attachUpload(options);
  expect(await attachUpload({ ...options, inDoubt: true })).toBe(entryId);
  await expectOneEntry(uploads, entryId);
});

test('a reload before anything was sent makes the entry, when lists would show one', async () => {
  const uploads = startUploads();
  const { options } = await withBytes(uploads, { inDoubt: true });
  const began = uploads.clock.now();
  await expectOneEntry(uploads, await attachUpload(options));
  expect(uploads.clock.now() - began).toBeGreaterThanOrEqual(90_000);
});

test('an entry of another upload is left alone', async () => {
  const uploads = startUploads();
  const first = await withBytes(uploads);
  const one = await attachUpload(first.options);
  const second = await withBytes(uploads, { uploadId: 'u2' });
  uploads.sandbox.faults.add({ service: 'media', action: 'add', call: 1, fault: { kind: 'reset', when: 'after' } });
  const other = await attachUpload(second.options);
  expect(other).not.toBe(one);
  expect((await uploads.entries()).map(({ id }) => id).sort()).toEqual([one, other].sort());
});

test('this machine’s clock may be years off', async () => {
  const uploads = startUploads({ indexLag: 60 });
  const { options } = await withBytes(uploads);
  uploads.sandbox.faults.add({ service: 'media', action: 'add', call: 1, fault: { kind: 'reset', when: 'after' } });
  const ahead = { ...uploads.clock, now: () => uploads.clock.now() + 9e10 };
  const entryId = await attachUpload({ ...options, clock: ahead });
  await expectOneEntry(uploads, entryId);
  expect(uploads.calls.filter((call) => call === 'multirequest')).toHaveLength(1);
});

test.each(['before', 'after'] as const)(
  'a refused entry is taken back, even when the network breaks %s that',
  async (when) => {
    const uploads = startUploads();
    const { options, tokenId } = await withBytes(uploads);
    await uploads.client.uploadToken.delete(tokenId);
    uploads.sandbox.faults.add({ service: 'media', action: 'delete', call: [1, 2, 3], fault: { kind: 'reset', when } });
    await expect(attachUpload(options)).rejects.toThrow(/refused|neither/);
    uploads.sandbox.faults.clear();
    expect(await uploads.entries()).toEqual([]);
  },
);

test('what Kaltura refuses to make is told as its answer', async () => {
  const uploads = startUploads();
  const { options } = await withBytes(uploads, { entry: { ...entry, name: '<script>x</script>' } });
  const session = await uploads.session.get();
  const fixed = { get: async () => ({ ...session, conversionProfileId: 999 }), renew: async () => session, clear() {} };
  const client = { ...uploads.client, session: fixed };
  await expect(attachUpload({ ...options, client })).rejects.toMatchObject({
    name: 'EntryRefusedError',
    cause: { code: 'CONVERSION_PROFILE_ID_NOT_FOUND' },
  });
  expect(await uploads.entries()).toEqual([]);
});

test('bytes that are gone before a reload’s doubt was settled are told', async () => {
  const uploads = startUploads();
  const { options, tokenId } = await withBytes(uploads, { inDoubt: true });
  await uploads.client.uploadToken.delete(tokenId);
  await expect(attachUpload(options)).rejects.toMatchObject({ name: 'UploadLostError' });
});

test.each([0, 60])('taking back an upload removes its entry and token, lists %i s behind', async (indexLag) => {
  const uploads = startUploads({ indexLag });
  const { options } = await withBytes(uploads);
  await attachUpload(options);
  const other = await uploads.client.media.add({ name: 'Mine', mediaType: 1 });
  await discardUpload(options);
  expect((await uploads.entries()).map(({ id }) => id)).toEqual([other.id]);
});
