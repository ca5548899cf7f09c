import type { Formats } from './Formats.ts';

/** Sentences in one language: a function of the locale's formats, so that they can carry numbers and plurals. */
export type Sentences<TMessages> = (format: Formats) => TMessages;

/** The languages besides English, each loaded when somebody asks for it. */
export type Languages<TMessages> = Readonly<Record<string, () => Promise<Sentences<TMessages>>>>;

/** Loads the sentences for a locale by its language; null when there are none but English. */
export function loadLanguage<TMessages>(
  languages: Languages<TMessages>,
  locale: string,
): Promise<Sentences<TMessages>> | null {
  const language = locale.toLowerCase().split(/[-_]/, 1)[0] ?? '';
  return Object.hasOwn(languages, language) ? (languages[language]?.() ?? null) : null;
}
