import { createStore, type StoreApi } from 'zustand/vanilla';
import type { LibraryFilters, LibraryLayout } from '../parts/LibraryFilters.ts';
import type { Preferences } from '../preferences/Preferences.ts';
import { changeFilters, clearFilters, initialFilters, settleSearch, type FilterState } from './libraryFilters.ts';
import { editSelection, emptySelection, type Selection, type SelectionEdit } from './selection.ts';

/** What a person is doing in the library. What Kaltura says lives in the query cache. */
export interface LibraryState {
  readonly filters: FilterState;
  readonly layout: LibraryLayout;
  readonly selection: Selection;
  readonly changeFilters: (change: Partial<LibraryFilters>) => void;
  /** Searches for what stands in the field. */
  readonly settleSearch: () => void;
  readonly clearFilters: () => void;
  readonly setLayout: (layout: LibraryLayout) => void;
  readonly editSelection: (edit: SelectionEdit, max?: number) => void;
  readonly clearSelection: () => void;
  readonly reset: () => void;
}

export type LibraryStore = StoreApi<LibraryState>;

/** One library's state. The layout is remembered in the person's preferences. */
export function createLibraryStore(preferences: Preferences): LibraryStore {
  const store = createStore<LibraryState>()((set) => ({
    filters: initialFilters,
    layout: 'grid',
    selection: emptySelection,
    changeFilters: (change) => set(({ filters }) => ({ filters: changeFilters(filters, change) })),
    settleSearch: () => set(({ filters }) => ({ filters: settleSearch(filters) })),
    clearFilters: () => set(({ filters }) => ({ filters: clearFilters(filters) })),
    setLayout(layout) {
      preferences.set('layout', layout);
      set({ layout });
    },
    editSelection: (edit, max = Infinity) =>
      set(({ selection }) => ({ selection: editSelection(selection, edit, max) })),
    clearSelection: () => set({ selection: emptySelection }),
    reset: () => set({ filters: initialFilters, selection: emptySelection }),
  }));
  // After creation, so that the state a server rendered, and hydration starts from, stays the plain one.
  if (preferences.get('layout') === 'list') store.setState({ layout: 'list' });
  return store;
}
