import { openMedia } from '../../bytes/probe.ts';
import type { PictureCodec, Pixels } from './Pixels.ts';

/** The browser's own codecs. A host without a canvas that draws (a worker of old, a simulated DOM) reads nothing. */
export const pictures: PictureCodec = {
  decode: async (bytes, type) => {
    if (typeof OffscreenCanvas === 'undefined' || typeof createImageBitmap === 'undefined') return null;
    const bitmap = await createImageBitmap(new Blob([bytes], { type }));
    const context = canvasOf(bitmap.width, bitmap.height);
    context.drawImage(bitmap, 0, 0);
    bitmap.close();
    return pixelsOf(context);
  },
  encodeJpeg: (pixels, quality) => encode(pixels, { type: 'image/jpeg', quality: quality / 100 }),
  encodePng: (pixels) => encode(pixels, { type: 'image/png' }),
  frames: async (bytes, id, seconds) => {
    if (typeof VideoDecoder === 'undefined') return null;
    const { CanvasSink } = await import('mediabunny');
    const input = await openMedia(bytes, id);
    try {
      if (!(await input.canRead())) return null;
      const track = await input.getPrimaryVideoTrack();
      if (!track || !(await track.canDecode())) return null;
      const frames: Pixels[] = [];
      for await (const frame of new CanvasSink(track).canvasesAtTimestamps([...seconds])) {
        if (!frame) return null;
        const context = canvasOf(frame.canvas.width, frame.canvas.height);
        context.drawImage(frame.canvas, 0, 0);
        frames.push(pixelsOf(context));
      }
      return frames;
    } finally {
      input.dispose();
    }
  },
};

async function encode(pixels: Pixels, options: ImageEncodeOptions): Promise<Uint8Array<ArrayBuffer>> {
  const context = canvasOf(pixels.width, pixels.height);
  context.putImageData(new ImageData(pixels.data, pixels.width, pixels.height), 0, 0);
  return new Uint8Array(await (await context.canvas.convertToBlob(options)).arrayBuffer());
}

function pixelsOf(context: OffscreenCanvasRenderingContext2D): Pixels {
  const { width, height, data } = context.getImageData(0, 0, context.canvas.width, context.canvas.height);
  return { width, height, data: new Uint8ClampedArray(data) };
}

function canvasOf(width: number, height: number): OffscreenCanvasRenderingContext2D {
  const context = new OffscreenCanvas(width, height).getContext('2d');
  if (!context) throw new Error('This browser gives no 2d canvas');
  return context;
}
