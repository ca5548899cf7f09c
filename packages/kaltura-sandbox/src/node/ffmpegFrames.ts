import type { BytesStore } from '../bytes/BytesStore.ts';
import { probeMedia } from '../bytes/probe.ts';
import type { Pixels } from '../delivery/pictures/Pixels.ts';
import { ffmpeg, hasFfmpeg, withFile } from './ffmpeg.ts';

/** Frames of a stored video, by ffmpeg; null without one. */
export async function ffmpegFrames(
  bytes: BytesStore,
  id: string,
  seconds: readonly number[],
): Promise<Pixels[] | null> {
  if (!(await hasFfmpeg())) return null;
  const facts = await probeMedia(bytes, id);
  if (!facts || facts.kind !== 'video') return null;
  const { width, height } = facts;
  return withFile(bytes, id, async (file) => {
    const frames: Pixels[] = [];
    for (const second of seconds) {
      const data = await frameAt(file, second, width, height);
      if (!data) return null;
      frames.push({ width, height, data });
    }
    return frames;
  });
}

/** The picture of a film may be over before its sound: then a frame from before counts. */
async function frameAt(file: string, second: number, width: number, height: number) {
  const size = ['-s', `${width}x${height}`, '-pix_fmt', 'rgba', '-f', 'rawvideo'];
  for (const at of [second, second - 0.5, 0]) {
    const data = await ffmpeg(['-ss', Math.max(0, at).toFixed(3), '-i', file, '-frames:v', '1', ...size, '-']);
    if (data?.byteLength === width * height * 4) return new Uint8ClampedArray(data.buffer);
  }
  return null;
}
