import type { KalturaMediaEntry } from '@spaces-kaltura/client';

/**
 * The chosen entries by id, in the order they were chosen. They are kept as they were seen then: a selection outlives
 * the search that found them.
 */
export type Selection = ReadonlyMap<string, KalturaMediaEntry>;

export const emptySelection: Selection = new Map();

export interface SelectionEdit {
  readonly select?: readonly KalturaMediaEntry[];
  readonly deselect?: readonly string[];
}

/** Entries beyond `max` are not taken; with a `max` of 1 the new choice replaces the old one. */
export function editSelection(selection: Selection, edit: SelectionEdit, max: number): Selection {
  const next = new Map(selection);
  for (const id of edit.deselect ?? []) next.delete(id);
  const wanted = edit.select ?? [];
  if (max === 1 && wanted.length === 1) next.clear();
  for (const entry of wanted) {
    if (next.size < max || next.has(entry.id)) next.set(entry.id, entry);
  }
  return next;
}
