/** Builders of the few bytes of each format that `detectProjection` looks at; used by its tests. */
type Part = Uint8Array | string | number[];

export function bytes(...parts: readonly Part[]): Uint8Array<ArrayBuffer> {
  const pieces = parts.map((part) => (typeof part === 'string' ? latin1(part) : Uint8Array.from(part)));
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const u16 = (value: number): number[] => [(value >>> 8) & 255, value & 255];
export const u32 = (value: number): number[] => [...u16(value >>> 16), ...u16(value & 0xffff)];
export const zeros = (count: number): Uint8Array => new Uint8Array(count);

export const box = (type: string, ...body: readonly Part[]): Uint8Array<ArrayBuffer> => {
  const content = bytes(...body);
  return bytes(u32(content.length + 8), type, content);
};

/** A note about the whole film, as cameras leave. */
export const userData = (type: string, text: string): Uint8Array =>
  box('udta', box(type, [0, text.length, 0, 0], text));

/** A box with its size in 64 bits, as those of large files are. */
export const largeBox = (type: string, ...body: readonly Part[]): Uint8Array<ArrayBuffer> => {
  const content = bytes(...body);
  return bytes(u32(1), type, u32(0), u32(content.length + 16), content);
};

export interface TrackInit {
  width?: number;
  height?: number;
  handler?: string;
  /** Boxes of the sample entry, such as `st3d` and `sv3d`. */
  entryBoxes?: readonly Uint8Array[];
  /** A take before, of the same size, described by a sample entry of its own. */
  otherTake?: boolean;
  /** Boxes of the track, such as the `uuid` of version 1. */
  trackBoxes?: readonly Uint8Array[];
}

export function videoTrack({ width = 3840, height = 2160, handler = 'Video', ...more }: TrackInit = {}): Uint8Array {
  const { entryBoxes = [], trackBoxes = [], otherTake = false } = more;
  const entryWith = (...boxes: readonly Uint8Array[]): Uint8Array =>
    box('avc1', zeros(24), u16(width), u16(height), zeros(50), box('avcC', zeros(20)), ...boxes);
  const entries = [...(otherTake ? [entryWith()] : []), entryWith(...entryBoxes)];
  const stsd = box('stsd', u32(0), u32(entries.length), ...entries);
  const media = box(
    'mdia',
    box('mdhd', zeros(24)),
    box('hdlr', zeros(8), 'vide', zeros(12), handler, [0]),
    box('minf', box('vmhd', zeros(12)), box('stbl', stsd, box('stsz', zeros(5000)))),
  );
  return box('trak', box('tkhd', zeros(84)), media, ...trackBoxes);
}

export const soundTrack: Uint8Array = box('trak', box('mdia', box('hdlr', zeros(8), 'soun', zeros(13))));
export const ftyp = (brand: string = 'isom'): Uint8Array => box('ftyp', brand, u32(512), 'isomavc1');
export const mp4 = (...tracks: readonly Uint8Array[]): Uint8Array<ArrayBuffer> =>
  bytes(ftyp(), box('moov', box('mvhd', zeros(100)), ...tracks), box('mdat', zeros(2000)));

export const st3d = (mode: number): Uint8Array => box('st3d', u32(0), [mode]);
export const sv3d = (...projection: readonly Uint8Array[]): Uint8Array =>
  box('sv3d', box('svhd', u32(0), 'Maker\0'), box('proj', box('prhd', zeros(16)), ...projection));
/** Fractions of the picture that are cut off: top, bottom, left, right. */
export const equi = (...cut: readonly number[]): Uint8Array =>
  box('equi', u32(0), ...[0, 1, 2, 3].map((side) => u32(Math.floor((cut[side] ?? 0) * 2 ** 32))));

/** Apple's projected media. */
export const vexu = (projection: string, packing?: string): Uint8Array =>
  box(
    'vexu',
    box('eyes', box('stri', zeros(5))),
    box('proj', box('prji', u32(0), projection)),
    ...(packing === undefined ? [] : [box('pack', box('pkin', u32(0), packing))]),
  );

const xmpUuid = [0xbe, 0x7a, 0xcf, 0xcb, 0x97, 0xa9, 0x42, 0xe8, 0x9c, 0x71, 0x99, 0x94, 0x91, 0xe3, 0xaf, 0xac];
/** XMP about a whole film, as Adobe's programs and exiftool write it at the top of a file. */
export const xmpBox = (xmp: string): Uint8Array => box('uuid', xmpUuid, xmp);

const sphericalUuid = [0xff, 0xcc, 0x82, 0x63, 0xf8, 0x55, 0x4a, 0x93, 0x88, 0x14, 0x58, 0x7a, 0x02, 0x52, 0x1f, 0xdd];
/** As Google's own tool writes it. */
export const sphericalRdf = (more: string = ''): string =>
  '<?xml version="1.0"?><rdf:SphericalVideo\nxmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"\n' +
  'xmlns:GSpherical="http://ns.google.com/videos/1.0/spherical/"><GSpherical:Spherical>true</GSpherical:Spherical>' +
  '<GSpherical:Stitched>true</GSpherical:Stitched><GSpherical:StitchingSoftware>Spherical Metadata Tool' +
  `</GSpherical:StitchingSoftware><GSpherical:ProjectionType>equirectangular</GSpherical:ProjectionType>${more}</rdf:SphericalVideo>`;
export const rdfBox = (rdf: string): Uint8Array => box('uuid', sphericalUuid, rdf);
export const sphericalXml = (more: string = ''): Uint8Array => rdfBox(sphericalRdf(more));

/** An EBML element with a size of two bytes. */
export const element = (id: number[], ...body: readonly Part[]): Uint8Array<ArrayBuffer> => {
  const content = bytes(...body);
  return bytes(id, u16(content.length | 0x4000), content);
};
export const unknownSize = (id: number[], ...body: readonly Part[]): Uint8Array<ArrayBuffer> =>
  bytes(id, [0x01, 255, 255, 255, 255, 255, 255, 255], ...body);

const segmentId = [0x18, 0x53, 0x80, 0x67];
const ebmlHead = element([0x1a, 0x45, 0xdf, 0xa3], element([0x42, 0x82], 'webm'));
const trackOf = (...videoElements: readonly Uint8Array[]): Uint8Array => {
  const video = element([0xe0], element([0xb0], u16(3840)), element([0xba], u16(1920)), ...videoElements);
  return element([0xae], element([0xd7], [1]), video);
};
const tagsWith = (name: string, text: string): Uint8Array =>
  element(
    [0x12, 0x54, 0xc3, 0x67],
    element(
      [0x73, 0x73],
      element([0x63, 0xc0]),
      element([0x67, 0xc8], element([0x45, 0xa3], name), element([0x44, 0x87], text)),
    ),
  );

/** A film whose tracks and tags lie behind hundreds of clusters, where only its SeekHead leads. */
export function backwardsMkv(videoElements: readonly Uint8Array[], tag?: string): Uint8Array<ArrayBuffer> {
  const clusters = bytes(...Array.from({ length: 300 }, () => element([0x1f, 0x43, 0xb6, 0x75], zeros(5000))));
  const tracks = element([0x16, 0x54, 0xae, 0x6b], trackOf(...videoElements));
  const tags = tagsWith('SPHERICAL-VIDEO', tag ?? '');
  const seek = (id: number[], position: number): Uint8Array =>
    element([0x4d, 0xbb], element([0x53, 0xab], id), element([0x53, 0xac], u32(position)));
  const seekHead = (at: number): Uint8Array =>
    element(
      [0x11, 0x4d, 0x9b, 0x74],
      seek([0x16, 0x54, 0xae, 0x6b], at),
      seek([0x12, 0x54, 0xc3, 0x67], at + tracks.length),
    );
  const at = seekHead(0).length + clusters.length;
  return bytes(ebmlHead, unknownSize(segmentId, seekHead(at), clusters, tracks, tags));
}

export function webm(...videoElements: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const sound = element([0xae], element([0xd7], [2]));
  return bytes(
    ebmlHead,
    unknownSize(
      segmentId,
      element([0xec], zeros(300)),
      element([0x16, 0x54, 0xae, 0x6b], sound, trackOf(...videoElements)),
      unknownSize([0x1f, 0x43, 0xb6, 0x75], zeros(100)),
    ),
  );
}

export const gpano = (more: string = ''): string =>
  `<x:xmpmeta><rdf:Description xmlns:GPano="http://ns.google.com/photos/1.0/panorama/" GPano:ProjectionType="equirectangular" ${more}/></x:xmpmeta>`;
export const gpanoElements =
  '<rdf:Description><GPano:UsePanoramaViewer>True</GPano:UsePanoramaViewer><GPano:ProjectionType>equirectangular</GPano:ProjectionType></rdf:Description>';

const segment = (marker: number, ...body: readonly Part[]): Uint8Array => {
  const content = bytes(...body);
  return bytes([0xff, marker], u16(content.length + 2), content);
};
const extendedName = 'http://ns.adobe.com/xmp/extension/\0';

export interface JpegInit {
  xmp?: Part;
  /** XMP in parts, in the order they stand in the file, with their offsets and the id they share. */
  extended?: readonly { offset: number; text: string; id?: string }[];
  width?: number;
  height?: number;
}

export function jpeg({ xmp, extended = [], width = 4096, height = 3072 }: JpegInit = {}): Uint8Array<ArrayBuffer> {
  const xmpSegments = xmp === undefined ? [] : [segment(0xe1, 'http://ns.adobe.com/xap/1.0/\0', xmp)];
  return bytes(
    [0xff, 0xd8],
    segment(0xe0, 'JFIF\0', zeros(9)),
    segment(0xe1, 'Exif\0\0', zeros(600)),
    ...xmpSegments,
    ...extended.map(({ offset, text, id = 'A' }) =>
      segment(0xe1, extendedName, id.repeat(32), u32(9999), u32(offset), text),
    ),
    segment(0xdb, zeros(65)),
    [0xff],
    segment(0xc2, [8], u16(height), u16(width), [3], zeros(9)),
    segment(0xda, zeros(10)),
    zeros(500),
  );
}

const chunk = (type: string, ...body: readonly Part[]): Uint8Array => {
  const content = bytes(...body);
  return bytes(u32(content.length), type, content, zeros(4));
};

export const png = (xmp?: string, width: number = 4096, height: number = 3072): Uint8Array<ArrayBuffer> =>
  bytes(
    [0x89, ...latin1('PNG\r\n\x1a\n')],
    chunk('IHDR', u32(width), u32(height), zeros(5)),
    ...(xmp === undefined ? [] : [chunk('iTXt', 'XML:com.adobe.xmp\0', [0, 0, 0, 0], xmp)]),
    chunk('IDAT', zeros(300)),
    chunk('IEND'),
  );

/** XMP behind a picture of thousands of chunks, packed or not. */
export const pngWithXmpBehind = (text: Uint8Array, isPacked: boolean): Uint8Array<ArrayBuffer> =>
  bytes(
    [0x89, ...latin1('PNG\r\n\x1a\n')],
    chunk('IHDR', u32(4096), u32(3072), zeros(5)),
    ...Array.from({ length: 3000 }, () => chunk('IDAT', zeros(200))),
    chunk('iTXt', 'XML:com.adobe.xmp\0', [isPacked ? 1 : 0, 0, 0, 0], text),
    chunk('tIME', zeros(7)),
    chunk('IEND'),
  );

/** UTF-16 with its byte order in front. */
export const utf16 = (text: string, order: 'little' | 'big'): number[] =>
  [0xfeff, ...Array.from(text, (letter) => letter.charCodeAt(0))].flatMap((unit) =>
    order === 'big' ? u16(unit) : u16(unit).toReversed(),
  );

const little = (value: number, length: number): number[] =>
  Array.from({ length }, (_, index) => Math.floor(value / 256 ** index) % 256);
const riffChunk = (type: string, content: Uint8Array): Uint8Array =>
  bytes(type, little(content.length, 4), content, zeros(content.length % 2));

export const webp = (xmp?: string, width: number = 4096, height: number = 3072): Uint8Array<ArrayBuffer> => {
  const chunks = bytes(
    riffChunk('VP8X', bytes([4, 0, 0, 0], little(width - 1, 3), little(height - 1, 3))),
    riffChunk('VP8 ', zeros(301)),
    ...(xmp === undefined ? [] : [riffChunk('XMP ', bytes(xmp))]),
  );
  return bytes('RIFF', little(chunks.length + 4, 4), 'WEBP', chunks);
};

/** The lossy and the lossless picture chunk alone, without the extended header. */
export const plainWebp = (kind: 'VP8 ' | 'VP8L', width: number, height: number): Uint8Array<ArrayBuffer> => {
  const bits = width - 1 + (height - 1) * 2 ** 14;
  const content =
    kind === 'VP8L'
      ? bytes([0x2f], little(bits, 4), zeros(8))
      : bytes([0, 0, 0, 0x9d, 0x01, 0x2a], little(width, 2), little(height, 2), zeros(8));
  return bytes('RIFF', little(content.length + 12, 4), 'WEBP', riffChunk(kind, content));
};
