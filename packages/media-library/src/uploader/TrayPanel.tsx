'use client';
import type { UploadQueue } from '@spaces-kaltura/client/upload';
import { useId, useRef, useState, type CSSProperties, type ReactElement } from 'react';
import { useStore } from 'zustand/react';
import type { OnImport } from '../hooks/useImport.ts';
import { Icon } from '../parts/Icon.tsx';
import { IconButton } from './IconButton.tsx';
import { ProgressBar } from './ProgressBar.tsx';
import { traySummary } from './traySummary.ts';
import { UploadIcon } from './UploadIcon.tsx';
import { adoptUploaderStyles } from './uploaderStyles.ts';
import { UploadList } from './UploadList.tsx';
import { useAnnouncer } from './useAnnouncer.ts';
import { useKeepFocus } from './useKeepFocus.ts';
import { UploaderWordsContext, useNewUploaderWords, useUploaderWords } from './useUploaderWords.ts';

export interface TrayPanelProps {
  queue: UploadQueue;
  /** Says something aloud, in a region that was there before. */
  say: (text: string) => void;
  initiallyOpen: boolean;
  onImport?: OnImport | undefined;
  importedIds?: Iterable<string> | undefined;
}

adoptUploaderStyles();

/** All uploads in one line, and each of them when it is opened. */
export function TrayPanel(props: TrayPanelProps): ReactElement {
  const words = useNewUploaderWords();
  return (
    <UploaderWordsContext value={words}>
      <Tray {...props} />
    </UploaderWordsContext>
  );
}

function Tray({ queue, say, initiallyOpen, onImport, importedIds }: TrayPanelProps): ReactElement | null {
  const words = useUploaderWords();
  const { t } = words;
  const { items } = useStore(queue.store);
  const [open, setOpen] = useState(initiallyOpen);
  const listId = useId();
  const root = useRef<HTMLElement>(null);
  useKeepFocus(root);
  useAnnouncer(root, items, say);
  if (items.length === 0) return null;
  const { title, text, fraction, moving, tone } = traySummary(items, words);
  return (
    <section ref={root} className="sk-tray" tabIndex={-1} aria-label={t.trayLabel} data-open={open} data-tone={tone}>
      <header className="sk-tray-head">
        <span
          className="sk-tray-ring"
          style={{ '--sk-done': fraction ?? 0 } as CSSProperties}
          data-tone={tone}
          data-known={fraction !== null}
        >
          {tone === 'success' ? <UploadIcon name="check" /> : <Icon name={tone === 'danger' ? 'warning' : 'upload'} />}
        </span>
        <div className="sk-tray-words">
          <p className="sk-tray-title">{title}</p>
          {text !== '' && <p className="sk-tray-text">{text}</p>}
        </div>
        <IconButton
          icon="chevron"
          label={open ? t.collapse : t.expand}
          expanded={open}
          controls={listId}
          onClick={() => setOpen(!open)}
        />
      </header>
      {fraction !== null && (
        <ProgressBar
          label={t.totalProgress}
          words={text === '' ? title : text}
          fraction={fraction}
          status={moving ? 'moving' : 'still'}
        />
      )}
      <div id={listId} className="sk-tray-list" hidden={!open}>
        <UploadList items={items} queue={queue} onImport={onImport} importedIds={importedIds} />
      </div>
    </section>
  );
}
