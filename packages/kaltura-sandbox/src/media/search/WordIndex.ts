import type { MatchNode, MatchPhrase } from './parseMatch.ts';
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
    if (star < MIN_PREFIX_LENGTH) return occurrences.get(word) ?? [];
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
    if (!first) return 0;
    const others = rest.map((word) => ({ offset: word.offset, places: occurrencesOf(word.text) }));
    return occurrencesOf(first.text).filter((start) => {
      if (!fields.includes(start.field) || (atStart && start.position !== 0)) return false;
      let last = start;
      for (const { offset, places } of others) {
        const place = places.find((place) => place.field === start.field && place.position === start.position + offset);
        if (!place) return false;
        last = place;
      }
      return !atEnd || last.isLast;
    }).length;
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

interface Occurrence {
  readonly field: string;
  readonly position: number;
  readonly isLast: boolean;
}

function wildcard(word: string): RegExp {
  const pieces = word.split('*').map((piece) => piece.replaceAll(/[.*+?^${}()|[\]\\-]/gu, String.raw`\$&`));
  return new RegExp(`^${pieces.join('.*')}$`, 'u');
}
