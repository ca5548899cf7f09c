/**
 * The content type that the first bytes (4 KiB are enough) speak of, whatever the file is called: what `file --mime-type` would say.
 * `application/octet-stream` when nothing is recognised.
 */
export function sniffContentType(head: Uint8Array): string {
  if (head.byteLength === 0) return 'inode/x-empty';
  const ascii = latin1(head.subarray(0, 64));
  const known = signatures.find(([, matches]) => matches(ascii));
  if (known) return known[0];
  return isText(head) ? textType(latin1(head.subarray(0, 512))) : 'application/octet-stream';
}

/**
 * Whether Kaltura keeps an upload of this type. It looks only when the last byte has arrived, at the content alone, and has a list of
 * what it lets in: media, plain text and nothing at all pass; web pages, scripts, programs, archives and unknown bytes don't.
 */
export function isAcceptedUpload(contentType: string): boolean {
  return /^(?:video|audio|image)\//.test(contentType) || accepted.has(contentType);
}

const accepted: ReadonlySet<string> = new Set(['text/plain', 'inode/x-empty', 'application/pdf', 'application/mxf']);

const signatures: readonly (readonly [string, (ascii: string) => boolean])[] = [
  ['image/jpeg', (ascii) => ascii.startsWith('\xff\xd8\xff')],
  ['image/png', (ascii) => ascii.startsWith('\x89PNG\r\n\x1a\n')],
  ['image/gif', (ascii) => /^GIF8[79]a/.test(ascii)],
  ['image/webp', (ascii) => /^RIFF[^]{4}WEBP/.test(ascii)],
  ['image/bmp', (ascii) => /^BM[^]{4}\0\0\0\0/.test(ascii)],
  ['image/tiff', (ascii) => ascii.startsWith('II*\0') || ascii.startsWith('MM\0*')],
  ['image/avif', (ascii) => /^[^]{4}ftypavi[fs]/.test(ascii)],
  ['image/heic', (ascii) => /^[^]{4}ftyp(?:hei[cx]|mif1)/.test(ascii)],
  ['video/quicktime', (ascii) => /^[^]{4}(?:ftypqt {2}|moov|wide)/.test(ascii)],
  ['audio/x-m4a', (ascii) => /^[^]{4}ftypM4[AB]/.test(ascii)],
  ['video/x-m4v', (ascii) => /^[^]{4}ftypM4V/.test(ascii)],
  ['video/3gpp', (ascii) => /^[^]{4}ftyp3g/.test(ascii)],
  ['video/mp4', (ascii) => /^[^]{4}ftyp/.test(ascii)],
  ['video/webm', (ascii) => ascii.startsWith('\x1a\x45\xdf\xa3') && ascii.includes('webm')],
  ['video/x-matroska', (ascii) => ascii.startsWith('\x1a\x45\xdf\xa3')],
  ['video/x-msvideo', (ascii) => /^RIFF[^]{4}AVI /.test(ascii)],
  ['video/x-flv', (ascii) => ascii.startsWith('FLV\x01')],
  ['video/x-ms-asf', (ascii) => ascii.startsWith('\x30\x26\xb2\x75\x8e\x66\xcf\x11')],
  ['video/mpeg', (ascii) => ascii.startsWith('\0\0\x01\xba') || ascii.startsWith('\0\0\x01\xb3')],
  ['audio/x-wav', (ascii) => /^RIFF[^]{4}WAVE/.test(ascii)],
  ['audio/mpeg', (ascii) => ascii.startsWith('ID3') || /^\xff[\xe2-\xe7\xf2-\xf7\xfa-\xfb]/.test(ascii)],
  ['audio/x-hx-aac-adts', (ascii) => /^\xff[\xf0\xf1\xf8\xf9]/.test(ascii)],
  ['audio/ogg', (ascii) => ascii.startsWith('OggS')],
  ['audio/flac', (ascii) => ascii.startsWith('fLaC')],
  ['audio/x-aiff', (ascii) => /^FORM[^]{4}AIF[FC]/.test(ascii)],
  ['application/pdf', (ascii) => ascii.startsWith('%PDF-')],
  ['application/zip', (ascii) => ascii.startsWith('PK\x03\x04') || ascii.startsWith('PK\x05\x06')],
  ['application/gzip', (ascii) => ascii.startsWith('\x1f\x8b')],
  ['application/x-dosexec', (ascii) => ascii.startsWith('MZ')],
  ['application/x-executable', (ascii) => ascii.startsWith('\x7fELF')],
];

function textType(start: string): string {
  const text = start.replace(/^\xef\xbb\xbf/, '').trimStart();
  if (/^<\?php/i.test(text)) return 'text/x-php';
  if (/^<(?:!doctype html|html|head|body|title|script|h1|a\s)/i.test(text)) return 'text/html';
  if (/^(?:<\?xml[^]*)?<svg/i.test(text)) return 'image/svg+xml';
  if (text.startsWith('<?xml')) return 'text/xml';
  if (text.startsWith('#!')) return 'text/x-shellscript';
  return 'text/plain';
}

/** No control characters but those of text; what is beyond ASCII must not be the C1 controls that no text has outside UTF-8. */
function isText(head: Uint8Array): boolean {
  const controls = head.some((byte) => (byte < 0x20 && !textControls.has(byte)) || byte === 0x7f);
  if (controls) return false;
  const utf8 = new TextDecoder().decode(head.subarray(0, 1024));
  const broken = utf8.split('\ufffd').length - 1;
  return broken <= 1 || head.every((byte) => byte < 0x80 || byte > 0x9f);
}

const textControls: ReadonlySet<number> = new Set([0x07, 0x08, 0x09, 0x0a, 0x0c, 0x0d, 0x1b]);

function latin1(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}
