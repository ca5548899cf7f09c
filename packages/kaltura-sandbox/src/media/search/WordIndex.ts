import type { MatchNode, MatchPhrase, MatchWord } from './parseMatch.ts';
import { indexWords } from './words.ts';

/** The words of one object, cut once and asked often. Fields are addressed by name. */
export interface WordIndex<TField extends string> {
  /** Whether the object matches, looking only into the given fields. */
  matches(node: MatchNode, fields: readonly TField[]): boolean;
  /** How often the words of the expression occur in the given fields: the relevance of the object. */
  weight(node: MatchNode, fields: readonly TField[]): number;
}

/** A word with a `*` finds its continuations only from this many characters on. */
export const MIN_PREFIX_LENGTH = 3;

/** Cuts the fields of an object into words. */
export function createWordIndex<TField extends string>(texts: Readonly<Record<TField, string>>): WordIndex<TField> {
  const occurrences = new Map<string, Occurrence[]>();
  for (const field of Object.keys(texts) as TField[]) {
    const words = indexWords(texts[field]);
    const length = words.reduce((end, word) => Math.max(end, word.position + word.span), 0);
    for (const { text, position, span } of words) {
      const occurrence = { field, position, isLast: position + Math.max(span, 1) >= length };
      const known = occurrences.get(text);
      if (known) known.push(occurrence);
      else occurrences.set(text, [occurrence]);
    }
  }

  function occurrencesOf(word: string): readonly Occurrence[] {
    const star = word.indexOf('*');
    if (star < MIN_PREFIX_LENGTH) return occurrences.get(word) ?? NOWHERE;
    const pattern = star === word.length - 1 ? null : wildcard(word);
    const prefix = word.slice(0, star);
    const found: Occurrence[] = [];
    for (const [text, places] of occurrences) {
      if (text.startsWith(prefix) && (pattern === null || pattern.test(text))) found.push(...places);
    }
    return found;
  }

  function phraseCount({ words, atStart = false, atEnd = false }: MatchPhrase, fields: readonly string[]): number {
    const [first, ...rest] = words;
    const starts = first ? occurrencesOf(first.text) : NOWHERE;
    if (starts === NOWHERE) return 0;
    let count = 0;
    for (const start of starts) {
      if (!fields.includes(start.field) || (atStart && start.position !== 0)) continue;
      const last = followed(start, rest);
      if (last && (!atEnd || last.isLast)) count += 1;
    }
    return count;
  }

  /** The last word of the phrase that begins here; undefined where one of them does not follow. */
  function followed(start: Occurrence, rest: readonly MatchWord[]): Occurrence | undefined {
    let last: Occurrence | undefined = start;
    for (const { text, offset } of rest) {
      const position = start.position + offset;
      last = occurrencesOf(text).find((place) => place.field === start.field && place.position === position);
      if (!last) return undefined;
    }
    return last;
  }

  function matches(node: MatchNode, fields: readonly TField[]): boolean {
    switch (node.kind) {
      case 'phrase':
        return phraseCount(node, fields) > 0;
      case 'not':
        return !matches(node.node, fields);
      case 'and':
        return node.nodes.every((part) => matches(part, fields));
      case 'or':
        return node.nodes.some((part) => matches(part, fields));
      default:
        return true;
    }
  }

  function weight(node: MatchNode, fields: readonly TField[]): number {
    switch (node.kind) {
      case 'phrase':
        return phraseCount(node, fields);
      case 'and':
      case 'or':
        return node.nodes.reduce((sum, part) => sum + weight(part, fields), 0);
      default:
        return 0;
    }
  }

  return { matches, weight };
}

const NOWHERE: readonly Occurrence[] = [];

interface Occurrence {
  readonly field: string;
  readonly position: number;
  readonly isLast: boolean;
}

function wildcard(word: string): RegExp {
  const pieces = word.split('*').map((piece) => piece.replaceAll(/[.*+?^${}()|[\]\\-]/gu, String.raw`\$&`));
  return new RegExp(`^${pieces.join('.*')}$`, 'u');
}
