import type { Feature } from '../Feature.ts';
import { en } from './en.ts';

/** What is said about uploading. */
export const uploaderFeature: Feature<'uploader'> = {
  name: 'uploader',
  en,
  languages: { fr: async () => (await import('./fr.ts')).fr },
};
