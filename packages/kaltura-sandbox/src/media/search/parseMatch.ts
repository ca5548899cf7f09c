import { isBlended, isWordCharacter, spanOf } from './words.ts';

/** A word of a query; `text` ends or contains `*` where it stands for any continuation. */
export interface MatchWord {
  readonly text: string;
  /** Distance from the first word of the phrase, 0 outside phrases. */
  readonly offset: number;
}

/** What a full-text expression asks for. `any` is what an empty phrase (`""`) asks for: nothing. */
export type MatchNode =
  | MatchPhrase
  | { readonly kind: 'not'; readonly node: MatchNode }
  | { readonly kind: 'and' | 'or'; readonly nodes: readonly MatchNode[] }
  | { readonly kind: 'any' };

/** Words that follow each other in one field; a single word is a phrase of one. */
export interface MatchPhrase {
  readonly kind: 'phrase';
  readonly words: readonly MatchWord[];
  /** The first word must be the field's first. */
  readonly atStart?: boolean;
  /** The last word must be the field's last. */
  readonly atEnd?: boolean;
}

/** The search engine refused the expression; Kaltura answers `INTERNAL_SERVERL_ERROR`. */
export class MatchSyntaxError extends Error {
  override name = 'MatchSyntaxError';
}

/** Separates alternatives inside an expression; callers cannot write it, a `|` of theirs is a plain character. */
export const OR = '\u0000';

/**
 * Reads an expression as the search engine behind Kaltura does: words side by side must all match, `!` negates what
 * follows, quotes make a phrase. The other operator signs reach the engine escaped and are characters of words.
 *
 * @throws MatchSyntaxError when there is no word at all, a `!` has nothing to negate or a quote is not closed
 */
export function parseMatch(expression: string): MatchNode {
  const tokens = tokenize(expression);
  let next = 0;

  const isAt = (kind: Token['kind']) => tokens[next]?.kind === kind;

  function parseAll(): MatchNode {
    const nodes: MatchNode[] = [];
    while (next < tokens.length) nodes.push(parseNegatable());
    if (nodes.length === 0) throw new MatchSyntaxError('nothing to search for');
    return joined('and', nodes);
  }

  function parseNegatable(): MatchNode {
    if (!isAt('not')) return parseAlternatives();
    next += 1;
    return { kind: 'not', node: parseAlternatives() };
  }

  function parseAlternatives(): MatchNode {
    const nodes = [parseAtom()];
    while (isAt('or')) {
      next += 1;
      nodes.push(parseAtom());
    }
    return joined('or', nodes);
  }

  function parseAtom(): MatchNode {
    const token = tokens[next];
    if (token?.kind !== 'phrase') throw new MatchSyntaxError('a word is missing');
    next += 1;
    return token.words.length === 0 ? { kind: 'any' } : token;
  }

  return parseAll();
}

type Token = { kind: 'phrase'; words: MatchWord[] } | { kind: 'not' } | { kind: 'or' };

function tokenize(expression: string): Token[] {
  const tokens: Token[] = [];
  let phrase: MatchWord[] | null = null;
  let offset = 0;
  let word = '';

  const endWord = () => {
    if (word === '') return;
    if (phrase) {
      phrase.push({ text: word, offset });
      offset += spanOf(word);
    } else {
      tokens.push({ kind: 'phrase', words: [{ text: word, offset: 0 }] });
    }
    word = '';
  };

  const characters = Array.from(expression.toLowerCase());
  for (let at = 0; at < characters.length; at += 1) {
    let character = characters[at] ?? '';
    const isEscaped = character === '\\';
    if (isEscaped) {
      endWord();
      at += 1;
      character = characters[at] ?? '';
    }
    if (character === '"' && !isEscaped) {
      endWord();
      if (phrase) tokens.push({ kind: 'phrase', words: phrase });
      phrase = phrase ? null : [];
      offset = 0;
    } else if (character === '!' && !isEscaped && !phrase) {
      endWord();
      tokens.push({ kind: 'not' });
    } else if (character === OR) {
      endWord();
      if (phrase) phrase.push({ text: '|', offset });
      else tokens.push({ kind: 'or' });
    } else if (isWordCharacter(character) || isBlended(character)) {
      word += character;
    } else {
      endWord();
    }
  }
  if (phrase) throw new MatchSyntaxError('a quote is not closed');
  endWord();
  return tokens;
}

/**
 * An empty phrase disappears beside others.
 *
 * @throws MatchSyntaxError for a negation between alternatives, which the engine cannot compute
 */
export function joined(kind: 'and' | 'or', nodes: readonly MatchNode[]): MatchNode {
  const asked = nodes.filter((node) => node.kind !== 'any');
  if (kind === 'or' && asked.length > 1 && asked.some((node) => node.kind === 'not')) {
    throw new MatchSyntaxError('a negation cannot be an alternative');
  }
  const [first] = asked;
  if (!first) return { kind: 'any' };
  return asked.length === 1 ? first : { kind, nodes: asked };
}
