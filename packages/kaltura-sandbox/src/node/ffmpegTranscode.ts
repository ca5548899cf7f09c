import { execFile } from 'node:child_process';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { pieces } from '../bytes/BytesStore.ts';
import type { FlavorParams } from '../media/flavorParams.ts';
import type { Transcode } from '../media/Transcode.ts';

const run = promisify(execFile);

/**
 * Makes real renditions with the `ffmpeg` on the PATH; null where there is none, so that a sandbox without it simply plays
 * the source in every flavor.
 *
 * @example createSandbox({ ...(transcode && { transcode }) })
 */
export async function createFfmpegTranscode(command = 'ffmpeg'): Promise<Transcode | null> {
  const isThere = await run(command, ['-version']).then(
    () => true,
    () => false,
  );
  if (!isThere) return null;

  return async ({ bytes, contentId, facts, target }) => {
    const directory = await mkdtemp(join(tmpdir(), 'kaltura-sandbox-'));
    const [source, result] = [join(directory, 'source'), join(directory, 'result.mp4')];
    try {
      await pipeline(pieces(bytes.read(contentId)), createWriteStream(source));
      await run(command, [
        ...input(source),
        ...(facts.kind === 'video' ? video(target) : ['-vn']),
        ...audio(target),
        result,
      ]);
      const made = await bytes.create();
      for await (const piece of createReadStream(result, { highWaterMark: 1 << 20 })) await bytes.append(made, piece);
      return { contentId: made };
    } finally {
      await rm(directory, { recursive: true, force: true });
    }
  };
}

const input = (source: string): string[] => ['-v', 'error', '-y', '-i', source, '-map_metadata', '-1'];

/** Key frames every two seconds, so that renditions can be cut into the same segments. */
function video({ height, videoBitrate, videoCodec }: FlavorParams): string[] {
  const profile = { h264b: 'baseline', h264m: 'main' }[videoCodec] ?? 'high';
  return words(
    `-c:v libx264 -profile:v ${profile} -pix_fmt yuv420p -preset veryfast`,
    `-b:v ${videoBitrate}k -maxrate ${videoBitrate}k -bufsize ${videoBitrate * 2}k`,
    `-vf scale=-2:'min(${height},ih)' -force_key_frames expr:gte(t,n_forced*2) -sc_threshold 0`,
  );
}

function audio({ audioBitrate }: FlavorParams): string[] {
  return words(`-c:a aac -b:a ${audioBitrate}k -ac 2 -movflags +faststart`);
}

const words = (...lines: string[]): string[] => lines.join(' ').split(' ');
