import { joined, MatchSyntaxError, type MatchNode, OR, parseMatch } from './parseMatch.ts';

/**
 * The text filters of `media.list` as expressions of the search engine. Each answers null for a value that asks for
 * nothing and throws {@link MatchSyntaxError} where Kaltura's own query would be refused.
 */

/** `…Like`: one term; with white space in it, a phrase. */
export function matchLike(value: string): MatchNode | null {
  const text = withoutControls(value);
  return text === '' ? null : parseMatch(quotedWhen(/\s/u, text));
}

/** `…MultiLikeOr`, `…MatchOr`: comma-separated terms, any of them. */
export function matchMultiOr(value: string): MatchNode | null {
  return matchMulti(value, ` ${OR} `, /[\s!]/u);
}

/** `…MultiLikeAnd`, `…MatchAnd`: comma-separated terms, all of them. */
export function matchMultiAnd(value: string): MatchNode | null {
  return matchMulti(value, ' ', /\s/u);
}

/** `nameEqual`: the field consists of these words and no others. */
export function matchEqual(value: string): MatchNode | null {
  const text = withoutControls(value);
  if (text === '') return null;
  const node = parseMatch(`"${text.replaceAll(/[\\"]/gu, String.raw`\$&`)}"`);
  return node.kind === 'phrase' ? { ...node, atStart: true, atEnd: true } : node;
}

/**
 * `freeText`: words side by side must all be found, comma-separated texts are alternatives, `!` negates, a text wholly in
 * quotes must begin and end the field.
 */
export function matchFreeText(value: string): MatchNode | null {
  const text = withoutControls(value);
  // The server asks PHP whether there is a text, and `"0"` is false there.
  if (text === '' || text === '0') return null;
  if (/^"[^"]+"$/u.test(text)) return matchExactly(text.slice(1, -1));
  if (text.indexOf(',') <= 0) return parseMatch(text);
  const pieces = text.split(',').filter((piece) => piece !== '');
  return joined('or', [...new Set(pieces)].map(parseMatch));
}

function matchExactly(text: string): MatchNode {
  const node = parseMatch(text);
  const words = node.kind === 'and' ? [...node.nodes] : [node];
  const first = words[0];
  if (first?.kind === 'phrase') words[0] = { ...first, atStart: true };
  const last = words.at(-1);
  if (last?.kind === 'phrase') words[words.length - 1] = { ...last, atEnd: true };
  return joined('and', words);
}

function matchMulti(value: string, separator: string, needsQuotes: RegExp): MatchNode | null {
  const terms = withoutControls(value)
    .split(',')
    .filter((term) => term !== '')
    .map((term) => quotedWhen(needsQuotes, term));
  if (terms.length === 0) return null;
  // The terms stand in parentheses: a backslash at their end would escape the closing one.
  if (/(?<!\\)(?:\\\\)*\\$/u.test(terms.at(-1) ?? '')) throw new MatchSyntaxError('a parenthesis is not closed');
  return parseMatch(terms.join(separator));
}

function quotedWhen(needsQuotes: RegExp, term: string): string {
  return needsQuotes.test(term) ? `"${term}"` : term;
}

function withoutControls(value: string): string {
  return value.replaceAll(OR, '');
}
