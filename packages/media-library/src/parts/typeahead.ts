/** Letters typed within this pause belong together, in milliseconds. */
export const typeaheadPause = 600;

export interface Typeahead {
  text: string;
  /** When the last letter came, in milliseconds of any steady clock. */
  at: number;
}

/** What has been typed so far, with one more letter. */
export function typeLetter(previous: Typeahead, letter: string, at: number): Typeahead {
  const text = at - previous.at <= typeaheadPause ? previous.text + letter : letter;
  return { text, at };
}

/**
 * The next entry, after `from` and around the end, whose name begins with the typed letters; null when there is none.
 * One letter again and again steps through the names that begin with it; more letters keep an entry that still fits.
 */
export function findByPrefix(names: readonly { name: string }[], typed: string, from: number): number | null {
  const letters = Array.from(fold(typed));
  const repeated = letters.length > 1 && letters.every((letter) => letter === letters[0]);
  const prefix = repeated ? (letters[0] ?? '') : letters.join('');
  const start = letters.length > 1 && !repeated ? from : from + 1;
  for (let step = 0; step < names.length; step += 1) {
    const index = (start + step) % names.length;
    if (fold(names[index]?.name.trim() ?? '').startsWith(prefix)) return index;
  }
  return null;
}

/** `Élan` is found by `e`. */
function fold(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .toLowerCase();
}
