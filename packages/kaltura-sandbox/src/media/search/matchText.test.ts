import { describe, expect, it } from 'vitest';
import { matchEqual, matchFreeText, matchLike, matchMultiAnd, matchMultiOr } from './matchText.ts';
import { type MatchNode, MatchSyntaxError } from './parseMatch.ts';
import { createWordIndex } from './WordIndex.ts';

const library = {
  beach: createWordIndex({ name: 'Beach panorama', tags: '360, beach, summer holiday' }),
  kitchen: createWordIndex({ name: 'Kitchen tour', tags: 'vr, kitchen' }),
  unicode: createWordIndex({ name: 'Ünïcode näme 日本', tags: '日本, 360' }),
  hyphen: createWordIndex({ name: 'Under_score-hyphen name', tags: 'tag_one, tag-two' }),
  degrees: createWordIndex({ name: 'Mountain panorama', tags: '360deg, mountain' }),
};

const found = (node: MatchNode | null, fields: ('name' | 'tags')[] = ['name', 'tags']) =>
  Object.entries(library)
    .filter(([, entry]) => node === null || entry.matches(node, fields))
    .map(([name]) => name);
const all = Object.keys(library);

describe('matchLike', () => {
  it('finds whole words only', () => {
    expect(found(matchLike('360'), ['tags'])).toEqual(['beach', 'unicode']);
    expect(found(matchLike('mount'))).toEqual([]);
    expect(found(matchLike('BEACH'))).toEqual(['beach']);
    expect(found(matchLike('日本'), ['tags'])).toEqual(['unicode']);
    expect(found(matchLike('tag-two'))).toEqual(['hyphen']);
    expect(found(matchLike('two'))).toEqual(['hyphen']);
  });

  it('finds the continuations of three characters and a star', () => {
    expect(found(matchLike('mou*'))).toEqual(['degrees']);
    expect(found(matchLike('mo*'))).toEqual([]);
    expect(found(matchLike('*'))).toEqual([]);
  });

  it('takes words with a space between as a phrase', () => {
    expect(found(matchLike('summer holiday'))).toEqual(['beach']);
    expect(found(matchLike('holiday summer'))).toEqual([]);
    expect(found(matchLike('\n'))).toEqual(all);
  });

  it.each(['!', '"', '\\', '.', ',', '🎥'])('refuses %j alone', (value) => {
    expect(() => matchLike(value)).toThrow(MatchSyntaxError);
  });
});

describe('matchMultiOr and matchMultiAnd', () => {
  it('splits at commas only', () => {
    expect(found(matchMultiOr('vr,mountain'))).toEqual(['kitchen', 'degrees']);
    expect(found(matchMultiOr('vr mountain'))).toEqual([]);
    expect(found(matchMultiOr('"summer holiday"'))).toEqual(['beach']);
    expect(found(matchMultiAnd('360,beach'))).toEqual(['beach']);
  });

  it('asks for nothing when there are only commas', () => {
    expect(matchMultiOr('')).toBeNull();
    expect(matchMultiOr(',')).toBeNull();
  });

  it('refuses terms without words, a stray quote and an escaped end', () => {
    for (const value of ['"', '\\', '.', 'a\\']) expect(() => matchMultiOr(value)).toThrow(MatchSyntaxError);
    expect(() => matchMultiAnd('!')).toThrow(MatchSyntaxError);
    expect(found(matchMultiOr('!'))).toEqual([]);
  });
});

describe('matchFreeText', () => {
  it('wants all words, any of the comma-separated texts, and none after an exclamation mark', () => {
    expect(found(matchFreeText('panorama beach'))).toEqual(['beach']);
    expect(found(matchFreeText('kitchen,mountain'))).toEqual(['kitchen', 'degrees']);
    expect(found(matchFreeText('!panorama'))).toEqual(['kitchen', 'unicode', 'hyphen']);
    expect(found(matchFreeText('panorama !beach'))).toEqual(['degrees']);
  });

  it('does not fold accents', () => {
    expect(found(matchFreeText('name'))).toEqual(['hyphen']);
    expect(found(matchFreeText('näme'))).toEqual(['unicode']);
  });

  it('lets a quoted text begin and end the field', () => {
    expect(found(matchFreeText('"beach panorama"'))).toEqual(['beach']);
    expect(found(matchFreeText('"panorama"'))).toEqual([]);
  });

  it.each(['!', '"', '\\', '.', ',', '\n', ' ', `!@()"'`, 'wow!', 'a,!b', 'x "y'])('refuses %j', (value) => {
    expect(() => matchFreeText(value)).toThrow(MatchSyntaxError);
  });

  it.each([
    '(',
    ')',
    '|',
    '-',
    '@',
    '~',
    '&',
    '/',
    '^',
    '$',
    '=',
    '_',
    '%',
    "'",
    '<',
    '*',
    '?',
    '#',
    '+',
    '[',
    ':',
    ';',
  ])('finds nothing for %s alone', (value) => {
    expect(found(matchFreeText(value))).toEqual([]);
  });

  it('asks for nothing with "0"', () => {
    expect(matchFreeText('0')).toBeNull();
  });
});

describe('matchEqual', () => {
  it('compares the words of the whole field', () => {
    expect(found(matchEqual('beach PANORAMA'), ['name'])).toEqual(['beach']);
    expect(found(matchEqual('beach'), ['name'])).toEqual([]);
    expect(found(matchEqual('Under_score-hyphen name'), ['name'])).toEqual(['hyphen']);
  });
});
