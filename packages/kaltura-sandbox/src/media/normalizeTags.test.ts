import { describe, expect, it } from 'vitest';
import { normalizeAdminTags, normalizeTags } from './normalizeTags.ts';

describe('normalizeTags', () => {
  it('drops single bytes, repeated tags and letter case, and keeps the order', () => {
    expect(normalizeTags('a, bb ,VR,vr,  360 deg ,x-y,ü,dup,dup')).toBe('bb, vr, 360 deg, x-y, ü, dup');
  });

  it('lowers only ASCII letters', () => {
    expect(normalizeTags('Ünï,VR')).toBe('Ünï, vr');
  });

  it('cuts a long tag at 100 bytes without splitting a character', () => {
    expect(normalizeTags('日'.repeat(40))).toBe('日'.repeat(33));
    expect(normalizeTags('x'.repeat(120))).toBe('x'.repeat(100));
  });

  it('answers an empty text when nothing is left', () => {
    expect(normalizeTags(' , ,a')).toBe('');
  });
});

describe('normalizeAdminTags', () => {
  it('joins without spaces and keeps single letters', () => {
    expect(normalizeAdminTags('At1, at2,,z, at1')).toBe('at1,at2,z');
  });
});
