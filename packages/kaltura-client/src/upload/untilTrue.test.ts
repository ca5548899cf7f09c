import { expect, test } from 'vitest';
import { untilTrue } from './untilTrue.ts';

/** Something that can be waited for; `listeners` tells how many wait. */
function changing() {
  const heard = new Set<() => void>();
  const state = { now: false };
  return {
    state,
    listeners: () => heard.size,
    onChange: (listener: () => void) => {
      heard.add(listener);
      return () => void heard.delete(listener);
    },
    become: (now: boolean) => {
      state.now = now;
      for (const listener of heard) listener();
    },
  };
}

test('waits for as many changes as it takes, and listens no longer afterwards', async () => {
  const { state, listeners, onChange, become } = changing();
  let done = false;
  const waiting = untilTrue(onChange, () => state.now, new AbortController().signal).then(() => (done = true));
  become(false);
  await Promise.resolve();
  expect(done).toBe(false);
  become(true);
  await waiting;
  expect(listeners()).toBe(0);
  await untilTrue(onChange, () => state.now, new AbortController().signal);
});

test('ends with the reason of its signal, also of one that was aborted before', async () => {
  const { state, listeners, onChange } = changing();
  const stopped = new AbortController();
  const waiting = untilTrue(onChange, () => state.now, stopped.signal);
  stopped.abort(new DOMException('The upload was stopped', 'AbortError'));
  await expect(waiting).rejects.toBe(stopped.signal.reason);
  await expect(untilTrue(onChange, () => true, stopped.signal)).rejects.toBe(stopped.signal.reason);
  expect(listeners()).toBe(0);
});
