import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { PictureCodec } from '../delivery/pictures/Pixels.ts';
import { ffmpegFrames } from './ffmpegFrames.ts';

/** MozJPEG, libwebp and a PNG codec as WebAssembly, each loaded with the first picture that needs it; frames come from ffmpeg. */
export const pictures: PictureCodec = {
  decode: async (bytes, contentType) => {
    if (contentType === 'image/jpeg') return (await jpegReader())(bytes.buffer);
    if (contentType === 'image/png') return (await pngReader())(bytes.buffer);
    if (contentType === 'image/webp') return (await webpReader())(bytes.buffer);
    return null;
  },
  encodeJpeg: async (pixels, quality) =>
    new Uint8Array(await (await jpegWriter())({ ...pixels, colorSpace: 'srgb' }, { quality, progressive: false })),
  frames: ffmpegFrames,
  encodePng: async (pixels) => new Uint8Array(await (await pngWriter())({ ...pixels, colorSpace: 'srgb' })),
};

const jpegReader = once(async () => {
  const { default: decode, init } = await import('@jsquash/jpeg/decode.js');
  await init(await compile('@jsquash/jpeg/codec/dec/mozjpeg_dec.wasm'));
  return decode;
});

const jpegWriter = once(async () => {
  const { default: encode, init } = await import('@jsquash/jpeg/encode.js');
  await init(await compile('@jsquash/jpeg/codec/enc/mozjpeg_enc.wasm'));
  return encode;
});

const pngReader = once(async () => {
  const { default: decode, init } = await import('@jsquash/png/decode.js');
  await init(await compile('@jsquash/png/codec/pkg/squoosh_png_bg.wasm'));
  return decode;
});

const pngWriter = once(async () => {
  const { default: encode, init } = await import('@jsquash/png/encode.js');
  await init(await compile('@jsquash/png/codec/pkg/squoosh_png_bg.wasm'));
  return encode;
});

const webpReader = once(async () => {
  const { default: decode, init } = await import('@jsquash/webp/decode.js');
  await init(await compile('@jsquash/webp/codec/dec/webp_dec.wasm'));
  return decode;
});

/** These codecs were written for browsers: they hand out `ImageData`, which Node does not have. */
class PlainImageData {
  readonly colorSpace = 'srgb';
  readonly data: Uint8ClampedArray;
  readonly width: number;
  readonly height: number;

  constructor(data: Uint8ClampedArray, width: number, height: number) {
    this.data = data;
    this.width = width;
    this.height = height;
  }
}

async function compile(file: string): Promise<WebAssembly.Module> {
  if (!('ImageData' in globalThis)) Object.assign(globalThis, { ImageData: PlainImageData });
  return WebAssembly.compile(await readFile(createRequire(import.meta.url).resolve(file)));
}

function once<TValue>(make: () => Promise<TValue>): () => Promise<TValue> {
  let made: Promise<TValue> | undefined;
  return () => (made ??= make());
}
