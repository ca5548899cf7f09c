import { expect, test } from 'vitest';
import { ExchangeError, HostTokenError, NetworkError } from '../errors.ts';
import type { KalturaSession } from '../session/KalturaSession.ts';
import { createTestClock } from '../testing/createTestClock.ts';
import { createUploadItems } from './createUploadItems.ts';
import { newUploadItem } from './newUploadItem.ts';
import { oneOwner } from './oneOwner.ts';
import type { UploadItem } from './UploadItem.ts';
import { watchSession } from './watchSession.ts';

const MINUTE = 60_000;
const ada = { ks: 'a', serviceUrl: 'https://kaltura.test', partnerId: 102, userId: 'ada' } as KalturaSession;
const refusal = (code: 'connection_paused' | 'breaker_open'): ExchangeError =>
  new ExchangeError({
    code,
    status: 403,
    retry: code === 'connection_paused' ? 'no' : 'after',
    fixBy: 'hub_admin',
    nextStep: 'ask_hub_admin',
    requestId: null,
  });

/** An upload, the sessions behind it, and hands on both. */
function watched() {
  const clock = createTestClock(0);
  const items = createUploadItems();
  const refused: unknown[] = [];
  const exchange = {
    asked: 0,
    signal: undefined as AbortSignal | undefined,
    answer: async (): Promise<KalturaSession> => ada,
  };
  const session = oneOwner({
    get: async () => ada,
    renew: async () => ada,
    confirm: ({ signal } = {}) => {
      exchange.asked += 1;
      exchange.signal = signal;
      return exchange.answer();
    },
    clear: () => {},
  });
  const watch = watchSession({ items, session, clock, onRefused: (error) => refused.push(error) });
  items.add(newUploadItem('one', new File(['x'], 'one.mp4'), 'video', 0));
  const become = (change: Partial<UploadItem>): void => items.replace('one', { ...items.get('one')!, ...change });
  const pass = async (milliseconds: number): Promise<void> => {
    await settled();
    clock.advance(milliseconds);
    await settled();
  };
  return { ...watch, clock, items, exchange, session, refused, become, pass };
}

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
const { signal } = new AbortController();

test('is asked when bytes begin to flow, and once a minute as long as they do', async () => {
  const { exchange, become, pass } = watched();
  await pass(10 * MINUTE);
  expect(exchange.asked).toBe(0);
  become({ status: 'uploading' });
  await pass(0);
  expect(exchange.asked).toBe(1);
  await pass(MINUTE - 1);
  expect(exchange.asked).toBe(1);
  await pass(1);
  expect(exchange.asked).toBe(2);
  become({ waitingFor: 'projection' });
  await pass(MINUTE);
  expect(exchange.asked).toBe(3);
});

test.each<Partial<UploadItem>>([
  { status: 'queued' },
  { status: 'paused' },
  { status: 'uploading', waitingFor: 'network' },
  { status: 'uploading', waitingFor: 'session' },
  { status: 'attaching', waitingFor: 'projection' },
  { status: 'converting' },
])('nobody is asked while an upload is %o, and no timer is left', async (change) => {
  const { exchange, become, pass } = watched();
  become({ status: 'uploading' });
  await pass(0);
  become(change);
  await pass(10 * MINUTE);
  expect(exchange.asked).toBe(1);
});

test('nobody is asked while the queue rests; awake again, at once', async () => {
  const { exchange, items, become, pass } = watched();
  become({ status: 'uploading' });
  await pass(0);
  items.store.setState({ suspended: true });
  await pass(10 * MINUTE);
  expect(exchange.asked).toBe(1);
  items.store.setState({ suspended: false });
  await pass(0);
  expect(exchange.asked).toBe(2);
});

test('several uploads, and one after the other, share what was asked within a minute', async () => {
  const { exchange, items, become, pass, confirmed } = watched();
  become({ status: 'uploading' });
  items.add({ ...newUploadItem('two', new File(['y'], 'two.mp4'), 'video', 0), status: 'uploading' });
  await pass(0);
  become({ status: 'attaching' });
  items.replace('two', null);
  await confirmed(signal);
  become({ status: 'converting' });
  become({ status: 'uploading' });
  await pass(MINUTE / 2);
  expect(exchange.asked).toBe(1);
});

test('what the exchange refuses is told, and whoever goes on asks anew', async () => {
  const { exchange, become, pass, refused, confirmed } = watched();
  exchange.answer = async () => {
    throw refusal('connection_paused');
  };
  become({ status: 'uploading' });
  await pass(0);
  expect(refused).toMatchObject([{ code: 'connection_paused' }]);
  become({ status: 'paused' });
  await confirmed(signal);
  expect(refused).toHaveLength(2);
});

test('a session of somebody else is told as such', async () => {
  const { exchange, session, refused, confirmed } = watched();
  await session.get();
  exchange.answer = async () => ({ ...ada, userId: 'bob' });
  await confirmed(signal);
  expect(refused).toMatchObject([{ code: 'owner_changed' }]);
});

test.each([
  ['cannot be reached', new NetworkError('network_unreachable', 'No answer')],
  ['asks to wait', refusal('breaker_open')],
  ['gets no host token', new HostTokenError(new TypeError('Failed to fetch'))],
  ['breaks off', new DOMException('Another provider is there', 'AbortError')],
])('an exchange that %s disturbs nobody, and is asked again a minute later', async (_, trouble) => {
  const { exchange, become, pass, refused, confirmed } = watched();
  exchange.answer = async () => {
    throw trouble;
  };
  become({ status: 'uploading' });
  await pass(0);
  await confirmed(signal);
  expect(exchange.asked).toBe(1);
  await pass(MINUTE);
  expect(exchange.asked).toBe(2);
  expect(refused).toEqual([]);
});

test('an entry waits for an answer that does not come no longer than for a call', async () => {
  const { exchange, pass, refused, confirmed } = watched();
  exchange.answer = () => new Promise(() => {});
  let isOver = false;
  void confirmed(signal).then(() => {
    isOver = true;
  });
  await pass(29_999);
  expect(isOver).toBe(false);
  await pass(1);
  expect(isOver).toBe(true);
  expect(refused).toEqual([]);
});

test('an answer that never comes is asked for again, and holds up no second entry', async () => {
  const { exchange, become, pass, confirmed } = watched();
  exchange.answer = () => new Promise(() => {});
  become({ status: 'uploading' });
  await pass(30_000);
  expect(exchange.signal?.aborted).toBe(true);
  await confirmed(signal);
  expect(exchange.asked).toBe(1);
  await pass(30_000);
  expect(exchange.asked).toBe(2);
});

test('a queue that rests asks nothing any more, and what is answered late changes nothing', async () => {
  const { exchange, items, become, pass, refused } = watched();
  const late = Promise.withResolvers<KalturaSession>();
  exchange.answer = () => late.promise;
  become({ status: 'uploading' });
  await pass(0);
  items.store.setState({ suspended: true });
  expect(exchange.signal?.aborted).toBe(true);
  late.reject(refusal('connection_paused'));
  await pass(0);
  expect(refused).toEqual([]);
});

test('a run that is stopped does not wait', async () => {
  const { exchange, confirmed } = watched();
  exchange.answer = () => new Promise(() => {});
  const stopped = new AbortController();
  const waiting = confirmed(stopped.signal);
  stopped.abort(new DOMException('The upload was stopped', 'AbortError'));
  await expect(waiting).rejects.toMatchObject({ name: 'AbortError' });
});

test('a source that cannot ask is taken at its word', async () => {
  const source = { get: async () => ada, renew: async () => ada, clear: () => {} };
  await expect(oneOwner(source).confirm()).resolves.toBe(ada);
});
