import type { Catalogue } from './Messages.ts';

/** The languages besides English, each loaded when somebody asks for it. */
export const catalogues: Readonly<Record<string, () => Promise<Catalogue>>> = {
  fr: async () => (await import('./fr.ts')).fr,
};

/** Loads the catalogue for a locale by its language; null when there is none but English. */
export function loadCatalogue(locale: string): Promise<Catalogue> | null {
  const language = locale.toLowerCase().split(/[-_]/, 1)[0] ?? '';
  return Object.hasOwn(catalogues, language) ? (catalogues[language]?.() ?? null) : null;
}
