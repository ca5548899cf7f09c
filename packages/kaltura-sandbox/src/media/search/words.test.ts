import { describe, expect, it } from 'vitest';
import { indexWords } from './words.ts';

const texts = (text: string) => indexWords(text).map((word) => word.text);

describe('indexWords', () => {
  it('indexes joined words whole and by their parts', () => {
    expect(texts('Under_score-hyphen name')).toEqual(['under_score-hyphen', 'under', 'score', 'hyphen', 'name']);
  });

  it('separates at dots, commas and emoji and keeps accents', () => {
    expect(texts('Ünïcode näme.日本, 360°🎥x')).toEqual(['ünïcode', 'näme', '日本', '360', 'x']);
  });

  it('lets a blended word stand where its first part stands', () => {
    expect(indexWords('vr-360 tour')).toEqual([
      { text: 'vr-360', position: 0, span: 2 },
      { text: 'vr', position: 0, span: 1 },
      { text: '360', position: 1, span: 1 },
      { text: 'tour', position: 2, span: 1 },
    ]);
  });

  it('indexes a lone sign without taking a position', () => {
    expect(indexWords('a & b')).toEqual([
      { text: 'a', position: 0, span: 1 },
      { text: '&', position: 1, span: 0 },
      { text: 'b', position: 1, span: 1 },
    ]);
  });
});
