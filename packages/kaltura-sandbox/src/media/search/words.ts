/**
 * How the full-text index cuts a text into words.
 *
 * Letters and digits of any script make words, lower-cased, accents kept. The characters of {@link BLENDED} count twice:
 * as a part of the word (`x-y` is indexed whole) and as a separator (`x` and `y` are indexed too). Everything else,
 * among it `.`, `,`, `"` and emoji, only separates.
 */
export interface IndexedWord {
  readonly text: string;
  /** Position of the word within the field; a blended word stands where its first part stands. */
  readonly position: number;
  /** How many positions the word covers: the parts of a blended word, none for a word of blended characters alone. */
  readonly span: number;
}

/** All words of a text with their positions, blended words and their parts alike. */
export function indexWords(text: string): IndexedWord[] {
  const words: IndexedWord[] = [];
  let position = 0;
  for (const run of text.toLowerCase().match(RUNS) ?? []) {
    const parts = run.match(PLAIN_RUNS) ?? [];
    const isBlended = parts.length !== 1 || parts[0] !== run;
    if (isBlended) words.push({ text: run, position, span: parts.length });
    for (const part of parts) {
      words.push({ text: part, position, span: 1 });
      position += 1;
    }
  }
  return words;
}

/** How many positions a word of a query covers, see {@link IndexedWord.span}. */
export function spanOf(word: string): number {
  return word.match(PLAIN_RUNS)?.length ?? 0;
}

/** Whether a character is a letter or digit to the index. */
export function isWordCharacter(character: string): boolean {
  return PLAIN.test(character);
}

/** Whether a character both joins and separates words. */
export function isBlended(character: string): boolean {
  return BLENDED.includes(character);
}

const BLENDED = "`~!@#$%^&*()-_=+[]{};:'\\|/?<>";
const ESCAPED_BLENDED = BLENDED.replaceAll(/[\\\]^-]/gu, String.raw`\$&`);
const PLAIN = /[\p{L}\p{M}\p{N}]/u;
const PLAIN_RUNS = /[\p{L}\p{M}\p{N}]+/gu;
const RUNS = new RegExp(`[\\p{L}\\p{M}\\p{N}${ESCAPED_BLENDED}]+`, 'gu');
