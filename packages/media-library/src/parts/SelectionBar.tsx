'use client';
import { useLayoutEffect, useRef, type ReactElement, type ReactNode } from 'react';
import { useMessages } from '../messages/useMessages.ts';
import { Button } from './Button.tsx';

export interface SelectionBarProps {
  count: number;
  /** Null: as many as one likes. */
  max?: number | null;
  importing?: boolean;
  onClear: () => void;
  onImport: () => void;
  /** A remark beside the count: why nothing was imported, or what happens to entries still processing. */
  note?: ReactNode;
  noteTone?: 'neutral' | 'danger';
}

/**
 * The foot of the tab. Its place is always held, so choosing the first entry moves nothing under the pointer; its
 * buttons come with the selection. When they go and one had the focus, the bar keeps it.
 */
export function SelectionBar({
  count,
  max = null,
  importing = false,
  onClear,
  onImport,
  note,
  noteTone = 'neutral',
}: SelectionBarProps): ReactElement {
  const { t } = useMessages();
  const bar = useRef<HTMLDivElement>(null);
  const pressed = useRef(false);
  const some = count > 0 || importing;
  useLayoutEffect(() => {
    if (some) return;
    // The browser gives the focus of what is gone to the page's beginning; who has gone elsewhere stays there.
    if (pressed.current && document.activeElement === document.body) bar.current?.focus();
    pressed.current = false;
  }, [some]);
  const press = (action: () => void) => (): void => {
    pressed.current = true;
    action();
  };
  const full = max !== null && max > 1 && count >= max;
  const remark = note ?? (some ? (full ? t.selectionFull(max) : null) : t.nothingSelected);
  return (
    <div
      ref={bar}
      className="sk-selection"
      role="group"
      tabIndex={-1}
      aria-label={t.selectionLabel}
      data-status={some ? 'some' : 'none'}
    >
      <p className="sk-selection-text" role="status">
        {some && <strong>{max === null ? t.selectedCount(count) : t.selectedCountOf(count, max)}</strong>}
        {remark !== null && <span data-tone={note === undefined ? 'neutral' : noteTone}>{remark}</span>}
      </p>
      {some && (
        <>
          <Button variant="quiet" icon="close" onClick={press(onClear)} disabled={importing}>
            {t.clearSelection}
          </Button>
          <Button variant="primary" icon="import" busy={importing} onClick={press(onImport)}>
            {importing ? t.importing(count) : t.importSelected(count)}
          </Button>
        </>
      )}
    </div>
  );
}
