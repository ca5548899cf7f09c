'use client';
import { useEffect, useRef, useState, type ReactElement } from 'react';
import { useStore } from 'zustand/react';
import type { UploadQueue } from '@spaces-kaltura/client/upload';
import type { OnImport } from '../hooks/useImport.ts';
import { Button } from '../parts/Button.tsx';
import { StateView } from '../parts/StateView.tsx';
import { useKaltura } from '../provider/useKaltura.ts';
import { DraftCard } from './DraftCard.tsx';
import { DropZone } from './DropZone.tsx';
import { draftsOf } from './draftsOf.ts';
import type { PickedFile } from '../uploads/PickedFile.ts';
import { RefusedFiles } from './RefusedFiles.tsx';
import { UploadList } from './UploadList.tsx';
import type { UploadLimits } from '../uploads/UploadLimits.ts';
import { useFileDrop } from '../uploads/useFileDrop.ts';
import { adoptUploaderStyles } from './uploaderStyles.ts';
import { useAnnouncer } from './useAnnouncer.ts';
import { useKeepFocus } from './useKeepFocus.ts';
import { UploaderWordsContext, useNewUploaderWords, useUploaderWords } from './useUploaderWords.ts';

export interface UploaderPanelProps extends UploadLimits {
  queue: UploadQueue;
  /** May the person upload at all? */
  allowed: boolean;
  /** Files that were dropped before it was there; each array is taken once. */
  incoming?: readonly PickedFile[] | undefined;
  /** False where uploads are shown elsewhere. */
  showUploads: boolean;
  onImport?: OnImport | undefined;
  importedIds?: Iterable<string> | undefined;
  /** Something was handed to the queue. */
  onUploaded?: (() => void) | undefined;
}

adoptUploaderStyles();

/** Files from being chosen to being uploaded, and what is under way. */
export function UploaderPanel({ allowed, ...props }: UploaderPanelProps): ReactElement {
  const words = useNewUploaderWords();
  const { cannotUploadTitle, cannotUploadText } = words.t;
  if (!allowed) return <StateView kind="forbidden" title={cannotUploadTitle} text={cannotUploadText} />;
  return (
    <UploaderWordsContext value={words}>
      <Panel {...props} />
    </UploaderWordsContext>
  );
}

function Panel(props: Omit<UploaderPanelProps, 'allowed'>): ReactElement {
  const { queue, incoming, showUploads, onImport, importedIds, onUploaded, ...limits } = props;
  const { accept, maxFileBytes, maxFiles } = limits;
  const { hub } = useKaltura();
  const { t } = useUploaderWords();
  const files = draftsOf(queue);
  const { drafts, refused } = useStore(files.store);
  const { items } = useStore(queue.store);
  const chooser = useRef<HTMLButtonElement>(null);
  const [said, say] = useState('');

  const root = useRef<HTMLElement>(null);
  useKeepFocus(root);
  useAnnouncer(root, items, say);
  const over = useFileDrop(root, (picked) => void files.add(picked, limits));
  const taken = useRef<readonly PickedFile[]>(null);
  useEffect(() => {
    if (!incoming || taken.current === incoming) return;
    taken.current = incoming;
    void files.add(incoming, { accept, maxFileBytes, maxFiles });
  }, [files, incoming, accept, maxFileBytes, maxFiles]);

  const counts = useRef({ drafts: 0, refused: 0 });
  useEffect(() => {
    const before = counts.current;
    counts.current = { drafts: drafts.length, refused: refused.length };
    const news = [
      ...(drafts.length > before.drafts ? [t.draftsLabel(drafts.length)] : []),
      ...(refused.length > before.refused ? [t.refusedTitle(refused.length)] : []),
    ];
    if (news.length > 0) say(`${news.join('. ')}.`);
  }, [drafts.length, refused.length, t]);

  const none = drafts.length === 0;
  const upload = async (): Promise<void> => {
    // Its button goes with the drafts.
    chooser.current?.focus();
    await files.upload();
    onUploaded?.();
  };
  return (
    <section ref={root} className="sk-uploader" tabIndex={-1} aria-label={t.uploaderLabel}>
      <p className="sk-hidden" role="status">
        {said}
      </p>
      <div className="sk-uploader-scroll">
        <DropZone
          {...limits}
          over={over}
          compact={!none || (showUploads && items.length > 0)}
          onFiles={(picked) => void files.add(picked, limits)}
          buttonRef={chooser}
        />
        <RefusedFiles refused={refused} limits={limits} onDismiss={files.dismissRefused} />
        {!none && (
          <ul className="sk-drafts" aria-label={t.draftsLabel(drafts.length)}>
            {drafts.map((draft) => (
              <DraftCard key={draft.id} draft={draft} drafts={files} />
            ))}
          </ul>
        )}
        {showUploads && items.length > 0 && (
          <div className="sk-uploads-card">
            <UploadList items={items} queue={queue} onImport={onImport} importedIds={importedIds} />
          </div>
        )}
      </div>
      {!none && (
        <div className="sk-uploader-foot">
          <p>{t.whoSees(hub.name)}</p>
          <Button variant="quiet" onClick={files.clear}>
            {t.discardDrafts}
          </Button>
          <Button variant="primary" icon="upload" onClick={() => void upload()}>
            {t.uploadDrafts(drafts.length)}
          </Button>
        </div>
      )}
    </section>
  );
}
