import { blankPixels, type Pixels } from './Pixels.ts';

/** What stands for a sound, and for a video whose frames nobody can take: a calm wave before a dusk of two colours. */
export function genericPicture(kind: 'audio' | 'video'): Pixels {
  const picture = blankPixels(640, 360, [0, 0, 0]);
  const [from, to] = kind === 'audio' ? dusk : slate;
  for (let y = 0; y < picture.height; y++) {
    for (let x = 0; x < picture.width; x++) {
      const mix = (x / picture.width) * 0.4 + (y / picture.height) * 0.6;
      const light = kind === 'audio' ? barAt(x, y) : playAt(x, y);
      const at = (y * picture.width + x) * 4;
      for (const channel of [0, 1, 2] as const) {
        const ground = from[channel] * (1 - mix) + to[channel] * mix;
        picture.data[at + channel] = ground + (255 - ground) * light * 0.85;
      }
    }
  }
  return picture;
}

const dusk = [
  [58, 52, 128],
  [226, 122, 110],
] as const;
const slate = [
  [38, 50, 72],
  [88, 112, 140],
] as const;

/** Rounded bars of a sound wave. */
function barAt(x: number, y: number): number {
  const bar = Math.floor(x / 16);
  const envelope = Math.exp(-(((bar - 19.5) / 11) ** 2));
  const half = 10 + 110 * envelope * Math.abs(Math.sin(bar * 1.7) * 0.6 + Math.sin(bar * 0.53) * 0.4);
  const away = Math.hypot((x % 16) - 7.5, Math.max(0, Math.abs(y - 179.5) - half));
  return Math.min(1, Math.max(0, 4.5 - away));
}

/** A triangle in a ring. */
function playAt(x: number, y: number): number {
  const [dx, dy] = [x - 319.5, y - 179.5];
  const ring = 3.5 - Math.abs(Math.hypot(dx, dy) - 62);
  const triangle = Math.min(dx + 20, 34 - dx - Math.abs(dy) * 1.55);
  return Math.min(1, Math.max(0, ring, triangle));
}
