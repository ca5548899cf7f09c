import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { film, jpegWithin, type Picture, smallJpegWithin, spriteOf } from './encode.ts';
import { withGPano } from './gpano.ts';
import { type Clip, panoramas, sphericalVideos, stills, videos } from './jobs.ts';
import { type Renderer, startRenderer } from './renderer.ts';
import { sounds, wavOf, writeMp3 } from './sounds.ts';
import { withSphericalBoxes } from '../../src/node/withSphericalBoxes.ts';

/**
 * Paints the demo library's files into `assets/media`, with Chromium (WebGL2) and ffmpeg. Run by hand, from `packages/kaltura-sandbox`:
 *
 *   node assets/generate/generate.ts            what is missing
 *   node assets/generate/generate.ts reef aurora  only files with these words in their names, anew
 */
const folder = new URL('../media/', import.meta.url);
const words = process.argv.slice(2);

const spriteFrames = 10;
/** What moves is painted smaller and less often than it is shown; in between, frames are blended. */
const paintedRate = 6;
const paintedScale = 0.75;

mkdirSync(folder, { recursive: true });
const present = new Set(readdirSync(folder));
const wanted = (name: string, file: string): boolean =>
  words.length > 0 ? words.some((word) => name.includes(word)) : !present.has(file);

for (const name of Object.keys(sounds)) {
  if (wanted(name, `${name}.mp3`)) writeMp3(name, new URL(`${name}.mp3`, folder).pathname);
}

const renderer = await startRenderer();
try {
  for (const { name, shot, seconds } of stills) {
    if (!wanted(name, `${name}.jpg`)) continue;
    const pixels = await renderer.frame(shot, seconds);
    save(`${name}.jpg`, await jpegWithin({ ...shot, pixels }, 29_000));
  }
  for (const { name, shot, seconds } of panoramas) {
    if (!wanted(name, `${name}.jpg`)) continue;
    const pixels = await renderer.frame(shot, seconds);
    const jpeg = await smallJpegWithin({ ...shot, pixels }, 62_000);
    save(`${name}.jpg`, withGPano(jpeg, shot.width, shot.height));
  }
  for (const [index, clip] of [...videos, ...sphericalVideos].entries()) {
    if (wanted(clip.name, `${clip.name}.mp4`)) await make(clip, index, renderer);
  }
} finally {
  await renderer.close();
}

async function make(clip: Clip, index: number, renderer: Renderer): Promise<void> {
  const { name, shot, length } = clip;
  const rate = clip.pan ? 24 : paintedRate;
  const count = Math.round(length * rate) + 1;
  const small = { ...shot, width: shot.width * paintedScale, height: shot.height * paintedScale, samples: 1 };
  const size = clip.pan ? shot : small;
  const paint = clip.pan
    ? await gliding(clip, count, renderer)
    : (frame: number): Promise<Uint8Array> => renderer.frame(small, secondsAt(clip, frame / rate));
  const kept: Picture[] = [];
  async function* frames(): AsyncGenerator<Uint8Array> {
    for (let frame = 0; frame < count; frame++) {
      const pixels = await paint(frame);
      if (frame === Math.floor(((kept.length + 0.5) / spriteFrames) * count)) kept.push({ ...size, pixels });
      yield pixels;
    }
  }
  const file = new URL(`${name}.mp4`, folder).pathname;
  const tunes = Object.keys(sounds);
  const tune = wavOf(tunes[index % tunes.length] ?? '', length);
  await film(file, { from: size, to: shot, rate, seconds: length, crf: shot.sphere ? 40 : 35 }, frames(), tune);
  if (shot.sphere) writeFileSync(file, withSphericalBoxes(readFileSync(file)));
  process.stdout.write(`${name}.mp4 ${readFileSync(file).byteLength}\n`);

  const middle = kept[Math.floor(spriteFrames * 0.4)];
  if (!middle) throw new Error(`${name} has no frames`);
  const poster = clip.pan ? middle : { ...shot, pixels: await renderer.frame(shot, secondsAt(clip, length * 0.45)) };
  save(`${name}.poster.jpg`, await jpegWithin(poster, 20_000, shot.sphere ? 'scale=640:320:flags=lanczos' : 'null'));
  save(`${name}.sprite.jpg`, await spriteOf(kept, 200, shot.sphere ? 100 : 112));
}

/** Scenes look best when they have already moved a little. */
function secondsAt({ pace }: Clip, seconds: number): number {
  return 2 + seconds * pace;
}

/** Cuts every frame out of one large picture: a sphere turns, a flat view glides sideways, between two pixels too. */
async function gliding(clip: Clip, count: number, renderer: Renderer): Promise<(frame: number) => Promise<Uint8Array>> {
  const { shot } = clip;
  const wide = shot.sphere ? shot : { ...shot, width: Math.round(shot.width * 1.35), height: shot.height };
  const all = await renderer.frame(wide, 4);
  return async (frame) => {
    const progress = frame / count;
    const eased = shot.sphere ? progress : progress * progress * (3 - 2 * progress);
    const shift = shot.sphere ? eased * wide.width * 0.2 : eased * (wide.width - shot.width - 1);
    const whole = Math.floor(shift);
    const part = shift - whole;
    const cut = new Uint8Array(shot.width * shot.height * 4);
    for (let y = 0; y < shot.height; y++) {
      for (let x = 0; x < shot.width; x++) {
        const left = (y * wide.width + ((x + whole) % wide.width)) * 4;
        const right = (y * wide.width + ((x + whole + 1) % wide.width)) * 4;
        const at = (y * shot.width + x) * 4;
        for (let channel = 0; channel < 4; channel++) {
          cut[at + channel] = (all[left + channel] ?? 0) * (1 - part) + (all[right + channel] ?? 0) * part;
        }
      }
    }
    return cut;
  };
}

function save(file: string, bytes: Uint8Array): void {
  writeFileSync(new URL(file, folder), bytes);
  process.stdout.write(`${file} ${bytes.byteLength}\n`);
}
