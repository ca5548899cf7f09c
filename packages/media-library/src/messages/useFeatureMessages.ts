'use client';
import { useMemo } from 'react';
import type { Feature } from './Feature.ts';
import type { FeatureMessages } from './Messages.ts';
import { useLanguage } from './useLanguage.ts';
import { useMessages } from './useMessages.ts';

/** The sentences of a part that is loaded later, in the provider's locale, with the host's own on top. */
export function useFeatureMessages<TName extends keyof FeatureMessages>(
  feature: Feature<TName>,
): FeatureMessages[TName] {
  const { format, features } = useMessages();
  const sentences = useLanguage(format.locale, feature.en, feature.languages);
  const own = features[feature.name];
  return useMemo(() => ({ ...sentences(format), ...own }), [sentences, format, own]);
}
