import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { assertBytesStore } from '../bytes/assertBytesStore.ts';
import { createDiskBytes } from './diskBytes.ts';

const folders: string[] = [];

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'sandbox-bytes-'));
  folders.push(folder);
  return folder;
}

afterEach(async () => {
  await Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true })));
});

describe('bytes on disk', () => {
  assertBytesStore(async () => createDiskBytes(await newFolder()));
});

it('leaves no file behind when a blob is deleted', async () => {
  const folder = await newFolder();
  const store = createDiskBytes(folder);
  const id = await store.create();
  await store.append(id, new Uint8Array(10));
  expect(await readdir(folder)).toHaveLength(1);
  await store.delete(id);
  expect(await readdir(folder)).toEqual([]);
});
