'use client';
import type { ReactElement, ReactNode } from 'react';
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

/** The foot of the tab. It is always there, so choosing the first entry moves nothing. */
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
  const full = max !== null && max > 1 && count >= max;
  const remark = note ?? (full ? t.selectionFull(max) : null);
  return (
    <div className="sk-selection" role="group" aria-label={t.selectionLabel} data-status={count > 0 ? 'some' : 'none'}>
      <p className="sk-selection-text" role="status">
        <strong>{max === null ? t.selectedCount(count) : t.selectedCountOf(count, max)}</strong>
        {remark !== null && <span data-tone={note === undefined ? 'neutral' : noteTone}>{remark}</span>}
      </p>
      <Button variant="quiet" icon="close" onClick={onClear} disabled={count === 0 || importing}>
        {t.clearSelection}
      </Button>
      <Button variant="primary" icon="import" busy={importing} onClick={onImport} disabled={count === 0 && !importing}>
        {importing ? t.importing(count) : t.importSelected(count)}
      </Button>
    </div>
  );
}
