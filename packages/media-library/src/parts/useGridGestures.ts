'use client';
import { useRef, type KeyboardEvent, type MouseEvent } from 'react';
import { nextIndex } from './gridNavigation.ts';
import type { LibraryEntry } from './LibraryEntry.ts';
import type { SelectionChange } from './Selection.ts';
import { extendRange } from './selectionRange.ts';
import { findByPrefix, typeLetter } from './typeahead.ts';
import { indexOfCell } from './useRovingEntry.ts';

export interface GridGesturesOptions {
  entries: readonly LibraryEntry[];
  /** Where keys act when the focus lies between the cells. */
  active: number;
  columns: number;
  pageRows: () => number;
  multiple: boolean;
  selectedIds: ReadonlySet<string>;
  isSelectable: (entry: LibraryEntry) => boolean;
  focus: (index: number) => void;
  onSelect: (change: SelectionChange) => void;
  onActivate: (entry: LibraryEntry) => void;
  onOptions: (entry: LibraryEntry) => void;
}

export interface GridGestures {
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  onClick: (event: MouseEvent<HTMLElement>) => void;
  onDoubleClick: (event: MouseEvent<HTMLElement>) => void;
}

/** Keyboard and pointer for all cells at once: what they mean is decided in the pure functions beside this file. */
export function useGridGestures(options: GridGesturesOptions): GridGestures {
  const {
    entries,
    active,
    columns,
    pageRows,
    multiple,
    selectedIds,
    isSelectable,
    focus,
    onSelect,
    onActivate,
    onOptions,
  } = options;
  const range = useRef<{ anchorId: string; endId: string } | null>(null);
  const typed = useRef({ text: '', at: -Infinity });

  const selectable = (positions: readonly number[]): LibraryEntry[] =>
    positions
      .map((position) => entries[position])
      .filter((entry) => entry !== undefined && isSelectable(entry)) as LibraryEntry[];

  const toggle = (index: number): void => {
    const entry = entries[index];
    if (!entry || !isSelectable(entry)) return;
    range.current = { anchorId: entry.id, endId: entry.id };
    onSelect(selectedIds.has(entry.id) ? { select: [], deselect: [entry] } : { select: [entry], deselect: [] });
  };

  const extend = (from: number, to: number): void => {
    const anchor = indexOfId(range.current?.anchorId) ?? from;
    const end = indexOfId(range.current?.endId) ?? anchor;
    const { joining, leaving } = extendRange({ anchor, end }, to);
    range.current = { anchorId: entries[anchor]?.id ?? '', endId: entries[to]?.id ?? '' };
    onSelect({ select: selectable(joining), deselect: selectable(leaving) });
  };

  const indexOfId = (id: string | undefined): number | null => {
    const index = entries.findIndex((entry) => entry.id === id);
    return index === -1 ? null : index;
  };

  return {
    onKeyDown(event) {
      const index = indexOfCell(event.target) ?? active;
      const entry = entries[index];
      if (!entry || event.altKey || event.nativeEvent.isComposing) return;
      const { key, shiftKey } = event;
      if (isOnButton(event) && (key === ' ' || key === 'Enter')) return;
      const ctrlKey = event.ctrlKey || event.metaKey;
      const handled = (): void => event.preventDefault();

      if (key === ' ') {
        handled();
        if (shiftKey && multiple) extend(index, index);
        else toggle(index);
        return;
      }
      if (key === 'Enter') {
        handled();
        if (isSelectable(entry)) onActivate(entry);
        return;
      }
      if (key === 'F2') {
        handled();
        onOptions(entry);
        return;
      }
      if (ctrlKey && multiple && key.toLowerCase() === 'a') {
        handled();
        onSelect({ select: entries.filter(isSelectable), deselect: [] });
        return;
      }
      const rtl = getComputedStyle(event.currentTarget).direction === 'rtl';
      const next = nextIndex({ key, ctrlKey }, { index, count: entries.length, columns, pageRows: pageRows(), rtl });
      if (next !== null) {
        handled();
        if (shiftKey && multiple) extend(index, next);
        else range.current = null;
        focus(next);
        return;
      }
      // One character: a name key such as `Tab` or `F2` has more.
      if (!ctrlKey && Array.from(key).length === 1) {
        handled();
        typed.current = typeLetter(typed.current, key, event.timeStamp);
        const found = findByPrefix(entries, typed.current.text, index);
        if (found !== null) focus(found);
      }
    },
    onClick(event) {
      const index = indexOfCell(event.target);
      if (index === null) return;
      const entry = entries[index];
      if (isOnButton(event)) {
        if (entry) onOptions(entry);
        return;
      }
      if (event.shiftKey && multiple) extend(index, index);
      else toggle(index);
    },
    // Its two clicks have toggled twice: the selection is as it was.
    onDoubleClick(event) {
      const index = indexOfCell(event.target);
      const entry = index === null ? undefined : entries[index];
      if (entry && isSelectable(entry) && !isOnButton(event)) onActivate(entry);
    },
  };
}

/** The button in a cell has its own keys, and a click on it says nothing about the cell. */
const isOnButton = ({ target }: { target: EventTarget }): boolean =>
  target instanceof Element && target.closest('[data-action="options"]') !== null;
