import type { Languages } from './languages.ts';
import type { Messages } from './Messages.ts';

/** What browsing says, in the languages besides English. */
export const catalogues: Languages<Messages> = {
  fr: async () => (await import('./fr.ts')).fr,
};
