const maxWords = 12;
const maxLength = 120;
/** A word begins with a letter, digit or underscore; marks (accents, vowel signs) belong to the letter before them. */
const words = /[\p{L}\p{N}_][\p{L}\p{N}\p{M}_]*/gu;
/** Emoji are made with these marks: variation selectors and the enclosing keycap. */
const emojiMarks = /[\uFE00-\uFE0F\u20E3]/g;

/**
 * What a person typed, as a `freeText` query that Kaltura can answer; null when there is nothing to search for (only
 * spaces, signs or emoji), and then the list is asked for without a search.
 *
 * Kaltura matches whole words, all of them in any order, so the last word gets a `*` (it takes three characters) and is
 * found while it is still being typed. `!` means NOT, a comma OR, and a lone `! " \ . ,`, a line break or an unbalanced
 * quote makes the search fail with INTERNAL_SERVERL_ERROR: signs become spaces, as they do in Kaltura's own index, where
 * `vr-360` is also found by its parts.
 *
 * @example toSearchText('"Atrium, nord') // 'atrium nord*'
 */
export function toSearchText(userText: string): string | null {
  const found = userText
    .slice(0, maxLength * 4)
    .normalize('NFC')
    .replace(emojiMarks, '')
    .match(words)
    ?.filter((word) => /[\p{L}\p{N}]/u.test(word));
  if (!found?.length) return null;
  const query = withinLength(found.slice(0, maxWords).map(withoutOperators));
  const last = query.at(-1) ?? '';
  return query.join(' ') + (codePoints(last).length >= 3 ? '*' : '');
}

/** Upper-case MAYBE, NEAR, SENTENCE … are operators of the search engine, and it ignores case anyway. */
const withoutOperators = (word: string): string => word.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());

/** As many words as fit, at least the beginning of the first. */
function withinLength(found: readonly string[]): string[] {
  const kept = [
    codePoints(found[0] ?? '')
      .slice(0, maxLength / 2)
      .join(''),
  ];
  let length = kept.join('').length;
  for (const word of found.slice(1)) {
    length += word.length + 1;
    if (length > maxLength) break;
    kept.push(word);
  }
  return kept;
}

const codePoints = (text: string): string[] => Array.from(text);
