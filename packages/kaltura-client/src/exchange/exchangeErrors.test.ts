import { describe, expect, it } from 'vitest';
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
    for (const [code, { retriable, fixBy }] of Object.entries(exchangeErrors)) {
      if (fixBy === 'hub_admin') expect(['no', 'after_user_action'], code).toContain(retriable);
    }
  });

  it('knows its own codes and no property of Object', () => {
    expect(isExchangeErrorCode('plan_not_entitled')).toBe(true);
    expect(isExchangeErrorCode('toString')).toBe(false);
  });
});
