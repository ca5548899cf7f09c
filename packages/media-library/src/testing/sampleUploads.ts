type Part = string | readonly number[];

const bytes = (...parts: readonly Part[]): number[] =>
  parts.flatMap((part) => (typeof part === 'string' ? Array.from(part, (letter) => letter.charCodeAt(0)) : [...part]));
const u16 = (value: number): number[] => [value >>> 8, value & 255];
const u32 = (value: number): number[] => [...u16(value >>> 16), ...u16(value & 0xffff)];
const zeros = (count: number): number[] => Array.from({ length: count }, () => 0);
const box = (type: string, ...body: readonly Part[]): number[] => {
  const content = bytes(...body);
  return bytes(u32(content.length + 8), type, content);
};

const file = (name: string, type: string, ...parts: readonly Part[]): File =>
  new File([Uint8Array.from(bytes(...parts))], name, { type, lastModified: 1 });

export interface PictureInit {
  width?: number;
  height?: number;
  /** Metadata says that it is a whole sphere. */
  spherical?: boolean;
  /** Bytes behind the picture. */
  padding?: number;
}

/** As much of a JPEG as says what it is: 400 × 300 pixels where nothing else is said. */
export function picture(
  name: string,
  { width = 400, height = 300, spherical = false, padding = 64 }: PictureInit = {},
): File {
  const xmp = bytes(
    'http://ns.adobe.com/xap/1.0/\0',
    '<rdf:Description xmlns:GPano="http://ns.google.com/photos/1.0/panorama/" GPano:ProjectionType="equirectangular"/>',
  );
  const metadata = spherical ? bytes([0xff, 0xe1], u16(xmp.length + 2), xmp) : [];
  const frame = bytes([0xff, 0xc0, 0, 17, 8], u16(height), u16(width), [3, 1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0]);
  const start = bytes([0xff, 0xd8, 0xff, 0xe0, 0, 16], 'JFIF', [0, 1, 1, 0, 0, 1, 0, 1, 0, 0]);
  return file(name, 'image/jpeg', start, metadata, frame, [0xff, 0xd9], zeros(padding));
}

export interface FilmInit {
  width?: number;
  height?: number;
  /** Boxes that say it is a sphere, with a layout of the two eyes. */
  spherical?: 'mono' | 'top-bottom' | 'left-right';
  /** Boxes that say it is half a sphere. */
  vr180?: boolean;
  /** A camera's original: a track for each of its two lenses. */
  lenses?: boolean;
}

/** As much of an MP4 as says what it is. */
export function film(
  name: string,
  { width = 1920, height = 1080, spherical, vr180 = false, lenses = false }: FilmInit = {},
): File {
  const layout = { mono: 0, 'top-bottom': 1, 'left-right': 2 }[spherical ?? (vr180 ? 'left-right' : 'mono')];
  const quarter = vr180 ? 0x3fff_ffff : 0;
  const bounds = [...u32(0), ...u32(0), ...u32(quarter), ...u32(quarter)];
  const sphere = box('sv3d', box('proj', box('prhd', zeros(16)), box('equi', zeros(4), bounds)));
  const metadata = spherical || vr180 ? [...box('st3d', zeros(4), [layout]), ...sphere] : [];
  const entry = box('avc1', zeros(24), u16(width), u16(height), zeros(50), metadata);
  const table = box('stbl', box('stsd', u32(0), u32(1), entry));
  const media = box('mdia', box('mdhd', zeros(24)), box('hdlr', zeros(8), 'vide', zeros(13)), box('minf', table));
  const track = box('trak', box('tkhd', zeros(84)), media);
  const movie = box('moov', box('mvhd', zeros(100)), track, lenses ? track : []);
  return file(name, 'video/mp4', box('ftyp', 'isom', u32(512), 'isomavc1'), movie, box('mdat', zeros(2000)));
}

/** A tenth of a second of silence. */
export const sound = (name: string): File =>
  file(
    name,
    'audio/wav',
    'RIFF',
    [0x44, 3, 0, 0],
    'WAVEfmt ',
    [16, 0, 0, 0, 1, 0, 1, 0, 0x40, 0x1f, 0, 0, 0x40, 0x1f, 0, 0, 1, 0, 8, 0],
    'data',
    [0x20, 3, 0, 0],
    Array.from({ length: 800 }, () => 128),
  );

/** A file of this ending with nothing of its kind in it. */
export const nonsense = (name: string, size: number = 100): File => file(name, '', zeros(size));
