import { describe, expect, it } from 'vitest';
import { blankPixels, type Pixels } from './Pixels.ts';
import { drawPlacement, placePicture } from './resize.ts';

const wide = { width: 800, height: 400 };

describe('placePicture', () => {
  it('lets a missing side follow from the other, and keeps the size when both are missing', () => {
    expect(placePicture(wide, 320, 0, 1).size).toEqual({ width: 320, height: 160 });
    expect(placePicture(wide, 0, 100, 3).size).toEqual({ width: 200, height: 100 });
    expect(placePicture(wide, 0, 0, 1).size).toEqual(wide);
  });

  it('fits inside the box (1)', () => {
    expect(placePicture(wide, 300, 300, 1).size).toEqual({ width: 300, height: 150 });
  });

  it('pads to the box (2)', () => {
    const { size, to } = placePicture(wide, 300, 300, 2);
    expect(size).toEqual({ width: 300, height: 300 });
    expect(to).toEqual({ x: 0, y: 75, width: 300, height: 150 });
  });

  it('crops from the middle (3) or from the top (4)', () => {
    expect(placePicture(wide, 100, 100, 3).from).toEqual({ x: 200, y: 0, width: 400, height: 400 });
    const tall = { width: 400, height: 800 };
    expect(placePicture(tall, 100, 100, 3).from).toEqual({ x: 0, y: 200, width: 400, height: 400 });
    expect(placePicture(tall, 100, 100, 4).from).toEqual({ x: 0, y: 0, width: 400, height: 400 });
  });

  it('stretches (5)', () => {
    expect(placePicture(wide, 100, 100, 5)).toEqual({
      size: { width: 100, height: 100 },
      from: { x: 0, y: 0, ...wide },
      to: { x: 0, y: 0, width: 100, height: 100 },
    });
  });
});

describe('drawPlacement', () => {
  it('averages what it shrinks', () => {
    const stripes = paint(4, 4, (x) => (x % 2 === 0 ? 0 : 200));
    const small = drawPlacement(stripes, placePicture(stripes, 1, 1, 5), [0, 0, 0]);
    expect([...small.data]).toEqual([100, 100, 100, 255]);
  });

  it('keeps a plain colour plain, smaller or larger', () => {
    const plain = blankPixels(30, 20, [10, 120, 240]);
    for (const [width, height] of [
      [7, 5],
      [90, 60],
    ] as const) {
      const { data } = drawPlacement(plain, placePicture(plain, width, height, 5), [0, 0, 0]);
      expect(new Set(Array.from({ length: width * height }, (_, at) => data.slice(at * 4, at * 4 + 4).join()))).toEqual(
        new Set(['10,120,240,255']),
      );
    }
  });

  it('paints the background beside a picture that was padded', () => {
    const source = blankPixels(20, 10, [255, 255, 255]);
    const { data } = drawPlacement(source, placePicture(source, 20, 20, 2), [200, 0, 0]);
    expect(Array.from(data.slice(0, 3))).toEqual([200, 0, 0]);
    expect(Array.from(data.slice((10 * 20 + 10) * 4, (10 * 20 + 10) * 4 + 3))).toEqual([255, 255, 255]);
  });
});

function paint(width: number, height: number, grey: (x: number, y: number) => number): Pixels {
  const pixels = blankPixels(width, height, [0, 0, 0]);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) pixels.data.fill(grey(x, y), (y * width + x) * 4, (y * width + x) * 4 + 3);
  }
  return pixels;
}
