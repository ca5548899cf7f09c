'use client';
import { createContext, useContext, type Context } from 'react';
import { en } from './en.ts';
import { createFormats, type Formats } from './Formats.ts';
import type { FeatureOverrides, Messages } from './Messages.ts';

export interface MessagesValue {
  /** The sentences: `t.loadMore`, `t.selectedCount(3)`. */
  readonly t: Messages;
  /** Numbers, durations and dates in the same locale. */
  readonly format: Formats;
  /** The host's own words for parts that are loaded later. */
  readonly features: FeatureOverrides;
}

const format = createFormats('en');

/** Parts may stand alone: without a provider they speak English. */
export const MessagesContext: Context<MessagesValue> = createContext<MessagesValue>({
  t: en(format),
  format,
  features: {},
});

/**
 * The catalogue in the provider's locale.
 *
 * @example
 * const { t, format } = useMessages();
 * return <button>{t.importSelected(3)}</button>;
 */
export function useMessages(): MessagesValue {
  return useContext(MessagesContext);
}
