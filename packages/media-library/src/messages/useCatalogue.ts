'use client';
import { useMemo } from 'react';
import { catalogues } from './catalogues.ts';
import { en } from './en.ts';
import { createFormats } from './Formats.ts';
import type { MessageOverrides } from './Messages.ts';
import { useLanguage } from './useLanguage.ts';
import type { MessagesValue } from './useMessages.ts';

/**
 * The catalogue of a locale with the host's own sentences on top. Numbers and dates are in the locale at once; sentences
 * are English until their language has arrived, and stay English when it is not shipped or cannot be loaded.
 */
export function useCatalogue(locale: string, overrides?: MessageOverrides): MessagesValue {
  const catalogue = useLanguage(locale, en, catalogues);
  return useMemo(() => {
    const format = createFormats(locale);
    const messages = catalogue(format);
    const { features = {}, ...own } = overrides ?? {};
    const problems = { ...messages.problems, ...own.problems };
    return { t: { ...messages, ...own, problems }, format, features };
  }, [locale, catalogue, overrides]);
}
