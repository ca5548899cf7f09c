import { deflateSync } from 'node:zlib';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SliceableFile } from './createRangeReader.ts';
import { detectProjection } from './detectProjection.ts';
import {
  backwardsMkv,
  box,
  bytes,
  element,
  equi,
  ftyp,
  gpano,
  jpeg,
  mp4,
  png,
  pngWithXmpBehind,
  soundTrack,
  sphericalRdf,
  sphericalXml,
  st3d,
  sv3d,
  u32,
  unknownSize,
  userData,
  utf16,
  vexu,
  videoTrack,
  webm,
  webp,
  xmpBox,
  zeros,
} from './testing/sampleFormats.ts';

const sphere = { projection: 'equirectangular', confidence: 'certain' };

/** A file of which only some parts exist; everything else is zeros. Counts what is read of it. */
function sparse(size: number, parts: readonly (readonly [number, Uint8Array])[]): SliceableFile & { read: number } {
  const file = {
    size,
    read: 0,
    slice: (start: number, end: number): Blob => {
      if (start < 0 || end > size || end < start) throw new RangeError(`${start} to ${end} of ${size}`);
      const content = new Uint8Array(end - start);
      for (const [at, part] of parts) {
        for (let index = Math.max(0, start - at); index < part.length && at + index < end; index += 1) {
          content[at + index - start] = part[index] ?? 0;
        }
      }
      file.read += content.length;
      return new Blob([content]);
    },
  };
  return file;
}

describe('a file of 50 GB', () => {
  const size = 50_000_000_000;
  const moov = box('moov', box('mvhd', zeros(100)), videoTrack({ entryBoxes: [sv3d(equi())] }));

  it('is read by a few kB, with its index at the far end', async () => {
    const mdat = size - 32 - moov.length;
    const head = bytes(ftyp(), u32(1), 'mdat', u32(Math.floor(mdat / 2 ** 32)), u32(mdat % 2 ** 32));
    const start = head.length - 16 + mdat;
    const file = sparse(size, [
      [0, head],
      [start, moov],
    ]);
    await expect(detectProjection(file)).resolves.toMatchObject(sphere);
    expect(file.read).toBeLessThan(64 * 1024);
  });

  it('is given up when its header leads around for too long', async () => {
    const frees = bytes(...Array.from({ length: 50_000 }, () => box('free', zeros(92))));
    const file = sparse(size, [[0, bytes(ftyp(), frees, moov)]]);
    await expect(detectProjection(file)).resolves.toMatchObject({ projection: 'flat', confidence: 'none' });
    expect(file.read).toBeLessThanOrEqual(384 * 1024);
  });
});

it('rejects with the reason of its signal', async () => {
  const file = new File([jpeg()], 'a.jpg');
  await expect(detectProjection(file, { signal: AbortSignal.abort() })).rejects.toMatchObject({ name: 'AbortError' });
});

it('rejects with what reading the file fails with', async () => {
  const gone: SliceableFile = {
    size: 1000,
    slice: () => {
      throw new DOMException('The file is gone', 'NotReadableError');
    },
  };
  await expect(detectProjection(gone)).rejects.toMatchObject({ name: 'NotReadableError' });
});

describe('a film of hours', () => {
  it('is read by a few kB, whatever its index weighs', async () => {
    const heavy = box('stts', zeros(4_000_000));
    const sound = box('trak', box('mdia', box('hdlr', zeros(8), 'soun', zeros(13)), box('minf', box('stbl', heavy))));
    const video = videoTrack({ trackBoxes: [box('free', zeros(3_000_000)), sphericalXml()] });
    const content = bytes(ftyp(), box('moov', box('mvhd', zeros(100)), sound, sound, sound, video));
    const file = sparse(content.length, [[0, content]]);
    await expect(detectProjection(file)).resolves.toMatchObject(sphere);
    expect(file.read).toBeLessThan(64 * 1024);
  });

  it('in thousands of fragments is not walked through', async () => {
    const fragments = bytes(...Array.from({ length: 3000 }, () => box('moof', zeros(5000))));
    const content = bytes(ftyp(), box('moov', box('mvhd', zeros(100)), videoTrack()), fragments);
    const file = sparse(content.length, [[0, content]]);
    await expect(detectProjection(file)).resolves.toMatchObject({ confidence: 'none' });
    expect(file.read).toBeLessThan(160 * 1024);
  });
});

describe('a damaged or hostile file', () => {
  const samples = [
    mp4(soundTrack, videoTrack({ entryBoxes: [st3d(1), sv3d(equi())], trackBoxes: [sphericalXml()] })),
    webm(element([0x53, 0xb8], [1]), element([0x76, 0x70], element([0x76, 0x71], [1]))),
    bytes(
      element([0x1a, 0x45, 0xdf, 0xa3]),
      unknownSize([0x18, 0x53, 0x80, 0x67], unknownSize([0x16, 0x54, 0xae, 0x6b])),
    ),
    mp4(videoTrack({ otherTake: true, entryBoxes: [vexu('equi', 'side')] }), userData('@mod', 'RICOH THETA')),
    bytes(mp4(soundTrack, videoTrack()), xmpBox(gpano())),
    backwardsMkv([element([0x76, 0x70], element([0x76, 0x71], [1]))], sphericalRdf()),
    jpeg({ xmp: gpano(), extended: [{ offset: 0, text: gpano() }] }),
    jpeg({ xmp: utf16(gpano(), 'big') }),
    png(gpano()),
    pngWithXmpBehind(deflateSync(gpano()), true),
    webp(gpano()),
  ];

  it('never throws, never is read beyond its end, and never holds up the page', async () => {
    const change = fc.record({ at: fc.nat(700), value: fc.nat(255), fromEnd: fc.boolean() });
    const damage = fc.record({
      sample: fc.constantFrom(...samples),
      changes: fc.array(change, { maxLength: 12 }),
      cut: fc.option(fc.nat(700)),
    });
    const isAnswered = fc.asyncProperty(damage, async ({ sample, changes, cut }) => {
      const content = Uint8Array.from(sample);
      for (const { at, value, fromEnd } of changes) {
        const place = fromEnd ? content.length - 1 - at : at;
        if (place >= 0 && place < content.length) content[place] = value;
      }
      const size = cut ?? content.length;
      const file = sparse(Math.min(size, content.length), [[0, content]]);
      const { projection } = await detectProjection(file);
      return ['flat', 'equirectangular'].includes(projection) && file.read <= 384 * 1024;
    });
    await expect(fc.assert(isAnswered, { numRuns: 2000 })).resolves.toBeUndefined();
  });
});
