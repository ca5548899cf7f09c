'use client';
import type { KalturaMediaEntry } from '@spaces-kaltura/client';
import { useStore } from 'zustand/react';
import { useKaltura } from '../provider/useKaltura.ts';
import type { Selection, SelectionEdit } from '../stores/selection.ts';

export interface UseSelectionOptions {
  /** Which library of this provider; only needed when there are several on one page. */
  name?: string | undefined;
  /** With 1, a new choice replaces the old one. */
  maxSelectable?: number | undefined;
}

export interface UseSelection {
  /** By entry id, in the order of choosing; survives searching, filtering and paging. */
  readonly selection: Selection;
  readonly full: boolean;
  readonly edit: (edit: SelectionEdit) => void;
  readonly toggle: (entry: KalturaMediaEntry) => void;
  readonly clear: () => void;
}

/** The chosen entries of a library, up to `maxSelectable`. */
export function useSelection({ name = 'library', maxSelectable = Infinity }: UseSelectionOptions = {}): UseSelection {
  const { scope } = useKaltura();
  const { selection, editSelection, clearSelection } = useStore(scope.library(name));
  const edit = (change: SelectionEdit): void => editSelection(change, maxSelectable);
  return {
    selection,
    full: selection.size >= maxSelectable,
    edit,
    toggle: (entry) => edit(selection.has(entry.id) ? { deselect: [entry.id] } : { select: [entry] }),
    clear: clearSelection,
  };
}
