import { describe, expect, it } from 'vitest';
import { checkFindingTexts } from './checkFindingTexts.ts';
import { exchangeErrors, isExchangeErrorCode } from './exchangeErrors.ts';
import { exchangeErrorTexts } from './exchangeErrorTexts.ts';

describe('the error catalogue of the exchange', () => {
  it('has a title and a next step in words for every code', () => {
    expect(Object.keys(exchangeErrorTexts).sort()).toEqual(Object.keys(exchangeErrors).sort());
    for (const { title, detail } of Object.values(exchangeErrorTexts)) {
      expect(title).toMatch(/^[A-Z].*[^.]$/);
      expect(detail).toMatch(/^[A-Z].*\.$/);
    }
  });

  it('never tells anybody to retry what only an admin can mend', () => {
    const forAdmins = Object.values(exchangeErrors).filter(({ fixBy }) => fixBy === 'hub_admin');
    expect(forAdmins.length).toBeGreaterThan(5);
    expect(forAdmins.filter(({ retriable }) => retriable === 'now' || retriable === 'after')).toEqual([]);
  });

  it('knows its own codes and no property of Object', () => {
    expect(isExchangeErrorCode('plan_not_entitled')).toBe(true);
    expect(isExchangeErrorCode('toString')).toBe(false);
  });
});

describe('the findings of the connection test', () => {
  it.each(Object.entries(checkFindingTexts))('%s is said in a whole sentence', (_, text) => {
    expect(text).toMatch(/^(?:[A-Z]|\{).*\.$/);
  });
});
