import { expect, it } from 'vitest';
import { extendRange } from './selectionRange.ts';

it('takes everything between the anchor and the new end, in either direction', () => {
  expect(extendRange({ anchor: 2, end: 2 }, 5)).toEqual({ joining: [2, 3, 4, 5], leaving: [] });
  expect(extendRange({ anchor: 5, end: 5 }, 3)).toEqual({ joining: [3, 4, 5], leaving: [] });
});

it('gives back what it no longer reaches', () => {
  expect(extendRange({ anchor: 2, end: 6 }, 4)).toEqual({ joining: [2], leaving: [5, 6] });
});

it('turns around its anchor', () => {
  expect(extendRange({ anchor: 4, end: 6 }, 2)).toEqual({ joining: [2, 3, 4], leaving: [5, 6] });
});
