'use client';
import { useEffect, useMemo, useState } from 'react';
import { en } from './en.ts';
import { createFormats } from './Formats.ts';
import { loadCatalogue } from './catalogues.ts';
import type { Catalogue, MessageOverrides } from './Messages.ts';
import type { MessagesValue } from './useMessages.ts';

/**
 * The catalogue of a locale with the host's own sentences on top. Numbers and dates are in the locale at once; sentences
 * are English until their language has arrived, and stay English when it is not shipped or cannot be loaded.
 */
export function useCatalogue(locale: string, overrides?: MessageOverrides): MessagesValue {
  const [loaded, setLoaded] = useState<{ locale: string; catalogue: Catalogue }>();

  useEffect(() => {
    let current = true;
    loadCatalogue(locale)?.then(
      (catalogue) => current && setLoaded({ locale, catalogue }),
      () => {},
    );
    return () => {
      current = false;
    };
  }, [locale]);

  const catalogue = loaded?.locale === locale ? loaded.catalogue : en;
  return useMemo(() => {
    const format = createFormats(locale);
    const messages = catalogue(format);
    const problems = { ...messages.problems, ...overrides?.problems };
    return { t: { ...messages, ...overrides, problems }, format };
  }, [locale, catalogue, overrides]);
}
