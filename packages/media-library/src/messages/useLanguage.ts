'use client';
import { useEffect, useState } from 'react';
import { loadLanguage, type Languages, type Sentences } from './languages.ts';

/** English until the locale's language has arrived, and for good when it is not shipped or cannot be loaded. */
export function useLanguage<TMessages>(
  locale: string,
  english: Sentences<TMessages>,
  languages: Languages<TMessages>,
): Sentences<TMessages> {
  const [loaded, setLoaded] = useState<{ locale: string; sentences: Sentences<TMessages> }>();

  useEffect(() => {
    let current = true;
    loadLanguage(languages, locale)?.then(
      (sentences) => current && setLoaded({ locale, sentences }),
      () => {},
    );
    return () => {
      current = false;
    };
  }, [languages, locale]);

  return loaded?.locale === locale ? loaded.sentences : english;
}
