'use client';
import { isSettled, type UploadItem, type UploadQueue } from '@spaces-kaltura/client/upload';
import type { ReactElement } from 'react';
import type { OnImport } from '../hooks/useImport.ts';
import { Button } from '../parts/Button.tsx';
import { ContinueAll } from './ContinueAll.tsx';
import { ForgetfulNote } from './ForgetfulNote.tsx';
import { UploadRow } from './UploadRow.tsx';
import { useUploadImport } from './useUploadImport.ts';
import { useUploaderWords } from './useUploaderWords.ts';

export interface UploadListProps {
  items: readonly UploadItem[];
  queue: UploadQueue;
  onImport?: OnImport | undefined;
  importedIds?: Iterable<string> | undefined;
}

const noIds: readonly string[] = [];

/** All uploads, the oldest first. */
export function UploadList({ items, queue, onImport, importedIds = noIds }: UploadListProps): ReactElement {
  const { t } = useUploaderWords();
  const { importUpload, importingId, failed, done } = useUploadImport(onImport);
  const inSpace = new Set([...importedIds, ...done]);
  const finished = items.filter((item) => isSettled(item) && item.status !== 'failed');
  return (
    <>
      <ForgetfulNote items={items} />
      <ContinueAll items={items} queue={queue} />
      <ul className="sk-uploads" aria-label={t.uploadsLabel}>
        {items.map((item) => (
          <UploadRow
            key={item.id}
            item={item}
            queue={queue}
            onImport={onImport && importUpload}
            importing={importingId === item.id}
            imported={item.entryId !== null && inSpace.has(item.entryId)}
          />
        ))}
      </ul>
      {(finished.length > 0 || failed) && (
        <div className="sk-uploads-foot">
          <p role="status" data-tone="danger">
            {failed && t.importFailed}
          </p>
          {finished.length > 0 && (
            <Button variant="quiet" onClick={() => queue.forget(finished.map(({ id }) => id))}>
              {t.clearFinished}
            </Button>
          )}
        </div>
      )}
    </>
  );
}
