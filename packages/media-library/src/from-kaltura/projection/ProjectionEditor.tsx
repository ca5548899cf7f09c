'use client';
import type { KalturaMediaEntry } from '@spaces-kaltura/client';
import type { ReactNode } from 'react';
import { ProjectionDialog } from './ProjectionDialog.tsx';
import { ProjectionNotice } from './ProjectionNotice.tsx';
import { useProjectionChange } from './useProjectionChange.ts';

export interface ProjectionEditorProps {
  /** Whose dialog is open; null: none. */
  entry: KalturaMediaEntry | null;
  onClose: () => void;
}

/** Treats entries as 360°, or as flat again: the question, and what became of the answer. */
export function ProjectionEditor({ entry, onClose }: ProjectionEditorProps): ReactNode {
  const { change, apply, undo, retry, dismiss } = useProjectionChange();
  return (
    <>
      {entry && (
        <ProjectionDialog key={entry.id} entry={entry} onClose={onClose} onSave={(wanted) => apply(entry, wanted)} />
      )}
      <ProjectionNotice change={change} onUndo={undo} onRetry={retry} onDismiss={dismiss} />
    </>
  );
}
