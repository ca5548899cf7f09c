import type { LibraryFilters, LibrarySort } from '../parts/LibraryFilters.ts';

/** The filters, and both sort orders: the one for browsing waits while a search sorts in its own way. */
export interface FilterState extends Omit<LibraryFilters, 'sort'> {
  /** The text that is searched for; `search` is what stands in the field, perhaps still being typed. */
  readonly settledSearch: string;
  readonly browseSort: Exclude<LibrarySort, 'relevance'>;
  readonly searchSort: LibrarySort;
}

export const initialFilters: FilterState = {
  search: '',
  settledSearch: '',
  mediaType: 'any',
  spherical: false,
  scope: 'all',
  browseSort: 'recent',
  searchSort: 'relevance',
};

/** Text waits until it is settled; everything else, and an emptied field, counts at once. */
export function changeFilters(state: FilterState, change: Partial<LibraryFilters>): FilterState {
  const { sort, ...rest } = change;
  const next: FilterState = { ...state, ...rest };
  if (sort !== undefined) return sortBy(next, sort);
  return next.search.trim() === '' ? settleSearch(next) : next;
}

/** A new search begins sorted by relevance; when the text is gone, the order from before is back. */
export function settleSearch(state: FilterState): FilterState {
  const settledSearch = state.search.trim();
  if (settledSearch === state.settledSearch) return state;
  return { ...state, settledSearch, ...(settledSearch === '' && { searchSort: initialFilters.searchSort }) };
}

/** Back to everything; the order stays, since it hides nothing. */
export const clearFilters = (state: FilterState): FilterState => ({ ...initialFilters, browseSort: state.browseSort });

/** What the toolbar shows. */
export const toLibraryFilters = ({
  settledSearch,
  browseSort,
  searchSort,
  ...filters
}: FilterState): LibraryFilters => ({
  ...filters,
  sort: settledSearch === '' ? browseSort : searchSort,
});

function sortBy(state: FilterState, sort: LibrarySort): FilterState {
  if (state.settledSearch !== '') return { ...state, searchSort: sort };
  return sort === 'relevance' ? state : { ...state, browseSort: sort };
}

/** Does anything but the order and the scope, which not everybody can choose, narrow what is shown? */
export const isFiltered = (state: FilterState): boolean =>
  state.settledSearch !== '' || state.mediaType !== 'any' || state.spherical;
