import { pictures } from '#pictures';
import { sniffContentType } from '../../bytes/sniff.ts';
import type { SandboxContext } from '../../SandboxContext.ts';
import type { ThumbnailParams } from '../thumbnailParams.ts';
import type { PictureSource } from './findPicture.ts';
import { genericPicture } from './genericPicture.ts';
import { blankPixels, type Pixels } from './Pixels.ts';
import { drawPlacement, placePicture } from './resize.ts';

export interface Thumbnail {
  blob: string;
  contentType: string;
}

/**
 * A picture in the asked size, made once for all who ask for the same. What this host cannot decode is served as it is.
 * Nothing is drawn larger than 4096 pixels: the sandbox is not there to fill memory.
 */
export function cachedThumbnail(
  sandbox: SandboxContext,
  source: PictureSource,
  params: ThumbnailParams,
): Promise<Thumbnail> {
  const known = cache.get(sandbox) ?? new Map<string, Promise<Thumbnail>>();
  cache.set(sandbox, known);
  const { width, height, fit, quality, background, format, cut, slices, slice } = params;
  const isStrip = slices > 0 && slice === null;
  const key = JSON.stringify([source.key, width, height, fit, quality, background, format, cut, isStrip]);
  const made = known.get(key) ?? makeThumbnail(sandbox, source, params);
  known.set(key, made);
  return made;
}

const cache = new WeakMap<SandboxContext, Map<string, Promise<Thumbnail>>>();

async function makeThumbnail(
  sandbox: SandboxContext,
  source: PictureSource,
  params: ThumbnailParams,
): Promise<Thumbnail> {
  const frames = await framesOf(sandbox, source);
  if (!frames) {
    if (source.kind !== 'file' && source.kind !== 'strip')
      throw new Error('A picture without pixels and without a file');
    return { blob: source.blob, contentType: sniffContentType(await sandbox.bytes.slice(source.blob, 0, 4096)) };
  }
  const drawn = frames.map((frame) => drawOne(frame, params));
  const picture = drawn.length === 1 && drawn[0] ? drawn[0] : sideBySide(drawn);
  const bytes =
    params.format === 'png'
      ? await pictures.encodePng(picture)
      : await pictures.encodeJpeg(picture, params.quality || 75);
  const blob = await sandbox.bytes.create();
  await sandbox.bytes.append(blob, bytes);
  return { blob, contentType: `image/${params.format}` };
}

async function framesOf(sandbox: SandboxContext, source: PictureSource): Promise<Pixels[] | null> {
  if (source.kind === 'generic') return [genericPicture(source.of)];
  if (source.kind === 'frames') {
    const frames = await pictures.frames(sandbox.bytes, source.video, source.seconds);
    return frames ?? source.seconds.map(() => genericPicture('video'));
  }
  const whole = await decode(sandbox, source.blob);
  if (!whole || source.kind === 'file') return whole && [whole];
  return source.picked.map((index) => cutOut(whole, index, source.frames));
}

async function decode({ bytes }: SandboxContext, blob: string): Promise<Pixels | null> {
  const file = await bytes.slice(blob);
  // A broken file is served as it is, like one of an unknown format.
  return pictures.decode(file, sniffContentType(file.subarray(0, 4096))).catch(() => null);
}

function drawOne(pixels: Pixels, { width, height, fit, background, cut }: ThumbnailParams): Pixels {
  const limit = Math.min(1, 4096 / Math.max(width, height, 1));
  const source = cut ? clamp(cut, pixels) : { x: 0, y: 0, width: pixels.width, height: pixels.height };
  const placement = placePicture(source, Math.round(width * limit), Math.round(height * limit), fit);
  const from = { ...placement.from, x: placement.from.x + source.x, y: placement.from.y + source.y };
  return drawPlacement(pixels, { ...placement, from }, background);
}

function clamp(
  cut: NonNullable<ThumbnailParams['cut']>,
  { width, height }: Pixels,
): NonNullable<ThumbnailParams['cut']> {
  const x = Math.min(Math.max(0, cut.x), width - 1);
  const y = Math.min(Math.max(0, cut.y), height - 1);
  return { x, y, width: Math.min(cut.width, width - x), height: Math.min(cut.height, height - y) };
}

function cutOut(strip: Pixels, index: number, count: number): Pixels {
  const width = Math.floor(strip.width / count);
  const frame = blankPixels(width, strip.height, [0, 0, 0]);
  for (let y = 0; y < strip.height; y++) {
    const start = (y * strip.width + index * width) * 4;
    frame.data.set(strip.data.subarray(start, start + width * 4), y * width * 4);
  }
  return frame;
}

function sideBySide(frames: readonly Pixels[]): Pixels {
  const width = frames.reduce((sum, frame) => sum + frame.width, 0);
  const height = Math.max(...frames.map((frame) => frame.height));
  const all = blankPixels(width, height, [0, 0, 0]);
  let left = 0;
  for (const frame of frames) {
    for (let y = 0; y < frame.height; y++) {
      all.data.set(frame.data.subarray(y * frame.width * 4, (y + 1) * frame.width * 4), (y * width + left) * 4);
    }
    left += frame.width;
  }
  return all;
}
