const MAX_BYTES = 200;

/**
 * A file name as Kaltura gets it: the last part of a path, composed (NFC), without control, bidirectional-override and
 * other invisible characters, at most 200 bytes with its ending kept. Never empty.
 */
export function safeFileName(name: string): string {
  const base = name.toWellFormed().normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const visible = base
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\u061C\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
  const [, stem = '', ending = ''] = /^(.*?)(\.[A-Za-z0-9]{1,8})?$/su.exec(visible) ?? [];
  return cut(stem === '' ? 'file' : stem, MAX_BYTES - ending.length) + ending;
}

/** The name of one upload and no other: `film.mp4` becomes `film-1f0c9a2e.mp4`. Kaltura only looks at the ending. */
export function uploadFileName(fileName: string, uploadId: string): string {
  const [, stem = '', ending = ''] = /^(.*?)(\.[A-Za-z0-9]{1,8})?$/su.exec(safeFileName(fileName)) ?? [];
  const suffix = `-${uploadId.slice(0, 8)}${ending}`;
  return cut(stem, MAX_BYTES - suffix.length) + suffix;
}

/** A name for people, from a file's name: without its ending, underscores read as spaces. */
export function entryNameOf(fileName: string): string {
  const safe = safeFileName(fileName);
  const stem = safe
    .replace(/\.[A-Za-z0-9]{1,8}$/u, '')
    .replace(/_+/g, ' ')
    .trim();
  return stem === '' ? safe : stem;
}

/** At most so many UTF-8 bytes, whole characters only. */
function cut(text: string, bytes: number): string {
  let kept = '';
  let length = 0;
  for (const character of text) {
    length += new TextEncoder().encode(character).length;
    if (length > bytes) break;
    kept += character;
  }
  return kept;
}
