'use client';
import { useCallback, useEffect, useRef, useState, type ReactElement } from 'react';
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
  const add = useCallback(
    async (picked: readonly PickedFile[]): Promise<void> => {
      const before = files.store.getState();
      await files.add(picked, { accept, maxFileBytes, maxFiles });
      const now = files.store.getState();
      // Once for all of them: one after the other, the last would be all that is heard.
      const news = [
        ...(now.drafts.length > before.drafts.length ? [t.draftsLabel(now.drafts.length)] : []),
        ...(now.refused.length > before.refused.length ? [t.refusedTitle(now.refused.length)] : []),
      ];
      if (news.length > 0) say(`${news.join('. ')}.`);
    },
    [files, t, accept, maxFileBytes, maxFiles],
  );
  const over = useFileDrop(root, (picked) => void add(picked));
  const taken = useRef<readonly PickedFile[]>(null);
  useEffect(() => {
    if (!incoming || taken.current === incoming) return;
    taken.current = incoming;
    void add(incoming);
  }, [add, incoming]);

  const none = drafts.length === 0;
  const upload = async (): Promise<void> => {
    // Its button goes with the drafts.
    chooser.current?.focus();
    await files.upload(limits);
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
          onFiles={(picked) => void add(picked)}
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
