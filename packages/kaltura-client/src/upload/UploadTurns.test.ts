import { expect, test } from 'vitest';
import { newUploadItem } from './newUploadItem.ts';
import type { UploadItem } from './UploadItem.ts';
import { UploadTurns } from './UploadTurns.ts';

const item = (id: string, change: Partial<UploadItem> = {}): UploadItem => ({
  ...newUploadItem(id, new File(['x'], `${id}.mp4`), 'video', 0),
  ...change,
});
const { signal } = new AbortController();

/** Two turns; `has` tells who got one so far. */
function takeTurns() {
  const turns = new UploadTurns(2);
  const begun: string[] = [];
  const ask = (id: string): void => void turns.take(id, signal).then(() => begun.push(id));
  const has = async (): Promise<string[]> => {
    await new Promise((resolve) => setImmediate(resolve));
    return begun;
  };
  return { turns, ask, has };
}

test('the oldest come first, however many ask; who leaves makes room', async () => {
  const { turns, ask, has } = takeTurns();
  const items = ['a', 'b', 'c'].map((id) => item(id));
  for (const id of ['c', 'b', 'a']) ask(id);
  turns.give(items);
  expect(await has()).toEqual(['a', 'b']);
  turns.give(items);
  expect(await has()).toEqual(['a', 'b']);
  turns.leave('a');
  turns.give(items.slice(1));
  expect(await has()).toEqual(['a', 'b', 'c']);
});

test('whoever is about to ask is not overtaken; whoever waits for another tab, for its file or for a person is', async () => {
  const { turns, ask, has } = takeTurns();
  ask('c');
  ask('d');
  turns.give([item('a'), item('b'), item('c'), item('d')]);
  expect(await has()).toEqual([]);
  turns.give([
    item('a', { waitingFor: 'another_tab' }),
    item('b', { waitingFor: 'file' }),
    item('c'),
    item('d', { status: 'attaching', waitingFor: 'projection' }),
  ]);
  expect(await has()).toEqual(['c']);
});

test('a run that was stopped does not take the turn of the next one', async () => {
  const { turns, ask, has } = takeTurns();
  const stopped = new AbortController();
  stopped.abort();
  await expect(turns.take('a', stopped.signal)).rejects.toMatchObject({ name: 'AbortError' });
  turns.give([item('a')]);
  ask('a');
  turns.give([item('a')]);
  expect(await has()).toEqual(['a']);
});

test('one that has its turn and waits for a person lets another one begin', async () => {
  const { turns, ask, has } = takeTurns();
  const items = ['a', 'b', 'c'].map((id) => item(id));
  for (const { id } of items) ask(id);
  turns.give(items);
  turns.give(items.with(0, item('a', { status: 'attaching', waitingFor: 'projection' })));
  expect(await has()).toEqual(['a', 'b', 'c']);
});
