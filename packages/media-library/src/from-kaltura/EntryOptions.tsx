'use client';
import type { KalturaMediaEntry } from '@spaces-kaltura/client';
import type { ReactNode } from 'react';
import { lazy, useLazy } from '../hooks/useLazy.ts';
import { useMessages } from '../messages/useMessages.ts';
import { Button } from '../parts/Button.tsx';

export interface EntryOptionsProps {
  /** Whose options are open; null: nobody's. */
  entry: KalturaMediaEntry | null;
  onClose: () => void;
}

const editor = lazy(() => import('./projection/ProjectionEditor.tsx'));

/** What can be done with an entry besides importing it. Loaded when somebody first asks for it. */
export function EntryOptions({ entry, onClose }: EntryOptionsProps): ReactNode {
  const { t } = useMessages();
  const { loaded, problem, retrying, retry } = useLazy(editor, entry !== null);
  if (loaded) return <loaded.ProjectionEditor entry={entry} onClose={onClose} />;
  if (!problem) return null;
  return (
    <div className="sk-notice" data-status="failed">
      <p role="alert">{t.optionsFailed}</p>
      <Button busy={retrying} onClick={retry}>
        {retrying ? t.retrying : t.retry}
      </Button>
    </div>
  );
}
