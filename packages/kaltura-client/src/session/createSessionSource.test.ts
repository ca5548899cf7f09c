import { describe, expect, it } from 'vitest';
import { createTestClock } from '../testing/createTestClock.ts';
import { createSessionSource, type LoadSession } from './createSessionSource.ts';
import type { KalturaSession } from './KalturaSession.ts';

type Load = Parameters<LoadSession>[0] & {
  bring(session: KalturaSession): void;
  fail(error: Error): void;
};

/** A source, and the fetches it starts, to be answered by the test. */
function conversation(): {
  source: ReturnType<typeof createSessionSource>;
  clock: ReturnType<typeof createTestClock>;
  loads: Load[];
  session: (ks: string) => KalturaSession;
} {
  const clock = createTestClock();
  const loads: Load[] = [];
  const source = createSessionSource({
    clock,
    load: (context) =>
      new Promise((resolve, reject) => {
        loads.push({ ...context, bring: resolve, fail: reject });
      }),
  });
  const session = (ks: string): KalturaSession => ({
    ks,
    serviceUrl: 'https://kaltura.example',
    partnerId: 102,
    userId: 'ada',
    hosts: [],
    conversionProfileId: null,
    canListAll: false,
    canUpload: true,
    expiresAt: clock.now() + 3_600_000,
    refreshAt: clock.now() + 3_000_000,
  });
  return { source, clock, loads, session };
}

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('getting a session', () => {
  it('is one fetch for many callers, and none for those who come later', async () => {
    const { source, loads, session } = conversation();
    const many = Promise.all(Array.from({ length: 10 }, () => source.get()));
    loads[0]?.bring(session('one'));
    expect(new Set((await many).map(({ ks }) => ks))).toEqual(new Set(['one']));
    await source.get();
    expect(loads).toHaveLength(1);
  });

  it('survives one caller who leaves', async () => {
    const { source, loads, session } = conversation();
    const controller = new AbortController();
    const leaving = source.get({ signal: controller.signal });
    const staying = source.get();
    controller.abort();
    await expect(leaving).rejects.toMatchObject({ name: 'AbortError' });
    expect(loads[0]?.signal.aborted).toBe(false);
    loads[0]?.bring(session('one'));
    await expect(staying).resolves.toMatchObject({ ks: 'one' });
  });

  it('is abandoned when everybody has left, and begun anew for the next', async () => {
    const { source, loads, session } = conversation();
    const controllers = [new AbortController(), new AbortController()];
    const leaving = controllers.map(({ signal }) => source.get({ signal }).catch(() => 'left'));
    for (const controller of controllers) controller.abort();
    await Promise.all(leaving);
    expect(loads[0]?.signal.aborted).toBe(true);
    const next = source.get();
    loads[0]?.bring(session('late'));
    loads[1]?.bring(session('new'));
    await expect(next).resolves.toMatchObject({ ks: 'new' });
    await expect(source.get()).resolves.toMatchObject({ ks: 'new' });
  });

  it('fails for all who wait, and is tried again by the next', async () => {
    const { source, loads, session } = conversation();
    const waiting = [source.get(), source.get()];
    loads[0]?.fail(new Error('offline'));
    for (const one of waiting) await expect(one).rejects.toThrow('offline');
    const next = source.get();
    loads[1]?.bring(session('one'));
    await expect(next).resolves.toMatchObject({ ks: 'one' });
  });
});

describe('a session near its end', () => {
  it('is refreshed in the background while it still serves', async () => {
    const { source, clock, loads, session } = conversation();
    const first = source.get();
    loads[0]?.bring(session('one'));
    await first;
    clock.advance(3_000_000);
    await expect(source.get()).resolves.toMatchObject({ ks: 'one' });
    await expect(source.get()).resolves.toMatchObject({ ks: 'one' });
    expect(loads).toHaveLength(2);
    loads[1]?.bring(session('two'));
    await settled();
    await expect(source.get()).resolves.toMatchObject({ ks: 'two' });
  });

  it('keeps serving when the refresh fails, which is tried again half a minute later', async () => {
    const { source, clock, loads, session } = conversation();
    const first = source.get();
    loads[0]?.bring(session('one'));
    await first;
    clock.advance(3_000_000);
    await source.get();
    loads[1]?.fail(new Error('offline'));
    await settled();
    await expect(source.get()).resolves.toMatchObject({ ks: 'one' });
    expect(loads).toHaveLength(2);
    clock.advance(30_000);
    await source.get();
    expect(loads).toHaveLength(3);
  });

  it('is not handed out in its last seconds', async () => {
    const { source, clock, loads, session } = conversation();
    const first = source.get();
    loads[0]?.bring(session('one'));
    await first;
    clock.advance(3_596_000);
    const next = source.get();
    loads[1]?.bring(session('two'));
    await expect(next).resolves.toMatchObject({ ks: 'two' });
  });
});

describe('renewing a refused session', () => {
  async function withSession(ks: string): Promise<ReturnType<typeof conversation>> {
    const all = conversation();
    const first = all.source.get();
    all.loads[0]?.bring(all.session(ks));
    await first;
    return all;
  }

  it('is one fetch for all who were refused, and says which session it was', async () => {
    const { source, loads, session } = await withSession('old');
    const stale = await source.get();
    const refused = Promise.all(Array.from({ length: 10 }, () => source.renew(stale)));
    const newcomer = source.get();
    loads[1]?.bring(session('new'));
    expect(new Set((await refused).map(({ ks }) => ks))).toEqual(new Set(['new']));
    await expect(newcomer).resolves.toMatchObject({ ks: 'new' });
    await expect(source.renew(stale)).resolves.toMatchObject({ ks: 'new' });
    expect(loads).toHaveLength(2);
    expect(loads[1]?.stale?.ks).toBe('old');
  });

  it('asks again when a fetch under way brings the refused one', async () => {
    const { source, clock, loads, session } = await withSession('old');
    const stale = await source.get();
    clock.advance(3_000_000);
    await source.get();
    const renewal = source.renew(stale);
    loads[1]?.bring(session('old'));
    await settled();
    loads[2]?.bring(session('new'));
    await expect(renewal).resolves.toMatchObject({ ks: 'new' });
    expect(loads.map((load) => load.stale?.ks)).toEqual([undefined, undefined, 'old']);
  });
});

describe('clearing', () => {
  it('forgets the session and what is under way', async () => {
    const { source, loads, session } = conversation();
    const first = source.get();
    source.clear();
    expect(loads[0]?.signal.aborted).toBe(true);
    loads[0]?.bring(session('of another person'));
    await first;
    const next = source.get();
    loads[1]?.bring(session('mine'));
    await expect(next).resolves.toMatchObject({ ks: 'mine' });
  });
});
