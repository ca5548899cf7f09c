import { describe, expect, test } from 'vitest';
import { createPageLocks, createWebLocks, type FileLocks } from './FileLocks.ts';

const implementations: [string, () => FileLocks][] = [
  ['one page', createPageLocks],
  ['all tabs', () => createWebLocks(navigator.locks)],
];
const never = new AbortController().signal;

describe.each(implementations)('locks of %s', (name, create) => {
  test('let one work at a time, and tell who waits', async () => {
    const locks = create();
    const key = `${name}-one`;
    const log: string[] = [];
    const gate = Promise.withResolvers<void>();
    const first = locks.hold(key, () => (log.push('first begins'), gate.promise), {
      onWait: () => log.push('first waits'),
      signal: never,
    });
    const waits = Promise.withResolvers<void>();
    const second = locks.hold(key, async () => log.push('second begins'), {
      onWait: () => (log.push('second waits'), waits.resolve()),
      signal: never,
    });
    await waits.promise;
    log.push('first ends');
    gate.resolve();
    await Promise.all([first, second]);
    expect(log).toEqual(['first begins', 'second waits', 'first ends', 'second begins']);
  });

  test('do not hold up another file', async () => {
    const locks = create();
    const gate = Promise.withResolvers<void>();
    const first = locks.hold(`${name}-a`, () => gate.promise, { onWait: () => {}, signal: never });
    expect(await locks.hold(`${name}-b`, async () => 'done', { onWait: () => {}, signal: never })).toBe('done');
    gate.resolve();
    await first;
  });

  test('are free again after a failure, which is told', async () => {
    const locks = create();
    const failing = locks.hold(`${name}-c`, () => Promise.reject(new TypeError('no')), {
      onWait: () => {},
      signal: never,
    });
    await expect(failing).rejects.toThrow('no');
    expect(await locks.hold(`${name}-c`, async () => 1, { onWait: () => {}, signal: never })).toBe(1);
  });

  test('let go at once of who does not want to wait any more', async () => {
    const locks = create();
    const gate = Promise.withResolvers<void>();
    const first = locks.hold(`${name}-d`, () => gate.promise, { onWait: () => {}, signal: never });
    const controller = new AbortController();
    const begun: string[] = [];
    const second = locks.hold(`${name}-d`, async () => begun.push('second'), {
      onWait: () => controller.abort(new DOMException('enough', 'AbortError')),
      signal: controller.signal,
    });
    await expect(second).rejects.toThrow('enough');
    gate.resolve();
    await first;
    expect(begun).toEqual([]);
  });
});
