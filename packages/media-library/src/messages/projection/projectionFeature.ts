import type { Feature } from '../Feature.ts';
import { en } from './en.ts';

/** The sentences of "Treat as 360°". */
export const projectionFeature: Feature<'projection'> = {
  name: 'projection',
  en,
  languages: { fr: async () => (await import('./fr.ts')).fr },
};
