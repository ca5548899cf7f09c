import { afterEach, expect, test, vi } from 'vitest';
import { browserNetwork, whenOnline } from './networkState.ts';

afterEach(() => {
  vi.unstubAllGlobals();
});

test.each([
  ['nothing', {}, true],
  ['online', { onLine: true }, true],
  ['offline', { onLine: false }, false],
])('a navigator that says %s', (_what, navigator, online) => {
  vi.stubGlobal('navigator', navigator);
  expect(browserNetwork.isOnline()).toBe(online);
});

test('waits until the machine is online, or nobody wants to know any more', async () => {
  let online = false;
  const listeners = new Set<() => void>();
  const network = {
    isOnline: () => online,
    onChange: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  const controller = new AbortController();
  const [waiting, leaving] = [
    whenOnline(network, new AbortController().signal),
    whenOnline(network, controller.signal),
  ];
  controller.abort(new DOMException('enough', 'AbortError'));
  await expect(leaving).rejects.toThrow('enough');
  online = true;
  for (const listener of listeners) listener();
  await expect(waiting).resolves.toBeUndefined();
  expect(listeners.size).toBe(0);
});
