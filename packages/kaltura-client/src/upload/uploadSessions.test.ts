import { expect, test, vi } from 'vitest';
import type { Clock } from '../api/Clock.ts';
import { createKalturaClient } from '../createKalturaClient.ts';
import { ExchangeError, HostTokenError } from '../errors.ts';
import type { KalturaSession } from '../session/KalturaSession.ts';
import { createTestClock } from '../testing/createTestClock.ts';
import { FLAT } from './UploadItem.ts';
import { isVerified, openBrowser } from './testing/openQueue.ts';
import { film } from './testing/sampleFilm.ts';
import { sha256, startUploads, type Uploads } from './testing/startUploads.ts';

const MIB = 1024 * 1024;

const exchangeError = (code: 'not_connected' | 'breaker_open'): ExchangeError =>
  new ExchangeError({
    code,
    status: 404,
    retry: code === 'not_connected' ? 'no' : 'after',
    fixBy: 'hub_admin',
    nextStep: 'connect_kaltura',
    requestId: null,
  });

/** A client whose sessions can be taken away or given to somebody else. */
function withGate(uploads: Uploads) {
  const gate = { now: (session: KalturaSession): KalturaSession => session };
  const { session: source } = uploads.client;
  const session = {
    get: async (options?: { signal?: AbortSignal | undefined }) => gate.now(await source.get(options)),
    renew: async (stale: KalturaSession, options?: { signal?: AbortSignal | undefined }) =>
      gate.now(await source.renew(stale, options)),
    clear: () => source.clear(),
  };
  const client = createKalturaClient({ session, fetch: uploads.fetch, clock: uploads.clock, random: () => 0.5 });
  return { gate, client };
}

const atChunk = (uploads: Uploads, number: number, happens: () => void): void => {
  uploads.beforeChunk.current = (_chunk, count) => {
    if (count === number) happens();
  };
};

async function expectOneWholeEntry(uploads: Uploads, file: File): Promise<void> {
  const entries = await uploads.entries();
  expect(entries).toMatchObject([{ status: 2 }]);
  expect(await uploads.partner.checksum(entries[0]!.id)).toBe(await sha256(file));
  expect(await uploads.leftovers()).toEqual([]);
}

test('a hub that is disconnected in the middle pauses all uploads and says why; connected again, they go on', async () => {
  const uploads = startUploads();
  const { gate, client } = withGate(uploads);
  const tab = openBrowser(uploads).open({ client, filesAtOnce: 1 });
  const file = film(9 * MIB);
  atChunk(uploads, 4, () => {
    gate.now = () => {
      throw exchangeError('not_connected');
    };
  });
  const [first, second] = await tab.add(file, film(MIB, { seed: 2 }));
  await tab.until(first!, ({ status }) => status === 'paused');
  const problem = { code: 'session_refused', retriable: true, detail: 'not_connected' };
  expect(tab.item(first!)).toMatchObject({ status: 'paused', waitingFor: null, problem });
  expect(tab.item(second!)).toMatchObject({ status: 'paused', problem });
  expect(tab.news).toEqual([]);
  const sent = uploads.chunks.length;
  await uploads.sandbox.clock.advance(600);
  expect(uploads.chunks).toHaveLength(sent);

  gate.now = (session) => session;
  tab.queue.resume(first!);
  expect(tab.item(first!).problem).toBeNull();
  await tab.until(first!, isVerified);
  await tab.queue.cancel(second!);
  await expectOneWholeEntry(uploads, file);
  expect(uploads.chunks.filter(({ resume }) => !resume)).toHaveLength(1);
});

/** An exchange that is asked whether there still would be a session, while the KS at hand is good; minutes pass as told. */
function withExchange(uploads: Uploads) {
  const exchange = { confirm: (): Promise<KalturaSession> => uploads.session.get() };
  const session = { ...uploads.session, confirm: () => exchange.confirm() };
  const client = createKalturaClient({ session, fetch: uploads.fetch, clock: uploads.clock, random: () => 0.5 });
  const sleepers = createTestClock(0);
  const clock: Clock = {
    now: () => uploads.clock.now(),
    sleep: (milliseconds, signal) =>
      milliseconds > 29_000 ? sleepers.sleep(milliseconds, signal) : uploads.clock.sleep(milliseconds, signal),
  };
  const advance = async (milliseconds: number): Promise<void> => {
    await uploads.sandbox.clock.advance(milliseconds / 1000);
    sleepers.advance(milliseconds);
  };
  return { exchange, client, clock, advance };
}

test('a hub that is disconnected pauses uploads within a minute, though their KS is good for an hour', async () => {
  const uploads = startUploads();
  const { exchange, client, clock, advance } = withExchange(uploads);
  const tab = openBrowser(uploads).open({ client, clock });
  const file = film(9 * MIB);
  const held = Promise.withResolvers<void>();
  const holding = new Promise<never>(() => {});
  uploads.beforeChunk.current = (_chunk, count) => {
    if (count < 4) return;
    held.resolve();
    return holding;
  };
  const [id] = await tab.add(file);
  await held.promise;
  exchange.confirm = () => Promise.reject(exchangeError('not_connected'));
  await advance(60_000);
  await tab.until(id!, ({ status }) => status === 'paused');
  const problem = { code: 'session_refused', retriable: true, detail: 'not_connected' };
  expect(tab.item(id!)).toMatchObject({ waitingFor: null, problem });

  uploads.beforeChunk.current = () => {};
  tab.queue.resume(id!);
  await tab.until(id!, ({ status }) => status === 'paused');
  expect(tab.item(id!)).toMatchObject({ problem });
  expect(await uploads.entries()).toEqual([]);
  exchange.confirm = () => uploads.session.get();
  tab.queue.resume(id!);
  await tab.until(id!, isVerified);
  await expectOneWholeEntry(uploads, file);
});

test('a hub that is disconnected while an answer is awaited gets no entry until it is connected again', async () => {
  const uploads = startUploads();
  const { exchange, client, clock, advance } = withExchange(uploads);
  const likely = { ...FLAT, projection: 'equirectangular', confidence: 'likely', evidence: ['ratio.2_1'] } as const;
  const tab = openBrowser(uploads).open({ client, clock, detect: async () => likely });
  const file = film(MIB);
  const [id] = await tab.add(file);
  await tab.until(id!, ({ status }) => status === 'attaching');
  exchange.confirm = () => Promise.reject(exchangeError('not_connected'));
  await advance(600_000);
  tab.queue.answer(id!, { projection: 'flat', stereoMode: 'mono' });
  await tab.until(id!, ({ status }) => status === 'paused');
  expect(tab.item(id!).problem).toMatchObject({ detail: 'not_connected' });
  expect(await uploads.entries()).toEqual([]);
  exchange.confirm = () => uploads.session.get();
  tab.queue.resume(id!);
  await tab.until(id!, isVerified);
  await expectOneWholeEntry(uploads, file);
});

test('a hub that is disconnected while an entry is made makes one entry after all', async () => {
  const uploads = startUploads();
  const { gate, client } = withGate(uploads);
  const tab = openBrowser(uploads).open({ client });
  const file = film(MIB);
  uploads.sandbox.faults.add({ service: 'media', action: 'add', call: 1, fault: { kind: 'reset', when: 'after' } });
  const [id] = await tab.add(file);
  await tab.until(id!, ({ status }) => status === 'attaching');
  gate.now = () => {
    throw exchangeError('not_connected');
  };
  await tab.until(id!, ({ status }) => status === 'paused');
  gate.now = (session) => session;
  tab.queue.resume(id!);
  const { entryId } = await tab.until(id!, isVerified);
  expect(await uploads.entries()).toMatchObject([{ id: entryId }]);
  await expectOneWholeEntry(uploads, file);
});

test.each([
  ['the exchange asks to wait', exchangeError('breaker_open')],
  ['the host cannot sign', new HostTokenError(new TypeError('Failed to fetch'))],
])('while %s the upload waits for a session, however long that takes', async (_, trouble) => {
  const uploads = startUploads();
  const { gate, client } = withGate(uploads);
  const tab = openBrowser(uploads).open({ client, restartDelays: [] });
  const file = film(6 * MIB);
  let refused = 0;
  atChunk(uploads, 3, () => {
    gate.now = (session) => {
      if (refused === 100) return session;
      refused += 1;
      throw trouble;
    };
  });
  const [id] = await tab.add(file);
  await tab.until(id!, ({ waitingFor }) => waitingFor === 'session');
  expect(tab.item(id!)).toMatchObject({ status: 'uploading', bytesPerSecond: null, secondsLeft: null });
  await tab.until(id!, isVerified);
  expect(refused).toBe(100);
  await expectOneWholeEntry(uploads, file);
});

test('a session of another Kaltura user gets no byte of it, until somebody goes on as that user', async () => {
  const uploads = startUploads();
  const { gate, client } = withGate(uploads);
  const bob = await uploads.clientOfUser('bob@uni.example').session.get();
  const tab = openBrowser(uploads).open({ client });
  const file = film(9 * MIB);
  atChunk(uploads, 4, () => {
    gate.now = () => bob;
  });
  const [id] = await tab.add(file);
  await tab.until(id!, ({ status }) => status === 'paused');
  expect(tab.item(id!).problem).toMatchObject({ code: 'session_refused', detail: 'owner_changed' });
  const { objects } = await uploads.clientOfUser('bob@uni.example').uploadToken.list();
  expect(objects).toEqual([]);

  gate.now = (session) => session;
  tab.queue.resume(id!);
  await tab.until(id!, isVerified);
  await expectOneWholeEntry(uploads, file);
});

test('whoever gives sessions and withdraws pauses the uploads', async () => {
  const uploads = startUploads();
  const { gate, client } = withGate(uploads);
  const tab = openBrowser(uploads).open({ client });
  gate.now = () => {
    throw new DOMException('Another person has signed in', 'AbortError');
  };
  const [id] = await tab.add(film(MIB));
  await tab.until(id!, ({ status }) => status === 'paused');
  expect(tab.item(id!).problem).toMatchObject({ code: 'session_refused', retriable: true });
});

test('in another hub nothing goes on; back again, everything does, without choosing the file', async () => {
  const uploads = startUploads();
  const tab = openBrowser(uploads).open({ filesAtOnce: 1 });
  const [one, two, three] = [film(9 * MIB), film(MIB, { seed: 2 }), film(MIB, { seed: 3 })];
  const held = Promise.withResolvers<void>();
  atChunk(uploads, 4, held.resolve);
  const [first, second, third] = await tab.add(one, two, three);
  tab.queue.pause(third!);
  await held.promise;
  tab.queue.suspend();
  expect(tab.queue.store.getState().suspended).toBe(true);
  expect(tab.statuses()).toEqual(['paused', 'queued', 'paused']);
  await new Promise((resolve) => setImmediate(resolve));
  const sent = uploads.calls.length;
  await uploads.sandbox.clock.advance(600);
  await new Promise((resolve) => setImmediate(resolve));
  expect(uploads.calls).toHaveLength(sent);

  tab.queue.wake();
  await Promise.all([tab.until(first!, isVerified), tab.until(second!, isVerified)]);
  expect(tab.item(third!).status).toBe('paused');
  expect(await uploads.partner.checksum(tab.item(first!).entryId!)).toBe(await sha256(one));
  expect(uploads.chunks.filter(({ resume }) => !resume)).toHaveLength(2);
});

test('what Kaltura converts is followed on after the hub was left and entered again', async () => {
  const uploads = startUploads({ conversionTime: 600 });
  const tab = openBrowser(uploads).open();
  const [id] = await tab.add(film(MIB));
  await tab.until(id!, ({ status }) => status === 'converting');
  tab.queue.suspend();
  const asked = uploads.calls.length;
  await uploads.sandbox.clock.advance(700);
  await new Promise((resolve) => setImmediate(resolve));
  expect(uploads.calls).toHaveLength(asked);
  tab.queue.wake();
  await tab.until(id!, isVerified);
});

test('when the person leaves, nothing of theirs stays in memory and nothing is sent, not even to clean up', async () => {
  const uploads = startUploads();
  const browser = openBrowser(uploads);
  const tab = browser.open();
  const held = Promise.withResolvers<void>();
  atChunk(uploads, 4, held.resolve);
  const [first] = await tab.add(film(9 * MIB));
  await held.promise;
  uploads.network.setOnline(false);
  void tab.queue.cancel(first!);
  const [second] = await tab.add(film(MIB, { seed: 2 }));
  tab.queue.close();
  expect(tab.statuses()).toEqual([]);
  expect(tab.queue.handleOf(second!)).toBeNull();
  uploads.network.setOnline(true);
  const sent = uploads.calls.length;
  await uploads.sandbox.clock.advance(600);
  await new Promise((resolve) => setImmediate(resolve));
  expect(uploads.calls).toHaveLength(sent);

  const back = browser.open();
  await back.queue.restore();
  await vi.waitFor(async () => expect(await uploads.leftovers()).toEqual([]));
});
