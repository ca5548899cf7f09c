import type { Feature } from '../Feature.ts';
import { en } from './en.ts';

/** The sentences of the account page. */
export const accountFeature: Feature<'account'> = {
  name: 'account',
  en,
  languages: { fr: async () => (await import('./fr.ts')).fr },
};
