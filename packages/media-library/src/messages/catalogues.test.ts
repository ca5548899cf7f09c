import { expect, test } from 'vitest';
import { catalogues, loadCatalogue } from './catalogues.ts';
import { en } from './en.ts';
import { enExchange } from './enExchange.ts';
import { createFormats } from './Formats.ts';

/** Every sentence by its path; functions are called with a number and a text that can be found again. */
function sentences(messages: object, path = ''): [path: string, sentence: string][] {
  return Object.entries(messages).flatMap(([name, value]): [string, string][] => {
    if (typeof value === 'object') return sentences(value as object, `${path}${name}.`);
    return [
      [path + name, typeof value === 'function' ? (value as (...values: number[]) => string)(7, 9) : String(value)],
    ];
  });
}

const { problems, ...plain } = en(createFormats('en'));
const english = sentences({ ...plain, problems: { ...problems, ...enExchange } });

test('every problem says what happened and what to do next', () => {
  const vague = Object.entries({ ...problems, ...enExchange }).filter(
    ([, { title, text }]) => !/^\S.{8,}[^.]$/.test(title) || !/^\S.{15,}\.$/.test(text),
  );
  expect(vague).toEqual([]);
});

test.for(Object.keys(catalogues))('%s has a sentence of its own for everything', async (language) => {
  const catalogue = await loadCatalogue(`${language}-XX`);
  const translated = new Map(sentences(catalogue?.(createFormats(language)) ?? {}));
  expect([...translated.keys()].sort()).toEqual(english.map(([path]) => path).sort());
  const same = english.filter(([path, sentence]) => translated.get(path) === sentence).map(([path]) => path);
  // Words that are the same in both languages.
  expect(same).toEqual(expect.arrayContaining(['spherical']));
  expect(same.length).toBeLessThan(8);
  const withoutValue = english.filter(([path, said]) => /[79]/.test(said) && !/[79]/.test(translated.get(path) ?? ''));
  expect(withoutValue).toEqual([]);
});

test('languages that are not shipped are answered in English', () => {
  expect(loadCatalogue('de')).toBeNull();
  expect(loadCatalogue('constructor')).toBeNull();
});
