import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createCaller } from '../testing/caller.ts';
import { startOptions } from './startOptions.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kaltura-sandbox-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function config(content: unknown): Promise<string> {
  const path = join(folder, 'config.json');
  await writeFile(path, JSON.stringify(content));
  return path;
}

it('serves empty accounts with the given ids and secrets', async () => {
  const path = await config({ partners: [{ id: 102, adminSecret: 'aa', userSecret: 'bb' }, { id: 103 }] });
  const { sandbox } = await startOptions({ config: path });
  const anybody = createCaller(sandbox);
  const ks = await anybody.call<string>('session.start', { partnerId: 102, secret: 'aa', type: 2, userId: 'me' });
  expect(await anybody.call('media.list', { ks })).toMatchObject({ totalCount: 0 });
  expect(await anybody.call('session.start', { partnerId: 102, secret: 'bb', type: 2 })).toMatchObject({
    code: 'START_SESSION_ERROR',
  });
  expect(sandbox.partner(103).adminSecret).toMatch(/^[0-9a-f]{32}$/);
});

it('keeps bytes in files when it is told where', async () => {
  const { sandbox } = await startOptions({
    config: await config({ partners: [{ id: 102 }] }),
    bytes: join(folder, 'bytes'),
  });
  const bob = createCaller(sandbox, { userId: 'bob' });
  const { id } = await bob.call<{ id: string }>('uploadToken.add');
  await bob.upload(id, 'hello there');
  expect(await readdir(join(folder, 'bytes'))).toHaveLength(1);
  expect(await sandbox.partner(102).checksum(id, 'md5')).toBe('161bc25962da8fed6d2f59922fb642aa');
});

it('says what a configuration should look like', async () => {
  await expect(startOptions({ config: await config([1]) })).rejects.toThrow('should look like');
  await expect(startOptions({ entries: 'many' })).rejects.toThrow('--entries');
});
