/**
 * Rewrites tags the way Kaltura stores them: split at commas, trimmed, A-Z lower-cased, pieces shorter than two **bytes**
 * dropped (`a` goes, `ü` stays), cut at 100 bytes, repeated ones dropped, joined with `, `.
 *
 * @example normalizeTags('a, bb ,VR,vr,  360 deg') // 'bb, vr, 360 deg'
 */
export function normalizeTags(tags: string): string {
  const pieces = tags
    .split(',')
    .map((piece) => cutAtBytes(lowerAscii(piece.trim()), 100))
    .filter((piece) => encoder.encode(piece).length >= 2);
  return [...new Set(pieces)].join(', ');
}

/** Admin tags keep short pieces and are joined without spaces: `AT1, at2, at1` becomes `at1,at2`. */
export function normalizeAdminTags(tags: string): string {
  const pieces = tags
    .split(',')
    .map((piece) => lowerAscii(piece.trim()))
    .filter((piece) => piece !== '');
  return [...new Set(pieces)].join(',');
}

const encoder = new TextEncoder();

function lowerAscii(text: string): string {
  return text.replaceAll(/[A-Z]/gu, (letter) => letter.toLowerCase());
}

/** Cuts before the character that would cross the limit, so the text stays valid UTF-8. */
function cutAtBytes(text: string, limit: number): string {
  if (text.length * 3 <= limit) return text;
  let bytes = 0;
  let end = 0;
  for (const character of text) {
    bytes += encoder.encode(character).length;
    if (bytes > limit) return text.slice(0, end);
    end += character.length;
  }
  return text;
}
