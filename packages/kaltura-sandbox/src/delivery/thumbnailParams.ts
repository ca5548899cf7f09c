import type { Area, Fit } from './pictures/resize.ts';

/** What a thumbnail URL asks for. */
export interface ThumbnailParams {
  /** 0: follows from the other one; both 0: the picture's own size. */
  width: number;
  height: number;
  fit: Fit;
  /** 0 to 100; 0 is the server's choice. */
  quality: number;
  background: readonly [number, number, number];
  format: 'jpeg' | 'png';
  /** The frame at this second of a video. */
  second: number | null;
  /** So many frames side by side, or of them the one with this number. */
  slices: number;
  slice: number | null;
  /** Seconds between which the slices are taken. */
  from: number;
  to: number | null;
  /** The part of the source to show. */
  cut: Area | null;
}

/** Numbers out of range are put into it, as Kaltura does; text is no number. Without any size it is 120 wide at most, 90 high. */
export function readThumbnailParams(params: ReadonlyMap<string, string>): ThumbnailParams {
  const number = (name: string): number | null => {
    // The last value may carry a file's ending.
    const text = (params.get(name) ?? '').replace(/\.(?:jpe?g|png|gif)$/i, '');
    return /^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : null;
  };
  const side = (name: string): number | null => {
    const value = number(name);
    return value === null || value < 0 ? null : Math.min(10_000, Math.floor(value));
  };
  const asked = { width: side('width'), height: side('height') };
  const neither = asked.width === null && asked.height === null;
  const fallback = { width: side('def_width') ?? 120, height: side('def_height') ?? 90 };
  const { width, height } = neither ? fallback : { width: asked.width ?? 0, height: asked.height ?? 0 };
  const type = number('type') ?? 1;
  const [cutWidth, cutHeight] = [number('src_w') ?? 0, number('src_h') ?? 0];
  return {
    width,
    height,
    fit: type === 2 || type === 3 || type === 4 || type === 5 ? type : 1,
    quality: Math.min(100, Math.max(0, number('quality') ?? 0)),
    background: color(params.get('bgcolor') ?? 'ffffff'),
    format: params.get('format') === 'png' || /\.png$/i.test([...params.values()].at(-1) ?? '') ? 'png' : 'jpeg',
    second: number('vid_sec'),
    slices: Math.min(500, Math.max(0, Math.floor(number('vid_slices') ?? 0))),
    slice: number('vid_slice'),
    from: Math.max(0, number('start_sec') ?? 0),
    to: number('end_sec'),
    cut:
      cutWidth > 0 && cutHeight > 0
        ? { x: number('src_x') ?? 0, y: number('src_y') ?? 0, width: cutWidth, height: cutHeight }
        : null,
  };
}

function color(hex: string): readonly [number, number, number] {
  const value = /^[0-9a-f]{6}$/i.test(hex) ? Number.parseInt(hex, 16) : 0xffffff;
  return [value >> 16, (value >> 8) & 255, value & 255];
}
