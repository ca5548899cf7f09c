import type { FaultRule } from '@spaces-kaltura/sandbox';
import { expect, test, vi } from 'vitest';
import { createKalturaClient } from '../createKalturaClient.ts';
import { NetworkError } from '../errors.ts';
import { postFormByFetch } from './postForm.ts';
import { FIRST_CHUNK_BYTES } from './chunkLength.ts';
import { film, text } from './testing/sampleFilm.ts';
import { sha256, startUploads, type Uploads } from './testing/startUploads.ts';
import { transferFile, type Transferred } from './transferFile.ts';
import { UploadTokenHolder } from './UploadTokenHolder.ts';

const KIB = 1024;
const MIB = 1024 * KIB;
const upload = { service: 'uploadToken', action: 'upload' } as const;

/** One file on its way; `again` goes on after an abort. */
function startTransfer(uploads: Uploads, file: File) {
  const { client, environment } = uploads;
  const holder = new UploadTokenHolder({ client, file: { name: file.name, size: file.size } });
  const told = { contiguous: 0, arrived: 0, waiting: [] as (string | null)[] };
  let controller = new AbortController();
  const run = (): Promise<Transferred> => {
    controller = new AbortController();
    return transferFile({
      ...environment,
      file,
      fileName: file.name,
      holder,
      onArrived: (contiguous, arrived) => Object.assign(told, { contiguous, arrived }),
      onWaiting: (by) => told.waiting.push(by),
      signal: controller.signal,
    });
  };
  return { run, holder, told, pause: () => controller.abort(new DOMException('Paused', 'AbortError')) };
}

async function expectWhole({ partner, client }: Uploads, file: File, { tokenId }: Transferred): Promise<void> {
  expect(await client.uploadToken.get(tokenId)).toMatchObject({ status: 2, uploadedFileSize: file.size });
  expect(await partner.checksum(tokenId)).toBe(await sha256(file));
}

test.each([
  ['1 B', text(1)],
  ['one chunk', film(FIRST_CHUNK_BYTES)],
  ['one chunk and a byte', film(FIRST_CHUNK_BYTES + 1)],
  ['300 KiB', film(300 * KIB)],
  ['5 MiB', film(5 * MIB)],
])('%s arrive whole: the first chunk alone, the final one last', async (_size, file) => {
  const uploads = startUploads();
  const transfer = startTransfer(uploads, file);
  const done = await transfer.run();
  await expectWhole(uploads, file, done);
  const [first, ...rest] = uploads.chunks;
  expect(first).toMatchObject({ resume: false, at: 0, size: Math.min(FIRST_CHUNK_BYTES, file.size) });
  expect(rest.every(({ resume }) => resume)).toBe(true);
  expect(uploads.chunks.map(({ final }) => final).lastIndexOf(true)).toBe(uploads.chunks.length - 1);
  expect(uploads.chunks.filter(({ final }) => final)).toHaveLength(1);
  expect(transfer.told).toMatchObject({ contiguous: file.size, arrived: file.size });
  expect(await uploads.leftovers()).toEqual([done.tokenId]);
});

test('chunks go side by side between the first and the last', async () => {
  const uploads = startUploads();
  const file = film(12 * MIB);
  await expectWhole(uploads, file, await startTransfer(uploads, file).run());
  expect(uploads.busiest()).toBeGreaterThanOrEqual(3);
});

const span = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, index) => from + index);

const striking: [string, Omit<FaultRule, 'service' | 'action' | 'call'>][] = [
  ['a connection that breaks before the work', { fault: { kind: 'reset', when: 'before' } }],
  ['an answer that is lost after the work', { fault: { kind: 'reset', when: 'after' } }],
  ['a 503', { fault: { kind: 'status', status: 503, retryAfter: 7 } }],
  ['a 500 after the work', { fault: { kind: 'status', status: 500, when: 'after' } }],
  ['a web page with status 200', { fault: { kind: 'html' } }],
  ['half an answer', { fault: { kind: 'truncate' } }],
  ['an empty answer', { fault: { kind: 'truncate', bytes: 0 } }],
  ['too many calls', { fault: { kind: 'actionBlocked' } }],
  ['an expired session', { fault: { kind: 'expiredKs' } }],
  ['a size that is too small', { fault: { kind: 'lyingUploadedFileSize', by: -5000 } }],
  ['a size that is too large', { fault: { kind: 'lyingUploadedFileSize', by: 1_000_000_000 } }],
];
const places: [string, number | number[]][] = [
  ['first', 1],
  ['second', 2],
  ['last', 5],
  ['every other', [1, 3, 5, 7, 9]],
];

test.each(striking.flatMap(([what, rule]) => places.map(([where, call]) => [what, where, rule, call] as const)))(
  '%s at the %s chunk costs no byte and no token',
  async (_what, _where, rule, call) => {
    const uploads = startUploads();
    const file = film(3 * MIB + 7);
    uploads.sandbox.faults.add({ ...upload, ...rule, call });
    const done = await startTransfer(uploads, file).run();
    expect(uploads.sandbox.faults.strikes).not.toHaveLength(0);
    await expectWhole(uploads, file, done);
    expect(await uploads.leftovers()).toEqual([done.tokenId]);
  },
);

test.each([
  ['one error is not worth a word', [2], false],
  ['errors again and again are told as what is waited for, until it goes on', span(2, 14), true],
  ['so are those at the first chunk', span(1, 3), true],
] as const)('%s', async (_what, call, isTold) => {
  const uploads = startUploads();
  const file = film(1 * MIB);
  uploads.sandbox.faults.add({ ...upload, call: [...call], fault: { kind: 'status', status: 500 } });
  const look = {
    service: 'uploadToken',
    action: 'get',
    call: [1, 2, 3, 4],
    fault: { kind: 'status', status: 500 },
  } as const;
  if (call[0] === 1) uploads.sandbox.faults.add({ ...look, call: [...look.call] });
  const transfer = startTransfer(uploads, file);
  await expectWhole(uploads, file, await transfer.run());
  expect(transfer.told.waiting.includes('kaltura')).toBe(isTold);
  expect(transfer.told.waiting.at(-1)).toBeNull();
});

test('the first chunk is sent twice to no token, however often its answer is lost', async () => {
  const uploads = startUploads();
  const file = film(1 * MIB);
  uploads.environment.restartDelays = [];
  const call = Array.from({ length: 20 }, (_, index) => index + 1);
  uploads.sandbox.faults.add({ ...upload, call, fault: { kind: 'reset', when: 'before' } });
  await expectWhole(uploads, file, await startTransfer(uploads, file).run());
  const firsts = uploads.chunks.filter(({ resume }) => !resume).map(({ tokenId }) => tokenId);
  expect(firsts).toHaveLength(21);
  expect(new Set(firsts).size).toBe(21);
  expect(await uploads.leftovers()).toHaveLength(1);
});

test('a window that is sent again knows the token that took over', async () => {
  const uploads = startUploads();
  const file = film(2 * MIB);
  uploads.sandbox.faults.add({ ...upload, call: 1, fault: { kind: 'reset', when: 'before' } });
  const call = Array.from({ length: 12 }, (_, index) => index + 3);
  uploads.sandbox.faults.add({ ...upload, call, fault: { kind: 'status', status: 503 } });
  const done = await startTransfer(uploads, file).run();
  await expectWhole(uploads, file, done);
  expect(uploads.chunks.filter(({ resume }) => !resume)).toHaveLength(2);
  expect(await uploads.leftovers()).toEqual([done.tokenId]);
});

test('asks for one new session when it expires, however many chunks hit it', async () => {
  const uploads = startUploads();
  const file = film(12 * MIB);
  uploads.sandbox.faults.add({ ...upload, call: [2, 3, 4], fault: { kind: 'expiredKs' } });
  await expectWhole(uploads, file, await startTransfer(uploads, file).run());
  expect(uploads.calls.filter((call) => call === 'appToken.startSession')).toHaveLength(2);
});

test('fills the gap that Kaltura finds at the final chunk', async () => {
  const uploads = startUploads();
  const file = film(6 * MIB);
  const swallowed = { done: false };
  const { post } = uploads.environment;
  // A proxy says that it has passed the chunk on, and has not.
  uploads.environment.post = async (form) => {
    if (form.form.get('resumeAt') !== String(FIRST_CHUNK_BYTES) || swallowed.done) return post(form);
    swallowed.done = true;
    const said = { id: uploads.chunks[0]?.tokenId, status: 1, uploadedFileSize: String(FIRST_CHUNK_BYTES) };
    return { status: 200, text: JSON.stringify(said), retryAfterMs: null, seconds: 1, pause: 0 };
  };
  const done = await startTransfer(uploads, file).run();
  expect(swallowed.done).toBe(true);
  await expectWhole(uploads, file, done);
  expect(uploads.chunks.filter(({ resume }) => !resume)).toHaveLength(1);
});

test('a token that is gone is replaced once; the second time it is over', async () => {
  const uploads = startUploads();
  const file = film(4 * MIB);
  const gone = async (atMost: number): Promise<void> => {
    const seen = new Set<string>();
    uploads.beforeChunk.current = async ({ tokenId, resume }) => {
      if (!resume || seen.has(tokenId) || seen.size >= atMost) return;
      seen.add(tokenId);
      await uploads.client.uploadToken.delete(tokenId);
    };
  };
  await gone(1);
  const done = await startTransfer(uploads, file).run();
  await expectWhole(uploads, file, done);
  await gone(2);
  await expect(startTransfer(uploads, file).run()).rejects.toThrow('again and again');
  expect(await uploads.leftovers()).toEqual([done.tokenId]);
});

test('a type that Kaltura refuses is final and leaves nothing', async () => {
  const uploads = startUploads();
  const page = new File([`<html>${'x'.repeat(400 * KIB)}`], 'film.mp4');
  await expect(startTransfer(uploads, page).run()).rejects.toMatchObject({
    code: 'UPLOAD_TOKEN_FILE_TYPE_RESTRICTED_FOR_UPLOAD',
  });
  expect(await uploads.leftovers()).toEqual([]);
});

test.each([2, 3, 5])('goes on from the byte Kaltura has after a pause at chunk %i', async (number) => {
  const uploads = startUploads();
  const file = film(9 * MIB);
  const transfer = startTransfer(uploads, file);
  uploads.beforeChunk.current = (_chunk, count) => {
    if (count === number) transfer.pause();
  };
  await expect(transfer.run()).rejects.toThrow('Paused');
  const before = uploads.chunks.length;
  const { uploadedFileSize: held } = await uploads.client.uploadToken.get(transfer.holder.tokenId!);
  const done = await transfer.run();
  await expectWhole(uploads, file, done);
  expect(Math.min(...uploads.chunks.slice(before).map(({ at }) => at))).toBe(held);
  expect(new Set(uploads.chunks.map(({ tokenId }) => tokenId)).size).toBe(1);
});

test('a pause while the first chunk is under way begins with another token', async () => {
  const uploads = startUploads();
  const file = film(1 * MIB);
  const transfer = startTransfer(uploads, file);
  uploads.beforeChunk.current = (_chunk, count) => {
    if (count === 1) transfer.pause();
  };
  await expect(transfer.run()).rejects.toThrow('Paused');
  await expectWhole(uploads, file, await transfer.run());
  const firsts = uploads.chunks.filter(({ resume }) => !resume).map(({ tokenId }) => tokenId);
  expect(new Set(firsts).size).toBe(firsts.length);
  expect(await uploads.leftovers()).toHaveLength(1);
});

test.each([
  ['less than it holds', -1_000_000],
  ['nothing', -1_000_000_000],
  ['more than the file has', 1_000_000_000],
])('a token that says %s after a pause makes no hybrid', async (_what, by) => {
  const uploads = startUploads();
  const file = film(9 * MIB);
  const transfer = startTransfer(uploads, file);
  uploads.beforeChunk.current = (_chunk, count) => {
    if (count === 5) transfer.pause();
  };
  await expect(transfer.run()).rejects.toThrow('Paused');
  uploads.sandbox.faults.add({ ...upload, action: 'get', call: 1, fault: { kind: 'lyingUploadedFileSize', by } });
  const done = await transfer.run();
  await expectWhole(uploads, file, done);
  const firsts = uploads.chunks.filter(({ resume }) => !resume).map(({ tokenId }) => tokenId);
  expect(new Set(firsts).size).toBe(firsts.length);
  expect(await uploads.leftovers()).toEqual([done.tokenId]);
});

test('an empty final chunk closes a token that has all bytes', async () => {
  const uploads = startUploads();
  const file = film(2 * MIB);
  const transfer = startTransfer(uploads, file);
  uploads.beforeChunk.current = ({ final }) => {
    if (final) transfer.pause();
  };
  await expect(transfer.run()).rejects.toThrow('Paused');
  const [last] = uploads.chunks.slice(-1);
  await sendByHand(uploads, file, last!.at);
  uploads.beforeChunk.current = () => {};
  await expectWhole(uploads, file, await transfer.run());
  expect(uploads.chunks.at(-1)).toMatchObject({ at: file.size, size: 0, final: true, resume: true });
});

/** What is left of the file, as a chunk that is not the final one. */
async function sendByHand({ chunks, environment, session }: Uploads, file: File, at: number): Promise<void> {
  const { ks, serviceUrl } = await session.get();
  const form = new FormData();
  const fields = { format: '1', ks, uploadTokenId: chunks[0]!.tokenId, resume: '1', resumeAt: String(at) };
  for (const [name, value] of Object.entries({ ...fields, finalChunk: '0' })) form.append(name, value);
  form.append('fileData', file.slice(at), 'film.mp4');
  const url = `${serviceUrl}/api_v3/service/uploadToken/action/upload`;
  const bytes = file.size - at;
  await environment.post({ url, form, bytes, stallMs: 60_000, signal: new AbortController().signal });
}

test('an abort settles once, and nothing is sent after it', async () => {
  const uploads = startUploads();
  const transfer = startTransfer(uploads, film(9 * MIB));
  const settled: string[] = [];
  uploads.beforeChunk.current = (_chunk, count) => {
    if (count === 3) transfer.pause();
  };
  await transfer.run().then(
    () => settled.push('resolved'),
    () => settled.push('rejected'),
  );
  const sent = uploads.chunks.length;
  await uploads.sandbox.clock.advance(600);
  await new Promise((resolve) => setImmediate(resolve));
  expect(uploads.chunks).toHaveLength(sent);
  expect(settled).toEqual(['rejected']);
});

test('pausing and going on in one breath makes one upload', async () => {
  const uploads = startUploads();
  const file = film(4 * MIB);
  const transfer = startTransfer(uploads, file);
  const stopped = transfer.run().catch(() => 'stopped');
  transfer.pause();
  const done = await transfer.run();
  expect(await stopped).toBe('stopped');
  await expectWhole(uploads, file, done);
  expect(await uploads.leftovers()).toEqual([done.tokenId]);
});

test('being offline burns no budget', async () => {
  const uploads = startUploads();
  uploads.environment.restartDelays = [];
  const file = film(4 * MIB);
  const transfer = startTransfer(uploads, file);
  let broken = 0;
  uploads.beforeChunk.current = ({ at }) => {
    if (at > MIB && broken < 60) {
      broken += 1;
      throw new NetworkError('network_unreachable', 'offline');
    }
  };
  const { post } = uploads.environment;
  let posts = 0;
  uploads.environment.post = (form) => {
    posts += 1;
    if (posts === 2) {
      uploads.network.setOnline(false);
      setImmediate(() => uploads.network.setOnline(true));
    }
    return post(form);
  };
  await expectWhole(uploads, file, await transfer.run());
  expect(broken).toBe(60);
  expect(transfer.told.waiting).toContain('network');
  expect(transfer.told.waiting.at(-1)).toBeNull();
});

test('a network that goes away is told at once, though the chunks under way have not noticed', async () => {
  const uploads = startUploads();
  const file = film(4 * MIB);
  const transfer = startTransfer(uploads, file);
  const heard: (string | null)[] = [];
  uploads.beforeChunk.current = (_chunk, count) => {
    if (count !== 3) return;
    uploads.network.setOnline(false);
    heard.push(transfer.told.waiting.at(-1) ?? null);
    uploads.network.setOnline(true);
    heard.push(transfer.told.waiting.at(-1) ?? null);
  };
  await expectWhole(uploads, file, await transfer.run());
  expect(heard).toEqual(['network', null]);
  const told = transfer.told.waiting.length;
  uploads.network.setOnline(false);
  expect(transfer.told.waiting).toHaveLength(told);
});

test('a session that cannot be had for a while is waited for', async () => {
  const uploads = startUploads();
  const file = film(2 * MIB);
  uploads.sandbox.faults.add({ ...upload, call: 2, fault: { kind: 'expiredKs' } });
  uploads.sandbox.faults.add({
    service: 'appToken',
    call: [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13],
    fault: { kind: 'html' },
  });
  const transfer = startTransfer(uploads, file);
  await expectWhole(uploads, file, await transfer.run());
  expect(transfer.told.waiting).toContain('session');
});

test('a file that can no longer be read stops the upload', async () => {
  const uploads = startUploads();
  const file = film(4 * MIB);
  const transfer = startTransfer(uploads, file);
  uploads.beforeChunk.current = (_chunk, count) => {
    if (count < 3) return;
    const vanished = (): Promise<ArrayBuffer> => Promise.reject(new DOMException('changed', 'NotReadableError'));
    vi.spyOn(Blob.prototype, 'arrayBuffer').mockImplementation(vanished);
    throw new NetworkError('network_unreachable', 'reading failed');
  };
  await expect(transfer.run()).rejects.toMatchObject({ name: 'FileUnreadableError' });
  vi.restoreAllMocks();
});

test('a lost answer to making the token makes no second one', async () => {
  const uploads = startUploads();
  const file = film(300 * KIB);
  uploads.sandbox.faults.add({
    service: 'uploadToken',
    action: 'add',
    call: 1,
    fault: { kind: 'reset', when: 'after' },
  });
  uploads.sandbox.faults.add({ service: 'uploadToken', action: 'list', call: [1, 2, 3], fault: { kind: 'html' } });
  const done = await startTransfer(uploads, file).run();
  await expectWhole(uploads, file, done);
  uploads.sandbox.faults.clear();
  expect(await uploads.leftovers()).toEqual([done.tokenId]);
});

test.each([
  ['an upload host that the account allows', 'https://upload.kaltura.test', 'upload.kaltura.test'],
  ['a host that nobody has allowed', 'https://evil.example', 'kaltura.test'],
  ['no host of its own', undefined, 'kaltura.test'],
])('bytes and KS go to %s', async (_, uploadUrl, host) => {
  const uploads = startUploads();
  const file = film(3 * MIB);
  const session = await uploads.session.get();
  const ours = { ...session, hosts: ['upload.kaltura.test'] };
  const sessions = { get: async () => ours, renew: async () => ours, clear() {} };
  const said: string[] = [];
  const fetch = async (request: Request): Promise<Response> => {
    const { pathname, host: asked } = new URL(request.url);
    if (pathname.endsWith('/upload')) said.push(asked);
    const response = await uploads.fetch(request);
    if (!/uploadToken\/action\/(add|get)$/.test(pathname) || uploadUrl === undefined) return response;
    return Response.json({ ...((await response.json()) as object), uploadUrl });
  };
  const client = createKalturaClient({ session: sessions, fetch, clock: uploads.clock });
  uploads.environment.client = client;
  uploads.environment.post = postFormByFetch({ fetch, clock: uploads.clock });
  await expectWhole(uploads, file, await startTransfer({ ...uploads, client }, file).run());
  expect(new Set(said)).toEqual(new Set([host]));
});

test('a final chunk for which Kaltura waits 45 seconds is waited for, and what was missing is sent', async () => {
  const uploads = startUploads({ finalChunkWait: 45 });
  const file = film(6 * MIB);
  const patience: number[] = [];
  let swallowed = false;
  const { post } = uploads.environment;
  uploads.environment.post = async (form) => {
    if (form.form.get('finalChunk') === '1') {
      patience.push(form.stallMs);
      const answer = post(form);
      const pass = async (): Promise<null> => {
        await uploads.sandbox.clock.advance(15);
        return new Promise((resolve) => setImmediate(resolve, null));
      };
      while ((await Promise.race([answer, pass()])) === null);
      return answer;
    }
    if (form.form.get('resumeAt') !== String(FIRST_CHUNK_BYTES) || swallowed) return post(form);
    swallowed = true;
    const lie = { id: uploads.chunks[0]?.tokenId, status: 1, uploadedFileSize: String(FIRST_CHUNK_BYTES) };
    return { status: 200, text: JSON.stringify(lie), retryAfterMs: null, seconds: 1, pause: 0 };
  };
  await expectWhole(uploads, file, await startTransfer(uploads, file).run());
  expect(patience).toEqual([120_000, 120_000]);
  expect(uploads.chunks.filter(({ resume }) => !resume)).toHaveLength(1);
});
