'use client';
import { useCallback, useLayoutEffect, useRef, useState, type FocusEvent, type RefObject } from 'react';

export interface RovingEntry {
  /** The one entry that Tab reaches. */
  active: number;
  /** Moves the focus, and the view with it. */
  focus: (index: number) => void;
  onFocus: (event: FocusEvent) => void;
  onBlur: () => void;
}

/**
 * One Tab stop for all entries, which follows the focus. It belongs to an entry, not to a place: when entries arrive
 * before it, or the columns change and the cell is built anew, entry and focus stay together.
 */
export function useRovingEntry(
  container: RefObject<HTMLElement | null>,
  entries: readonly { id: string }[],
): RovingEntry {
  const [state, setState] = useState<{ id: string | null; index: number }>({ id: null, index: 0 });
  const active = entries[state.index]?.id === state.id ? state.index : findEntry(entries, state.id);
  const hasFocus = useRef(false);
  const wanted = useRef(false);

  const focus = useCallback(
    (index: number) => {
      wanted.current = true;
      setState({ id: entries[index]?.id ?? null, index });
    },
    [entries],
  );

  useLayoutEffect(() => {
    const cell = container.current?.querySelector<HTMLElement>(`[data-index="${active}"]`);
    const lost = hasFocus.current && !container.current?.contains(document.activeElement);
    if (cell && wanted.current) {
      cell.focus({ preventScroll: true });
      cell.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    } else if (cell && lost) {
      cell.focus({ preventScroll: true });
    }
    wanted.current = false;
  });

  const onFocus = useCallback(
    (event: FocusEvent) => {
      hasFocus.current = true;
      const index = indexOfCell(event.target);
      if (index !== null) setState({ id: entries[index]?.id ?? null, index });
    },
    [entries],
  );
  const onBlur = useCallback(() => {
    hasFocus.current = false;
  }, []);

  return { active, focus, onFocus, onBlur };
}

/** The entry an event happened on, by its cell. */
export function indexOfCell(target: EventTarget): number | null {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-index]') : null;
  return cell ? Number(cell.dataset['index']) : null;
}

function findEntry(entries: readonly { id: string }[], id: string | null): number {
  if (id === null) return 0;
  return Math.max(
    0,
    entries.findIndex((entry) => entry.id === id),
  );
}
