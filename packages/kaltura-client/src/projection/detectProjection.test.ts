import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { detectProjection } from './detectProjection.ts';
import type { ProjectionDetection } from './ProjectionDetection.ts';
import {
  backwardsMkv,
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
  pngWithXmpBehind,
  rdfBox,
  soundTrack,
  sphericalRdf,
  sphericalXml,
  st3d,
  sv3d,
  u32,
  userData,
  utf16,
  vexu,
  videoTrack,
  webm,
  webp,
  xmpBox,
  zeros,
} from './testing/sampleFormats.ts';

const detect = (content: Uint8Array<ArrayBuffer>, name = 'file'): Promise<ProjectionDetection> =>
  detectProjection(new File([content], name));

const sphere = { projection: 'equirectangular', confidence: 'certain' };
const flat = { projection: 'flat', confidence: 'none' };
const named = { projection: 'flat', confidence: 'certain' };
/** The last bytes of everything that an Insta360 camera writes. */
const insta360Trailer = '8db42d694ccc418790edff439fe026bf';
const cropped = (width: number, height: number): string =>
  `GPano:FullPanoWidthPixels="4000" GPano:FullPanoHeightPixels="2000" GPano:CroppedAreaImageWidthPixels="${width}" GPano:CroppedAreaImageHeightPixels="${height}"`;
const exiftoolRdf = `<rdf:SphericalVideo
 xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'
 xmlns:GSpherical='http://ns.google.com/videos/1.0/spherical/'>
  <GSpherical:ProjectionType>equirectangular</GSpherical:ProjectionType>
  <GSpherical:Spherical>True</GSpherical:Spherical>
  <GSpherical:Stitched>True</GSpherical:Stitched>
</rdf:SphericalVideo>`;
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
      evidence: ['mp4.sv3d', 'mp4.st3d'],
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

  it.each([
    ['in the track, as Google’s tool writes it', mp4(videoTrack({ trackBoxes: [sphericalXml()] }))],
    ['in the track, as exiftool writes it', mp4(videoTrack({ trackBoxes: [rdfBox(exiftoolRdf)] }))],
    ['beside the tracks', mp4(videoTrack(), sphericalXml())],
    ['behind timecode and sound', mp4(soundTrack, soundTrack, videoTrack({ trackBoxes: [sphericalXml()] }))],
    ['in XMP at the top', bytes(mp4(videoTrack()), xmpBox(sphericalRdf()))],
  ])('says sphere in version 1 %s', async (_, content) => {
    await expect(detect(content)).resolves.toMatchObject({ ...sphere, evidence: ['mp4.uuid_xml'] });
  });

  it.each([
    ['in front of the media', bytes(ftyp(), xmpBox(gpano()), mp4(videoTrack()).subarray(ftyp().length))],
    ['at the end', bytes(mp4(videoTrack()), xmpBox(gpano()))],
    ['in the user data of QuickTime', mp4(videoTrack(), box('udta', box('XMP_', gpano())))],
  ])('says sphere in XMP %s', async (_, content) => {
    await expect(detect(content)).resolves.toMatchObject({ ...sphere, evidence: ['xmp.gpano'] });
  });

  it('says sphere in the second of two sample entries', async () => {
    const content = mp4(videoTrack({ otherTake: true, entryBoxes: [sv3d(equi())] }));
    await expect(detect(content)).resolves.toMatchObject({ ...sphere, evidence: ['mp4.sv3d'] });
  });

  it.each([
    ['equi', undefined, { ...sphere, stereoMode: 'mono', evidence: ['mp4.vexu'] }],
    ['equi', 'over', { ...sphere, stereoMode: 'top-bottom', evidence: ['mp4.vexu'] }],
    ['hequ', 'side', { ...named, stereoMode: 'left-right', evidence: ['mp4.vexu', 'vr180'] }],
    ['fish', undefined, { ...named, evidence: ['mp4.vexu', 'vr180'] }],
    ['prim', undefined, { ...named, evidence: ['mp4.vexu', 'vr180'] }],
    ['rect', undefined, { ...flat, evidence: [] }],
  ])('says it as Apple’s projected media: %s %s', async (projection, packing, expected) => {
    const content = mp4(videoTrack({ entryBoxes: [vexu(projection, packing)] }));
    await expect(detect(content)).resolves.toMatchObject(expected);
  });

  it.each(['styp', 'moof', 'sidx', 'uuid', 'PICT', 'udta', 'wide', 'free'])('may begin with %s', async (type) => {
    const content = bytes(box(type, zeros(24)), mp4(videoTrack({ entryBoxes: [sv3d(equi())] })));
    await expect(detect(content)).resolves.toMatchObject(sphere);
  });

  it('is named when it is VR180, a cube map, or a part of the sphere', async () => {
    const of = (...projection: Uint8Array[]): Promise<ProjectionDetection> =>
      detect(mp4(videoTrack({ entryBoxes: [st3d(2), sv3d(...projection)] })));
    await expect(of(equi(0, 0, 0.25, 0.25))).resolves.toMatchObject({
      ...named,
      evidence: ['mp4.sv3d', 'mp4.st3d', 'vr180'],
    });
    await expect(of(box('mshp', zeros(40)))).resolves.toMatchObject({
      ...named,
      evidence: ['mp4.sv3d', 'mp4.st3d', 'vr180'],
    });
    await expect(of(box('cbmp', zeros(12)))).resolves.toMatchObject({
      ...named,
      evidence: ['mp4.sv3d', 'mp4.st3d', 'cubemap'],
    });
    await expect(of(equi(0.2, 0.2, 0, 0))).resolves.toMatchObject({
      ...named,
      evidence: ['mp4.sv3d', 'mp4.st3d', 'partial'],
    });
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
    ['film.mp4', bytes(mp4(videoTrack({ height: 1920 })), zeros(40), insta360Trailer), 'insta360'],
    ['film.osv', mp4(videoTrack({ height: 3840 })), 'dual_fisheye'],
    ['R0010001.MP4', mp4(videoTrack({ height: 1920 }), userData('@mod', 'RICOH THETA Z1')), 'dual_fisheye'],
    [
      'R0010001.MP4',
      mp4(videoTrack({ width: 1920, height: 1080 }), userData('\u00A9mod', 'RICOH THETA S')),
      'dual_fisheye',
    ],
    ['360_0001.MP4', mp4(videoTrack({ height: 1920 }), userData('m360', '\0'.repeat(8))), 'dual_fisheye'],
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

  it.each([
    ['Insta360', bytes(mp4(videoTrack()), zeros(40), insta360Trailer)],
    ['GoPro', mp4(videoTrack({ handler: 'GoPro AVC' }))],
    ['Ricoh', mp4(videoTrack(), userData('@mod', 'RICOH GR III'))],
  ])('is flat when a camera of a maker of 360° cameras took it flat: %s', async (_, content) => {
    await expect(detect(content)).resolves.toMatchObject({ ...flat, evidence: [] });
  });

  it.each([
    ['Theta', mp4(videoTrack({ entryBoxes: [sv3d(equi())] }), userData('@mod', 'RICOH THETA Z1'))],
    ['Gear 360', mp4(videoTrack({ trackBoxes: [sphericalXml()] }), userData('m360', '\0'.repeat(8)))],
  ])('is a sphere when a %s has stitched it', async (_, content) => {
    await expect(detect(content)).resolves.toMatchObject(sphere);
  });

  it('stays a sphere when an Insta360 has stitched it', async () => {
    const content = bytes(mp4(videoTrack({ entryBoxes: [sv3d(equi())] })), insta360Trailer);
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

  it('says sphere in the tag of version 1, in front of the media or behind it', async () => {
    const expected = { ...sphere, evidence: ['matroska.tag_xml'], width: 3840 };
    await expect(detect(backwardsMkv([], sphericalRdf()))).resolves.toMatchObject(expected);
    const stereo = sphericalRdf(v1('StereoMode', 'left-right'));
    await expect(detect(backwardsMkv([], stereo))).resolves.toMatchObject({ ...expected, stereoMode: 'left-right' });
  });

  it('may have its tracks behind hundreds of clusters', async () => {
    await expect(detect(backwardsMkv([projection(1)]))).resolves.toMatchObject({
      ...sphere,
      evidence: ['matroska.projection'],
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
      evidence: ['xmp.gpano', 'partial'],
    });
    await expect(detect(withXmp(gpano(cropped(2000, 2000))))).resolves.toMatchObject({
      ...named,
      evidence: ['xmp.gpano', 'vr180'],
    });
    await expect(detect(withXmp('<x GPano:ProjectionType="cylindrical"/>'))).resolves.toMatchObject({
      ...named,
      evidence: ['xmp.gpano', 'partial'],
    });
  });

  it.each([
    ['another prefix', gpano().replaceAll('GPano', 'pano')],
    ['single quotes and line breaks', gpano().replaceAll('"', "'").replaceAll(' ', '\n   ')],
    ['white space around the values', gpanoElements.replace('>equirectangular<', '>\n  equirectangular\n  <')],
    ['other properties of similar names', `<x a:GPano="1" b:ProjectionType="flat"/>${gpano()}`],
  ])('may be written with %s', async (__, xmp) => {
    await expect(detect(withXmp(xmp))).resolves.toMatchObject({ ...sphere, evidence: ['xmp.gpano'] });
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

  it('keeps several extended XMP apart', async () => {
    const [one, two] = [gpano().slice(0, 90), gpano().slice(90)];
    const content = jpeg({
      xmp: '<x/>',
      extended: [
        { offset: 90, text: two, id: 'B' },
        { offset: 0, text: '<y/>', id: 'A' },
        { offset: 0, text: one, id: 'B' },
      ],
    });
    await expect(detect(content)).resolves.toMatchObject({ ...sphere, evidence: ['xmp.gpano'] });
  });

  it('needs little of an extended XMP that carries a depth map', async () => {
    const extended = Array.from({ length: 40 }, (_, index) => ({ offset: index * 60_000, text: '0'.repeat(60_000) }));
    await expect(detect(jpeg({ xmp: gpano(), extended }))).resolves.toMatchObject({ ...sphere, width: 4096 });
    await expect(detect(jpeg({ xmp: '<x/>', extended, width: 8192, height: 4096 }))).resolves.toMatchObject({
      confidence: 'likely',
    });
  });

  it.each(['little', 'big'] as const)('is found in UTF-16, %s end first', async (order) => {
    await expect(detect(jpeg({ xmp: utf16(gpano(), order) }))).resolves.toMatchObject(sphere);
  });

  it('is found behind a PNG of thousands of chunks, and packed', async () => {
    const text = new TextEncoder().encode(gpano());
    for (const content of [pngWithXmpBehind(text, false), pngWithXmpBehind(deflateSync(text), true)]) {
      await expect(detect(content)).resolves.toMatchObject({ ...sphere, evidence: ['xmp.gpano'], width: 4096 });
    }
    const damaged = pngWithXmpBehind(deflateSync(text).subarray(0, 20), true);
    await expect(detect(damaged)).resolves.toMatchObject(flat);
    const bomb = pngWithXmpBehind(deflateSync(new Uint8Array(50_000_000)), true);
    await expect(detect(bomb)).resolves.toMatchObject(flat);
  });

  it('is no sphere when it is too wide for one and says nothing of what it leaves out', async () => {
    await expect(detect(jpeg({ xmp: gpano(), width: 8000, height: 2000 }))).resolves.toMatchObject({
      ...named,
      evidence: ['xmp.gpano', 'partial'],
    });
  });

  it('is VR180 in a picture, too, with a little missing above and below', async () => {
    await expect(detect(jpeg({ xmp: gpano(cropped(2000, 1800)) }))).resolves.toMatchObject({
      ...named,
      evidence: ['xmp.gpano', 'vr180'],
    });
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
