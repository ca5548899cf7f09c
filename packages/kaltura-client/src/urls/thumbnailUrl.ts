import type { KalturaMediaEntry } from '../services/KalturaMediaEntry.ts';

export interface ThumbnailOptions {
  /** CSS pixels times the device pixel ratio; Kaltura allows 1 to 10 000. */
  width: number;
  height?: number | undefined;
  /** With both sizes: `crop` fills the box (default), `inside` keeps the whole picture within it. */
  fit?: 'crop' | 'inside' | undefined;
  /** The frame of a video at this second. */
  second?: number | undefined;
}

type WithThumbnail = Pick<KalturaMediaEntry, 'thumbnailUrl'>;

/** URL of an entry's thumbnail in the wanted size; null when the entry has none. */
export function thumbnailUrl(entry: WithThumbnail, options: ThumbnailOptions): string | null {
  const { width, height, fit = 'crop', second } = options;
  return extend(entry.thumbnailUrl, [
    ['width', size(width)],
    ['height', height === undefined ? undefined : size(height)],
    // Kaltura's types: 1 keeps the ratio inside the box, 3 crops from the centre.
    ['type', height === undefined ? undefined : fit === 'crop' ? 3 : 1],
    ['vid_sec', second === undefined ? undefined : Math.max(0, Math.floor(second))],
  ]);
}

export interface SpriteOptions {
  /** Number of frames, evenly spread over the video. */
  slices: number;
  /** Of one frame. */
  width: number;
  /** Of one frame. */
  height: number;
}

/**
 * URL of one picture with `slices` frames of a video side by side, for scrubbing on hover: show it with
 * `background-position`. Null when the entry has no thumbnail.
 */
export function spriteUrl(entry: WithThumbnail, { slices, width, height }: SpriteOptions): string | null {
  return extend(entry.thumbnailUrl, [
    ['vid_slices', size(slices)],
    // The whole picture must stay below 65 500 pixels.
    ['width', Math.min(size(width), Math.floor(65_499 / size(slices)))],
    ['height', size(height)],
    ['type', 3],
  ]);
}

const size = (value: number): number => Math.min(10_000, Math.max(1, Math.round(value)));

function extend(base: string | null, parts: readonly (readonly [string, number | undefined])[]): string | null {
  if (base === null) return null;
  const path = parts.flatMap(([name, value]) => (value === undefined ? [] : [`/${name}/${value}`])).join('');
  return base.replace(/\/+$/, '') + path;
}
