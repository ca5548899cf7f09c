import { describe, expect, it } from 'vitest';
import { detectProjection } from './detectProjection.ts';
import type { ProjectionDetection } from './ProjectionDetection.ts';
import {
  box,
  bytes,
  element,
  equi,
  ftyp,
  gpano,
  gpanoElements,
  jpeg,
  largeBox,
  mp4,
  plainWebp,
  png,
  soundTrack,
  sphericalXml,
  st3d,
  sv3d,
  u32,
  videoTrack,
  webm,
  webp,
  zeros,
} from './testing/sampleFormats.ts';

const detect = (content: Uint8Array<ArrayBuffer>, name = 'file'): Promise<ProjectionDetection> =>
  detectProjection(new File([content], name));

const sphere = { projection: 'equirectangular', confidence: 'certain' };
const flat = { projection: 'flat', confidence: 'none' };
const named = { projection: 'flat', confidence: 'certain' };
const cropped = (width: number, height: number): string =>
  `GPano:FullPanoWidthPixels="4000" GPano:FullPanoHeightPixels="2000" GPano:CroppedAreaImageWidthPixels="${width}" GPano:CroppedAreaImageHeightPixels="${height}"`;
const v1 = (name: string, value: string | number): string => `<GSpherical:${name}>${value}</GSpherical:${name}>`;

describe('MP4 and MOV', () => {
  it('says sphere in its sample entry', async () => {
    await expect(detect(mp4(soundTrack, videoTrack({ entryBoxes: [sv3d(equi())] })))).resolves.toEqual({
      ...sphere,
      stereoMode: 'mono',
      evidence: ['mp4.sv3d'],
      width: 3840,
      height: 2160,
    });
  });

  it.each([
    [0, 'mono'],
    [1, 'top-bottom'],
    [2, 'left-right'],
    [4, 'left-right'],
    [99, 'mono'],
  ])('says with st3d %i that its eyes are %s', async (mode, stereoMode) => {
    const content = mp4(videoTrack({ entryBoxes: [st3d(mode), sv3d(equi())] }));
    await expect(detect(content)).resolves.toMatchObject({ ...sphere, stereoMode });
  });

  it('says sphere in the XML of version 1, with its eyes', async () => {
    const content = mp4(videoTrack({ trackBoxes: [sphericalXml(v1('StereoMode', 'top-bottom'))] }));
    await expect(detect(content)).resolves.toMatchObject({
      ...sphere,
      stereoMode: 'top-bottom',
      evidence: ['mp4.uuid_xml'],
    });
  });

  it('is believed in version 2 when the versions differ', async () => {
    const track = videoTrack({
      entryBoxes: [st3d(2), sv3d(equi())],
      trackBoxes: [sphericalXml(v1('StereoMode', 'top-bottom'))],
    });
    await expect(detect(mp4(track))).resolves.toMatchObject({
      ...sphere,
      stereoMode: 'left-right',
      evidence: ['mp4.st3d', 'mp4.sv3d'],
    });
  });

  it('may have its index behind the media, in large boxes, or reaching to the end', async () => {
    const track = videoTrack({ entryBoxes: [sv3d(equi())] });
    const moov = box('moov', track);
    const behind = bytes(ftyp('qt  '), box('wide'), largeBox('mdat', zeros(100_000)), moov);
    await expect(detect(behind)).resolves.toMatchObject(sphere);
    const open = bytes(ftyp(), bytes(u32(0), 'moov', track));
    await expect(detect(open)).resolves.toMatchObject(sphere);
  });

  it('is named when it is VR180, a cube map, or a part of the sphere', async () => {
    const of = (...projection: Uint8Array[]): Promise<ProjectionDetection> =>
      detect(mp4(videoTrack({ entryBoxes: [st3d(2), sv3d(...projection)] })));
    await expect(of(equi(0, 0, 0.25, 0.25))).resolves.toMatchObject({
      ...named,
      evidence: ['mp4.st3d', 'mp4.sv3d', 'vr180'],
    });
    await expect(of(box('mshp', zeros(40)))).resolves.toMatchObject({
      ...named,
      evidence: ['mp4.st3d', 'mp4.sv3d', 'vr180'],
    });
    await expect(of(box('cbmp', zeros(12)))).resolves.toMatchObject({
      ...named,
      evidence: ['mp4.st3d', 'mp4.sv3d', 'cubemap'],
    });
    await expect(of(equi(0.2, 0.2, 0, 0))).resolves.toMatchObject({ ...named, evidence: ['mp4.st3d', 'mp4.sv3d'] });
    const half = v1('FullPanoWidthPixels', 4000) + v1('CroppedAreaImageWidthPixels', 2000);
    const content = mp4(videoTrack({ trackBoxes: [sphericalXml(half)] }));
    await expect(detect(content)).resolves.toMatchObject({ ...named, evidence: ['mp4.uuid_xml', 'vr180'] });
  });

  it.each([
    [
      'film.insv',
      mp4(videoTrack({ width: 2880, height: 2880 }), videoTrack({ width: 2880, height: 2880 })),
      'insta360',
    ],
    ['film.mp4', bytes(mp4(videoTrack()), zeros(40), '8db42d694ccc418790edff439fe026bf'), 'insta360'],
    ['film.mp4', mp4(videoTrack({ handler: 'GoPro H.265' }), videoTrack({ handler: 'GoPro H.265' })), 'gopro_max'],
    ['film.360', mp4(videoTrack()), 'gopro_max'],
    [
      'film.mp4',
      mp4(videoTrack({ width: 1920, height: 1920 }), videoTrack({ width: 1920, height: 1920 })),
      'dual_fisheye',
    ],
  ])('is a camera original that has to be stitched: %s', async (name, content, camera) => {
    await expect(detect(content, name)).resolves.toMatchObject({ ...named, evidence: [`unstitched.${camera}`] });
  });

  it('stays a sphere when an Insta360 has stitched it', async () => {
    const content = bytes(mp4(videoTrack({ entryBoxes: [sv3d(equi())] })), '8db42d694ccc418790edff439fe026bf');
    await expect(detect(content)).resolves.toMatchObject({ ...sphere, evidence: ['mp4.sv3d'] });
  });

  it('is flat when nothing speaks for more', async () => {
    await expect(detect(mp4(soundTrack, videoTrack({ width: 1920, height: 1080 })))).resolves.toMatchObject(flat);
    await expect(detect(mp4(soundTrack))).resolves.toMatchObject({ ...flat, width: null });
  });
});

describe('WebM and Matroska', () => {
  const projection = (type: number, ...more: Uint8Array[]): Uint8Array =>
    element([0x76, 0x70], element([0x76, 0x71], [type]), ...more);

  it('says sphere, and how its eyes lie', async () => {
    await expect(detect(webm(projection(1)))).resolves.toMatchObject({
      ...sphere,
      evidence: ['matroska.projection'],
      width: 3840,
      height: 1920,
    });
    for (const [mode, stereoMode] of [
      [1, 'left-right'],
      [3, 'top-bottom'],
      [11, 'left-right'],
    ] as const) {
      const content = webm(element([0x53, 0xb8], [mode]), projection(1));
      await expect(detect(content)).resolves.toMatchObject({ ...sphere, stereoMode });
    }
  });

  it('is named when it is VR180 or a cube map', async () => {
    const quarter = u32(2 ** 30);
    const half = projection(1, element([0x76, 0x72], u32(0), u32(0), u32(0), quarter, quarter));
    await expect(detect(webm(half))).resolves.toMatchObject({ ...named, evidence: ['matroska.projection', 'vr180'] });
    await expect(detect(webm(projection(3)))).resolves.toMatchObject({
      ...named,
      evidence: ['matroska.projection', 'vr180'],
    });
    await expect(detect(webm(projection(2)))).resolves.toMatchObject({
      ...named,
      evidence: ['matroska.projection', 'cubemap'],
    });
  });

  it('is asked about without metadata when it is twice as wide as high', async () => {
    await expect(detect(webm(projection(0)))).resolves.toMatchObject({ confidence: 'likely', evidence: ['ratio.2_1'] });
  });
});

describe.each([
  ['JPEG', (xmp: string) => jpeg({ xmp })],
  ['PNG', (xmp: string) => png(xmp)],
  ['WebP', (xmp: string) => webp(xmp)],
])('%s', (_, withXmp) => {
  it('says sphere in XMP, as attribute or element', async () => {
    const size = { width: 4096, height: 3072, evidence: ['xmp.gpano'] };
    await expect(detect(withXmp(gpano()))).resolves.toMatchObject({ ...sphere, ...size });
    await expect(detect(withXmp(gpanoElements))).resolves.toMatchObject({ ...sphere, ...size });
    await expect(detect(withXmp(gpano(cropped(4000, 2000))))).resolves.toMatchObject(sphere);
  });

  it('is no sphere when it shows a part of it, as panoramas of phones do', async () => {
    await expect(detect(withXmp(gpano(cropped(4000, 700))))).resolves.toMatchObject({
      ...named,
      evidence: ['xmp.gpano'],
    });
    await expect(detect(withXmp(gpano(cropped(2000, 2000))))).resolves.toMatchObject({
      ...named,
      evidence: ['xmp.gpano', 'vr180'],
    });
    await expect(detect(withXmp('<x GPano:ProjectionType="cylindrical"/>'))).resolves.toMatchObject(named);
  });

  it('is flat without, or with other XMP', async () => {
    await expect(detect(withXmp('<x:xmpmeta dc:title="GPano"/>'))).resolves.toMatchObject(flat);
  });
});

describe('other ways to say it', () => {
  it('is found in extended XMP, whatever the order of its parts', async () => {
    const [one, two] = [gpano().slice(0, 90), gpano().slice(90)];
    const content = jpeg({
      xmp: '<x/>',
      extended: [
        { offset: 90, text: two },
        { offset: 0, text: one },
      ],
    });
    await expect(detect(content)).resolves.toMatchObject({ ...sphere, evidence: ['xmp.gpano'] });
  });

  it.each([
    ['JPEG', jpeg({ width: 8192, height: 4096 })],
    ['PNG', png(undefined, 8192, 4096)],
    ['WebP', webp(undefined, 8192, 4096)],
    ['lossy WebP', plainWebp('VP8 ', 8192, 4096)],
    ['lossless WebP', plainWebp('VP8L', 8192, 4096)],
    ['MP4', mp4(videoTrack({ width: 3840, height: 1920 }))],
    ['stereoscopic MP4', mp4(videoTrack({ width: 3840, height: 3840, entryBoxes: [st3d(1)] }))],
  ])('is its shape alone: a %s of twice the width is asked about', async (_, content) => {
    await expect(detect(content)).resolves.toMatchObject({ projection: 'equirectangular', confidence: 'likely' });
  });

  it('is not the shape of a banner', async () => {
    await expect(detect(png(undefined, 468, 234))).resolves.toMatchObject(flat);
  });

  it('is HEIC, which has to be converted first', async () => {
    await expect(detect(bytes(ftyp('heic'), zeros(64)))).resolves.toMatchObject({ ...flat, evidence: ['heic'] });
  });

  it.each([bytes(), bytes('x'), bytes('ID3', zeros(100)), bytes('<html>', zeros(100)), zeros(5000)])(
    'is nothing in other files',
    async (content) => {
      await expect(detect(Uint8Array.from(content))).resolves.toMatchObject({ ...flat, evidence: [] });
    },
  );
});
