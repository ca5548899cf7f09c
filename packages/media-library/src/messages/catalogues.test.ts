import { expect, test } from 'vitest';
import { accountFeature } from './account/accountFeature.ts';
import { catalogues } from './catalogues.ts';
import { en } from './en.ts';
import { enExchange } from './enExchange.ts';
import { createFormats } from './Formats.ts';
import { loadLanguage, type Languages, type Sentences } from './languages.ts';
import { projectionFeature } from './projection/projectionFeature.ts';
import { uploaderFeature } from './uploader/uploaderFeature.ts';
import { settingsFeature } from './settings/settingsFeature.ts';

/** Every sentence by its path; functions are called with numbers that can be found again. */
function sentences(messages: object, path = ''): [path: string, sentence: string][] {
  return Object.entries(messages).flatMap(([name, value]): [string, string][] => {
    if (typeof value === 'object') return sentences(value as object, `${path}${name}.`);
    return [
      [path + name, typeof value === 'function' ? (value as (...values: number[]) => string)(7, 9) : String(value)],
    ];
  });
}

const { problems, ...plain } = en(createFormats('en'));

test('every problem says what happened and what to do next', () => {
  const vague = Object.entries({ ...problems, ...enExchange }).filter(
    ([, { title, text }]) => !/^\S.{8,}[^.]$/.test(title) || !/^\S.{15,}\.$/.test(text),
  );
  expect(vague).toEqual([]);
});

/** What is said in English, and what speaks the other languages; `same` are words that two languages share. */
interface Part {
  english: object;
  languages: Languages<object>;
  same: number;
}

const ofFeature = <TMessages extends object>(
  { en: english, languages }: { en: Sentences<TMessages>; languages: Languages<TMessages> },
  same = 0,
): Part => ({ english: english(createFormats('en')), languages, same });

const parts: Record<string, Part> = {
  browsing: { english: { ...plain, problems: { ...problems, ...enExchange } }, languages: catalogues, same: 7 },
  account: ofFeature(accountFeature, 1),
  projection: ofFeature(projectionFeature),
  uploader: ofFeature(uploaderFeature),
  settings: ofFeature(settingsFeature, 1),
};

const shipped = Object.entries(parts).flatMap(([name, part]) =>
  Object.keys(part.languages).map((language) => ({ name, language, part })),
);

test.for(shipped)('$name has a sentence of its own for everything in $language', async ({ language, part }) => {
  const said = await loadLanguage(part.languages, `${language}-XX`);
  const english = sentences(part.english);
  const translated = new Map(sentences(said?.(createFormats(language)) ?? {}));
  expect([...translated.keys()].sort()).toEqual(english.map(([path]) => path).sort());
  const same = english.filter(([path, sentence]) => translated.get(path) === sentence).map(([path]) => path);
  expect(same.length).toBeLessThanOrEqual(part.same);
  const withoutValue = english.filter(([path, text]) => /[79]/.test(text) && !/[79]/.test(translated.get(path) ?? ''));
  expect(withoutValue).toEqual([]);
});

test.for(Object.entries(parts))('no line of French in %s begins with a sign', async ([, { languages }]) => {
  const said = sentences((await loadLanguage(languages, 'fr'))?.(createFormats('fr')) ?? {});
  // Before them stands a space at which no line breaks.
  expect(said.filter(([, sentence]) => /« | [:;?!»]/.test(sentence))).toEqual([]);
});

test('every part speaks every language', () => {
  for (const { languages } of Object.values(parts)) {
    expect(Object.keys(languages)).toEqual(Object.keys(catalogues));
  }
});

test('languages that are not shipped are answered in English', () => {
  expect(loadLanguage(catalogues, 'de')).toBeNull();
  expect(loadLanguage(catalogues, 'constructor')).toBeNull();
});
