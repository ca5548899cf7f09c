import { chmod, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { startConversation, tinyVideo } from '../media/startConversation.ts';
import { createFfmpegTranscode } from './ffmpegTranscode.ts';

it('says null where there is no encoder', async () => {
  expect(await createFfmpegTranscode('no-such-encoder')).toBeNull();
});

it('makes each rendition a file of its own and the entry READY with the first', async () => {
  const { as, sandbox } = startConversation({ transcode: await encoder('cp "$5" "$last"; printf x >> "$last"') });
  const bob = await as('bob');
  const { id } = await bob.addEntry({ mediaType: 1 }, tinyVideo);
  await sandbox.clock.advance(60);
  await expect.poll(async () => (await bob.call('media.get', { entryId: id })).status).toBe(2);
  const { objects } = await bob.call('flavorAsset.list', { filter: { entryIdEqual: id, statusEqual: 2 } });
  expect(objects.map((asset) => Number(asset['sizeInBytes']))).toEqual([tinyVideo.length, tinyVideo.length + 1]);
});

it('ends at ERROR_CONVERTING when the encoder fails', async () => {
  const { as, sandbox } = startConversation({ transcode: await encoder('exit 1') });
  const bob = await as('bob');
  const { id } = await bob.addEntry({ mediaType: 1 }, tinyVideo);
  await sandbox.clock.advance(60);
  await expect.poll(async () => (await bob.call('media.get', { entryId: id })).status).toBe(-1);
});

/** A stand-in for ffmpeg: `$5` is the source, `$last` the file to write. */
async function encoder(script: string) {
  const command = join(await mkdtemp(join(tmpdir(), 'encoder-')), 'ffmpeg');
  await writeFile(command, `#!/bin/sh\n[ "$1" = -version ] && exit 0\nfor last; do :; done\n${script}\n`);
  await chmod(command, 0o755);
  const transcode = await createFfmpegTranscode(command);
  if (!transcode) throw new Error('The stand-in was not found.');
  return transcode;
}
