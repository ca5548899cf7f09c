'use client';
import { entryState } from '@spaces-kaltura/client';
import type { ReactNode } from 'react';
import type { UseImport } from '../hooks/useImport.ts';
import type { UseSelection } from '../hooks/useSelection.ts';
import { useMessages } from '../messages/useMessages.ts';
import { SelectionBar } from '../parts/SelectionBar.tsx';

export interface ImportBarProps {
  selection: UseSelection;
  importing: UseImport;
  /** Infinity: as many as one likes. */
  max: number;
  onImport: () => void;
}

/** What is chosen, what became of the latest import, and the button for the next. */
export function ImportBar({ selection: { selection, clear }, importing, max, onImport }: ImportBarProps): ReactNode {
  const { t } = useMessages();
  const { status, count } = importing;
  const processing = [...selection.values()].some((entry) => entryState(entry) === 'processing');
  const note =
    status === 'failed'
      ? t.importFailed
      : status === 'done' && selection.size === 0
        ? t.importDone(count)
        : processing
          ? t.importProcessingNote
          : undefined;
  return (
    <SelectionBar
      count={status === 'importing' ? count : selection.size}
      max={Number.isFinite(max) ? max : null}
      importing={status === 'importing'}
      onClear={clear}
      onImport={onImport}
      note={note}
      noteTone={status === 'failed' ? 'danger' : 'neutral'}
    />
  );
}
