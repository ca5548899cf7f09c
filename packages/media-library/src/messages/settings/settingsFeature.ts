import type { Feature } from '../Feature.ts';
import { en } from './en.ts';

/** The sentences of the hub admin's settings. */
export const settingsFeature: Feature<'settings'> = {
  name: 'settings',
  en,
  languages: { fr: async () => (await import('./fr.ts')).fr },
};
