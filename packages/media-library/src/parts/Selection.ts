import type { LibraryEntry } from './LibraryEntry.ts';

/**
 * What one gesture asks of the selection. The grid shows a part of the library and the selection outlives it, so it
 * hands over differences and leaves the whole, and its limit, to its owner.
 */
export interface SelectionChange {
  select: readonly LibraryEntry[];
  deselect: readonly LibraryEntry[];
}
