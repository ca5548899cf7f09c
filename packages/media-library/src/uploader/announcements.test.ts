import type { UploadItem } from '@spaces-kaltura/client/upload';
import { expect, test } from 'vitest';
import { createFormats } from '../messages/Formats.ts';
import { en } from '../messages/uploader/en.ts';
import { sampleItem } from '../testing/sampleItem.ts';
import { announcements, inOneBreath, type Announcement } from './announcements.ts';
import { createUploadFormats } from './uploadFormats.ts';

const words = { t: en(createFormats('en')), format: createUploadFormats('en') };

/** What is worth saying on the way through these states of the queue. */
function news(...states: (readonly UploadItem[])[]): Announcement[] {
  return states.flatMap((now, at) => announcements(states[at - 1] ?? [], now, words));
}
const heard = (...states: (readonly UploadItem[])[]): string[] => news(...states).map(({ text }) => text);

const half = sampleItem();
const at = (fraction: number, change: Partial<UploadItem> = {}): UploadItem =>
  sampleItem({ uploadedBytes: half.size * fraction, ...change });

test('one upload is told from its start over its quarters to its end, each once', () => {
  const steps = [
    at(0, { status: 'queued' }),
    at(0, { status: 'detecting' }),
    ...[0, 0.1, 0.24, 0.26, 0.3, 0.5, 0.6, 0.8, 0.99].map((fraction) => at(fraction)),
    at(1, { status: 'attaching' }),
    at(1, { status: 'converting', entryId: '0_a' }),
    at(1, { status: 'ready', entryId: '0_a' }),
    at(1, { status: 'ready', entryId: '0_a', dash: 'ready' }),
  ];
  expect(heard([], ...steps.map((item) => [item]))).toEqual([
    'Uploading Castle tour.',
    'Castle tour: 25% uploaded.',
    'Castle tour: 50% uploaded.',
    'Castle tour: 75% uploaded.',
    'Castle tour is uploaded. Kaltura is processing it.',
    'Castle tour is ready.',
  ]);
});

test('a jump over several quarters tells the last one', () => {
  expect(heard([at(0.1)], [at(0.9)])).toEqual(['Castle tour: 75% uploaded.']);
});

test('of several the whole is told rather than each', () => {
  const both = (first: number, second: number): UploadItem[] => [at(first), at(second, { id: 'u2' })];
  const queued = both(0, 0).map((item) => ({ ...item, status: 'queued' as const }));
  expect(heard([], queued, both(0, 0), both(0.6, 0), both(0.8, 0.3), both(0.9, 0.8))).toEqual([
    'Uploading Castle tour.',
    'Uploading Castle tour.',
    '25% of 2 files uploaded.',
    '50% of 2 files uploaded.',
    '75% of 2 files uploaded.',
  ]);
});

test('a failure is told with its reason', () => {
  const problem = { code: 'account_blocked', retriable: true, detail: null } as const;
  expect(heard([half], [{ ...half, status: 'failed', problem }])).toEqual([
    'Castle tour: The Kaltura account is blocked or full.',
  ]);
});

test('pauses that nobody asked for are told once, with their reason; other pauses are not', () => {
  const refused = { code: 'session_refused', retriable: true, detail: null } as const;
  const paused = (id: string): UploadItem => at(0.3, { id, status: 'paused', problem: refused });
  expect(heard([at(0.3)], [paused('u1')])).toEqual(['Castle tour: Kaltura does not let you in any more.']);
  expect(heard([at(0.3), at(0.3, { id: 'u2' })], [paused('u1'), paused('u2')])).toEqual([
    '2 uploads are paused: Kaltura does not let you in any more.',
  ]);
  expect(heard([at(0.3)], [at(0.3, { status: 'paused' })])).toEqual([]);
});

test('what was unfinished before a reload comes back without a word', () => {
  expect(heard([], [at(0.3, { status: 'paused', waitingFor: 'file' })])).toEqual([]);
  expect(heard([], [at(1, { status: 'converting', entryId: '0_a' })])).toEqual([]);
});

test('what happens to two hundred files in a few seconds is one breath', () => {
  const states: UploadItem[][] = [[]];
  const become = (id: string, change: Partial<UploadItem>): void => {
    const last = states.at(-1) ?? [];
    const item = { ...(last.find((one) => one.id === id) ?? at(0, { id })), ...change };
    states.push([...last.filter((one) => one.id !== id), item]);
  };
  const ids = Array.from({ length: 200 }, (_, index) => `u${index}`);
  for (const id of ids) become(id, { status: 'queued' });
  for (const id of ids) become(id, { status: 'uploading' });
  for (const id of ids) become(id, { status: 'uploading', uploadedBytes: half.size });
  for (const id of ids) become(id, { status: 'converting', entryId: `0_${id}` });
  for (const id of ids.slice(5)) become(id, { status: 'ready' });
  const problem = { code: 'conversion_failed', retriable: false, detail: null } as const;
  for (const id of ids.slice(0, 5)) become(id, { status: 'failed', problem });
  expect(inOneBreath(news(...states), words)).toBe(
    'Uploading 200 files. 75% of 200 files uploaded. Kaltura is processing 200 files. 195 files are in Kaltura. 5 uploads failed.',
  );
});

test('two files are called by their names in one breath', () => {
  const both = [
    at(0, { status: 'queued' }),
    at(0, { id: 'u2', status: 'queued', metadata: { ...half.metadata, name: 'Roof' } }),
  ];
  expect(inOneBreath(news([], both), words)).toBe('Uploading Castle tour. Uploading Roof.');
});
