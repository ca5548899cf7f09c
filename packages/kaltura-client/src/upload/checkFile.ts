import { heifBrands, isoTypes } from '../projection/isoMedia.ts';
import type { UploadMediaType } from './UploadItem.ts';

/** Why a file is not even begun. */
export type FileRefusal =
  | 'empty'
  | 'too_large'
  | 'kind_not_wanted'
  | 'type_unknown'
  | 'content_differs'
  | 'unreadable'
  | 'heic'
  | 'needs_stitching';

export type FileCheck = { ok: true; mediaType: UploadMediaType } | { ok: false; refusal: FileRefusal };

export interface FileLimits {
  /** Bytes. */
  maxBytes?: number | undefined;
  accept?: readonly UploadMediaType[] | undefined;
}

interface Kind {
  mediaType: UploadMediaType;
  extensions: readonly string[];
  matches: (head: Uint8Array) => boolean;
}

const ascii = (head: Uint8Array, at: number, length: number): string =>
  String.fromCharCode(...head.subarray(at, at + length));
const starts = (head: Uint8Array, ...bytes: number[]): boolean => bytes.every((byte, index) => head[index] === byte);

const avifBrands: ReadonlySet<string> = new Set(['avif', 'avis']);
const isOfBrand = (head: Uint8Array, brands: ReadonlySet<string>): boolean =>
  ascii(head, 4, 4) === 'ftyp' && brands.has(ascii(head, 8, 4));
const isHeif = (head: Uint8Array): boolean => isOfBrand(head, heifBrands);
const isAvif = (head: Uint8Array): boolean => isOfBrand(head, avifBrands);
const isIsoMedia = (head: Uint8Array): boolean => !isHeif(head) && !isAvif(head) && isoTypes.has(ascii(head, 4, 4));
const isRiff = (head: Uint8Array, form: string): boolean => ascii(head, 0, 4) === 'RIFF' && ascii(head, 8, 4) === form;
/** Sounds of more than 4 GiB have another name for the same. */
const isWave = (head: Uint8Array): boolean =>
  isRiff(head, 'WAVE') || (['RF64', 'BW64'].includes(ascii(head, 0, 4)) && ascii(head, 8, 4) === 'WAVE');
const isMpegAudio = (head: Uint8Array): boolean =>
  ascii(head, 0, 3) === 'ID3' || (head[0] === 0xff && ((head[1] ?? 0) & 0xe0) === 0xe0);

/** What can be uploaded: what Kaltura converts and a browser can name. The bytes decide, the ending has to agree. */
const kinds: readonly Kind[] = [
  { mediaType: 'video', extensions: ['mp4', 'm4v', 'mov', 'qt', '3gp', '3g2'], matches: isIsoMedia },
  { mediaType: 'video', extensions: ['webm', 'mkv'], matches: (head) => starts(head, 0x1a, 0x45, 0xdf, 0xa3) },
  { mediaType: 'video', extensions: ['avi'], matches: (head) => isRiff(head, 'AVI ') },
  { mediaType: 'video', extensions: ['mpg', 'mpeg'], matches: (head) => starts(head, 0, 0, 1) },
  { mediaType: 'video', extensions: ['ts', 'm2ts', 'mts'], matches: (head) => head[0] === 0x47 || head[4] === 0x47 },
  { mediaType: 'video', extensions: ['wmv', 'asf'], matches: (head) => starts(head, 0x30, 0x26, 0xb2, 0x75) },
  { mediaType: 'image', extensions: ['jpg', 'jpeg', 'jpe'], matches: (head) => starts(head, 0xff, 0xd8, 0xff) },
  { mediaType: 'image', extensions: ['png'], matches: (head) => starts(head, 0x89, 0x50, 0x4e, 0x47) },
  { mediaType: 'image', extensions: ['gif'], matches: (head) => ascii(head, 0, 4) === 'GIF8' },
  { mediaType: 'image', extensions: ['webp'], matches: (head) => isRiff(head, 'WEBP') },
  { mediaType: 'audio', extensions: ['mp3'], matches: isMpegAudio },
  { mediaType: 'audio', extensions: ['m4a', 'm4b'], matches: isIsoMedia },
  { mediaType: 'audio', extensions: ['aac'], matches: isMpegAudio },
  { mediaType: 'audio', extensions: ['wav'], matches: isWave },
  { mediaType: 'audio', extensions: ['flac'], matches: (head) => ascii(head, 0, 4) === 'fLaC' },
  { mediaType: 'audio', extensions: ['ogg', 'oga', 'opus'], matches: (head) => ascii(head, 0, 4) === 'OggS' },
];

/** Files of 360° cameras that hold two fisheye pictures: the camera's own program has to join them first. */
const unstitched: ReadonlySet<string> = new Set(['insv', 'insp', '360', 'osv', 'lrv']);

/** Pictures that not every browser shows. */
const heifEndings: ReadonlySet<string> = new Set(['heic', 'heif', 'avif']);

/** The endings for a file dialog's `accept`, such as `.mp4`. */
export function acceptedEndings(accept?: readonly UploadMediaType[]): string[] {
  return kinds
    .filter(({ mediaType }) => accept?.includes(mediaType) ?? true)
    .flatMap(({ extensions }) => extensions.map((extension) => `.${extension}`));
}

/** Looks at a file before anything is sent: its size, its ending and its first bytes. Reads 64 bytes. */
export async function checkFile(file: File, { maxBytes, accept }: FileLimits = {}): Promise<FileCheck> {
  const extension = /\.([^.]+)$/.exec(file.name)?.[1]?.toLowerCase() ?? '';
  if (unstitched.has(extension)) return refused('needs_stitching');
  if (file.size === 0) return refused('empty');
  if (maxBytes !== undefined && file.size > maxBytes) return refused('too_large');
  const head = await readHead(file);
  if (head === null) return refused('unreadable');
  if (isHeif(head) || isAvif(head) || heifEndings.has(extension)) return refused('heic');
  const named = kinds.filter(({ extensions }) => extensions.includes(extension));
  if (named.length === 0) return refused('type_unknown');
  const kind = named.find(({ matches }) => matches(head));
  if (kind === undefined) return refused('content_differs');
  if (accept && !accept.includes(kind.mediaType)) return refused('kind_not_wanted');
  return { ok: true, mediaType: kind.mediaType };
}

const refused = (refusal: FileRefusal): FileCheck => ({ ok: false, refusal });

async function readHead(file: File): Promise<Uint8Array | null> {
  try {
    return new Uint8Array(await file.slice(0, 64).arrayBuffer());
  } catch {
    return null;
  }
}
