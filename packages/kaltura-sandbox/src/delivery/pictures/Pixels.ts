import type { BytesStore } from '../../bytes/BytesStore.ts';

/** A picture in memory: RGBA, rows from top to bottom. */
export interface Pixels {
  width: number;
  height: number;
  data: Uint8ClampedArray<ArrayBuffer>;
}

/** Reads and writes picture files. Node and browsers have different ones: see `#pictures` in package.json. */
export interface PictureCodec {
  /** Null for a format (or a host) that cannot be read. */
  decode(bytes: Uint8Array<ArrayBuffer>, contentType: string): Promise<Pixels | null>;
  encodeJpeg(pixels: Pixels, quality: number): Promise<Uint8Array<ArrayBuffer>>;
  encodePng(pixels: Pixels): Promise<Uint8Array<ArrayBuffer>>;
  /** Frames of a stored video at these seconds; null when this host cannot decode it. */
  frames(bytes: BytesStore, id: string, seconds: readonly number[]): Promise<Pixels[] | null>;
}

export function blankPixels(
  width: number,
  height: number,
  [red, green, blue]: readonly [number, number, number],
): Pixels {
  const data = new Uint8ClampedArray(width * height * 4);
  for (let at = 0; at < data.length; at += 4) data.set([red, green, blue, 255], at);
  return { width, height, data };
}
