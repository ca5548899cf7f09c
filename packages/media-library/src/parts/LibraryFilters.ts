import type { LibraryMediaType } from './LibraryEntry.ts';

/** `relevance` is offered while a search text is present. */
export type LibrarySort = 'relevance' | 'recent' | 'name' | 'plays' | 'duration';

/** Whose entries are shown: one's own, or all that the session may list. */
export type LibraryScope = 'mine' | 'all';

export type LibraryLayout = 'grid' | 'list';

/** Everything the toolbar asks for. `search` is what the person typed, untouched. */
export interface LibraryFilters {
  search: string;
  mediaType: LibraryMediaType | 'any';
  spherical: boolean;
  scope: LibraryScope;
  sort: LibrarySort;
}
