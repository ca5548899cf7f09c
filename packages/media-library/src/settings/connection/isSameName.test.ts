import { expect, test } from 'vitest';
import { isSameName } from './isSameName.ts';

test.for([
  ['atelier  nord ', 'Atelier Nord'],
  ["l'atelier d'été", 'L’Atelier d’Été'],
  ['"Studio" - Est', '« Studio » – Est'.replaceAll(/« | »/g, '“')],
  ['מכללת הנגב (Negev)', 'מכללת הנגב \u200f(Negev)'],
  ['Hub One', 'Hub\u200b\u00a0One'],
  ['e\u0301cole', '\u00e9cole'],
])('takes %j for %j', ([typed, name]) => {
  expect(isSameName(typed ?? '', name ?? '')).toBe(true);
});

test.for([
  ['', 'Atelier Nord'],
  ['Atelier', 'Atelier Nord'],
  ['Ecole', 'École'],
  ['Nord Atelier', 'Atelier Nord'],
])('does not take %j for %j', ([typed, name]) => {
  expect(isSameName(typed ?? '', name ?? '')).toBe(false);
});
