import * as fakes from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { hasUploadRecords } from './hasUploadRecords.ts';
import { createIndexedDbUploadRecords } from './indexedDbRecords.ts';
import { FLAT } from './UploadItem.ts';
import {
  createMemoryUploadRecords,
  RECORD_LIFETIME_MS,
  type UploadRecord,
  type UploadRecords,
} from './UploadRecords.ts';

const scope = { hubId: 'atelier', userId: 'ada' };
const record = (id: string, change: Partial<UploadRecord> = {}): UploadRecord => ({
  ...scope,
  id,
  fingerprint: 'f'.repeat(64),
  fileName: 'film.mp4',
  size: 1000,
  mediaType: 'video',
  metadata: { name: 'Film', description: '', tags: ['a'] },
  projection: FLAT,
  tokenId: '0_t',
  uploadedBytes: 10,
  step: 'uploading',
  entryId: null,
  createdAt: 1,
  updatedAt: 1,
  handle: null,
  ...change,
});
const idsOf = async (records: UploadRecords, who = scope): Promise<string[]> =>
  (await records.list(who)).map(({ id }) => id);

beforeEach(() => {
  for (const [name, fake] of Object.entries(fakes)) vi.stubGlobal(name, fake);
  vi.stubGlobal('indexedDB', new fakes.IDBFactory());
});
afterEach(() => {
  vi.unstubAllGlobals();
});

const implementations: [string, (now?: () => number) => UploadRecords][] = [
  ['memory', createMemoryUploadRecords],
  ['IndexedDB', (now) => createIndexedDbUploadRecords(now && { now })],
];

describe.each(implementations)('records in %s', (_name, create) => {
  test('give back what was put, the oldest first, the newest version of each', async () => {
    const records = create(() => 1);
    await records.put(record('b', { createdAt: 2 }));
    await records.put(record('a', { createdAt: 1 }));
    await records.put(record('b', { createdAt: 2, uploadedBytes: 20, step: 'attaching' }));
    expect(await records.list(scope)).toEqual([
      record('a', { createdAt: 1 }),
      record('b', { createdAt: 2, uploadedBytes: 20, step: 'attaching' }),
    ]);
  });

  test('belong to a person in a hub', async () => {
    const records = create(() => 1);
    await records.put(record('a'));
    await records.put(record('b', { userId: 'bob' }));
    await records.put(record('c', { hubId: 'other' }));
    expect(await idsOf(records)).toEqual(['a']);
    expect(await idsOf(records, { hubId: 'atelier', userId: 'bob' })).toEqual(['b']);
  });

  test('are gone when removed, and removing twice is no mistake', async () => {
    const records = create(() => 1);
    await records.put(record('a'));
    await records.remove('a');
    await records.remove('a');
    expect(await idsOf(records)).toEqual([]);
  });

  test('end when Kaltura drops the bytes: seven days after the last one', async () => {
    const time = { now: 1 };
    const records = create(() => time.now);
    await records.put(record('a', { updatedAt: 1 }));
    time.now = 1 + RECORD_LIFETIME_MS;
    expect(await idsOf(records)).toEqual(['a']);
    time.now += 1;
    expect(await idsOf(records)).toEqual([]);
    time.now = 1;
    await records.put(record('b'));
    expect(await idsOf(records)).toContain('b');
  });
});

test('records in IndexedDB outlive the page', async () => {
  await createIndexedDbUploadRecords({ now: () => 1 }).put(record('a'));
  expect(await idsOf(createIndexedDbUploadRecords({ now: () => 1 }))).toEqual(['a']);
});

test('where IndexedDB is refused, memory does', async () => {
  vi.stubGlobal('indexedDB', {
    open: () => {
      throw new DOMException('private window', 'SecurityError');
    },
  });
  const records = createIndexedDbUploadRecords({ now: () => 1 });
  await records.put(record('a'));
  await records.put(record('a', { uploadedBytes: 20 }));
  expect(await records.list(scope)).toEqual([record('a', { uploadedBytes: 20 })]);
  await records.remove('a');
  expect(await idsOf(records)).toEqual([]);
});

test('when the disk is full, what memory has is newer', async () => {
  const records = createIndexedDbUploadRecords({ now: () => 1 });
  await records.put(record('a'));
  const full = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  await records.put(record('a', { uploadedBytes: 20 }));
  full.mockRestore();
  expect(await records.list(scope)).toEqual([record('a', { uploadedBytes: 20 })]);
});

test('whether there are any is known without loading what uploads', async () => {
  expect(await hasUploadRecords(scope)).toBe(false);
  const records = createIndexedDbUploadRecords({ now: () => 1 });
  await records.put(record('a'));
  expect(await hasUploadRecords(scope)).toBe(true);
  expect(await hasUploadRecords({ ...scope, userId: 'bob' })).toBe(false);
  await records.remove('a');
  expect(await hasUploadRecords(scope)).toBe(false);
});

test('where the browser keeps nothing there are none', async () => {
  vi.stubGlobal('indexedDB', undefined);
  expect(await hasUploadRecords(scope)).toBe(false);
});
