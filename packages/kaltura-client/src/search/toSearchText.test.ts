import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toSearchText } from './toSearchText.ts';

describe('what a person types', () => {
  it.each([
    ['atrium', 'atrium*'],
    ['Atrium Nord', 'atrium nord*'],
    ['  beach   pan ', 'beach pan*'],
    ['vr', 'vr'],
    ['beach v', 'beach v'],
    ['"beach panorama"', 'beach panorama*'],
    ['"unbalanced', 'unbalanced*'],
    ['!beach', 'beach*'],
    ['beach, kitchen', 'beach kitchen*'],
    ['lobby.mp4', 'lobby mp4*'],
    ['vr-360', 'vr 360*'],
    ['0_aag2rvx6', '0_aag2rvx6*'],
    ['ada@uni.example', 'ada uni example*'],
    ['back\\slash/path', 'back slash path*'],
    ['a\nb', 'a b'],
    ['MAYBE sound NEAR/3', 'maybe sound near 3'],
    ['Ünïcode näme', 'Ünïcode näme*'],
    ['日本', '日本'],
    ['東京都庁', '東京都庁*'],
    ['متحف الفن', 'متحف الفن*'],
    ['שָׁלוֹם', 'שָׁלוֹם*'],
    ['🎉party🎉', 'party*'],
    ['3️⃣ rooms', '3 rooms*'],
    ['👩‍👩‍👧 family', 'family*'],
    ['Cafe\u0301', 'café*'],
  ])('%j becomes %j', (typed, query) => {
    expect(toSearchText(typed)).toBe(query);
  });

  it.each([
    '',
    '   ',
    '"',
    '!',
    '\\',
    '.',
    ',',
    '\n',
    '!@()"\'',
    '-',
    '*',
    '***',
    '🎉',
    '👩‍👩‍👧',
    '❤️',
    '_',
    '__',
    '\u0301',
    '\uD800',
  ])('%j is nothing to search for', (typed) => {
    expect(toSearchText(typed)).toBeNull();
  });

  it('is cut where it is endless', () => {
    expect(toSearchText('x'.repeat(10_000))?.length).toBeLessThanOrEqual(121);
    expect(toSearchText('word '.repeat(10_000))?.split(' ')).toHaveLength(12);
    expect(toSearchText('𠮷'.repeat(10_000))?.isWellFormed()).toBe(true);
  });

  it('never brings a sign into the query, but the one star at its end', () => {
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), fc.string());
    const plain = /^[\p{L}\p{N}\p{M}_]+( [\p{L}\p{N}\p{M}_]+)*\*?$/u;
    const isPlain = fc.property(text, (typed) => plain.test(toSearchText(typed) ?? 'x'));
    expect(() => fc.assert(isPlain, { numRuns: 1000 })).not.toThrow();
  });
});
