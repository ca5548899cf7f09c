import { blankPixels, type Pixels } from './Pixels.ts';

/** A rectangle in pixels of the source; may have fractions. */
export interface Area {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Kaltura's thumbnail `type`s: 1 inside the box, 2 padded to it, 3 cropped from the middle, 4 cropped from the top, 5 stretched. */
export type Fit = 1 | 2 | 3 | 4 | 5;

/** Where a source ends up: `from` it to `to` within a picture of `size`. */
export interface Placement {
  size: { width: number; height: number };
  from: Area;
  to: Area;
}

/** Works out a thumbnail. A width or height of 0 follows from the other; with neither, it is the source's own size. */
export function placePicture(
  source: { width: number; height: number },
  width: number,
  height: number,
  fit: Fit,
): Placement {
  const ratio = source.width / source.height;
  const whole = { x: 0, y: 0, width: source.width, height: source.height };
  if (width === 0 && height === 0) return { size: source, from: whole, to: whole };
  const box = {
    width: width || Math.max(1, Math.round(height * ratio)),
    height: height || Math.max(1, Math.round(width / ratio)),
  };
  const full = { x: 0, y: 0, ...box };
  if (width === 0 || height === 0 || fit === 5) return { size: box, from: whole, to: full };

  if (fit === 1 || fit === 2) {
    const scale = Math.min(box.width / source.width, box.height / source.height);
    const inner = {
      width: Math.max(1, Math.round(source.width * scale)),
      height: Math.max(1, Math.round(source.height * scale)),
    };
    if (fit === 1) return { size: inner, from: whole, to: { x: 0, y: 0, ...inner } };
    const x = Math.round((box.width - inner.width) / 2);
    return { size: box, from: whole, to: { x, y: Math.round((box.height - inner.height) / 2), ...inner } };
  }
  const scale = Math.max(box.width / source.width, box.height / source.height);
  const cut = { width: box.width / scale, height: box.height / scale };
  const y = fit === 4 ? 0 : (source.height - cut.height) / 2;
  return { size: box, from: { x: (source.width - cut.width) / 2, y, ...cut }, to: full };
}

/** Draws a placement. Shrinking averages every source pixel under a target pixel; enlarging interpolates. */
export function drawPlacement(
  source: Pixels,
  { size, from, to }: Placement,
  background: readonly [number, number, number],
): Pixels {
  const target = blankPixels(size.width, size.height, background);
  const across = weights(from.x, from.width, to.width, source.width);
  const down = weights(from.y, from.height, to.height, source.height);
  const band = new Float32Array(to.width * 4);
  // First a row of the target out of its source rows, each already narrowed: one pass over the source.
  const narrowed = new Map<number, Float32Array>();
  down.forEach(({ first, parts }, row) => {
    band.fill(0);
    parts.forEach((part, index) => {
      const y = first + index;
      const line = narrowed.get(y) ?? narrowRow(source, y, across);
      narrowed.set(y, line);
      for (let at = 0; at < band.length; at++) band[at] = (band[at] ?? 0) + (line[at] ?? 0) * part;
    });
    for (const y of narrowed.keys()) if (y < first) narrowed.delete(y);
    target.data.set(band, ((to.y + row) * size.width + to.x) * 4);
  });
  return target;
}

interface Weights {
  first: number;
  parts: number[];
}

/** For every target position, which source positions make it up, and how much of each. */
function weights(start: number, length: number, count: number, limit: number): Weights[] {
  const step = length / count;
  const reach = Math.max(1, step) / 2;
  return Array.from({ length: count }, (_, index) => {
    const centre = start + (index + 0.5) * step;
    const first = Math.max(0, Math.ceil(centre - 0.5 - reach));
    const last = Math.min(limit - 1, Math.floor(centre - 0.5 + reach));
    const parts: number[] = [];
    for (let at = first; at <= last; at++) {
      const distance = Math.abs(at + 0.5 - centre);
      parts.push(step > 1 ? Math.max(1e-4, Math.min(1, reach + 0.5 - distance)) : Math.max(1e-4, 1 - distance));
    }
    if (parts.length === 0) return { first: Math.min(limit - 1, Math.max(0, Math.floor(centre))), parts: [1] };
    const sum = parts.reduce((all, part) => all + part, 0);
    return { first, parts: parts.map((part) => part / sum) };
  });
}

function narrowRow({ data, width }: Pixels, y: number, across: readonly Weights[]): Float32Array {
  const line = new Float32Array(across.length * 4);
  across.forEach(({ first, parts }, x) => {
    let [red, green, blue, alpha] = [0, 0, 0, 0];
    for (let index = 0; index < parts.length; index++) {
      const at = (y * width + first + index) * 4;
      const part = parts[index] ?? 0;
      red += (data[at] ?? 0) * part;
      green += (data[at + 1] ?? 0) * part;
      blue += (data[at + 2] ?? 0) * part;
      alpha += (data[at + 3] ?? 0) * part;
    }
    line.set([red, green, blue, alpha], x * 4);
  });
  return line;
}
