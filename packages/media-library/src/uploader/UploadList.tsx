'use client';
import { isSettled, type UploadItem, type UploadQueue } from '@spaces-kaltura/client/upload';
import { useState, type ReactElement } from 'react';
import { useImport, type OnImport } from '../hooks/useImport.ts';
import { Button } from '../parts/Button.tsx';
import { useKaltura } from '../provider/useKaltura.ts';
import { UploadRow } from './UploadRow.tsx';
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
  const { client } = useKaltura().scope;
  const [importingId, setImportingId] = useState<string | null>(null);
  const [done, setDone] = useState<ReadonlySet<string>>(new Set());
  const [failed, setFailed] = useState(false);
  const importing = useImport(onImport ?? (() => {}));
  const inSpace = new Set([...importedIds, ...done]);
  const finished = items.filter((item) => isSettled(item) && item.status !== 'failed');

  const importUpload = async ({ id, entryId }: UploadItem): Promise<void> => {
    if (entryId === null) return;
    setFailed(false);
    setImportingId(id);
    const worked = await client.media.get(entryId).then(
      (entry) => importing.importEntries([entry]),
      () => false,
    );
    setImportingId(null);
    if (worked) setDone((ids) => new Set([...ids, entryId]));
    else setFailed(true);
  };
  const forget = (ids: readonly string[]): void => queue.forget(ids);

  return (
    <>
      <ul className="sk-uploads" aria-label={t.uploadsLabel}>
        {items.map((item) => (
          <UploadRow
            key={item.id}
            item={item}
            queue={queue}
            onImport={onImport && ((one) => void importUpload(one))}
            importing={importingId === item.id}
            imported={item.entryId !== null && inSpace.has(item.entryId)}
            onForget={(id) => forget([id])}
          />
        ))}
      </ul>
      {(finished.length > 0 || failed) && (
        <div className="sk-uploads-foot">
          <p role="status" data-tone="danger">
            {failed && t.importFailed}
          </p>
          {finished.length > 0 && (
            <Button variant="quiet" onClick={() => forget(finished.map(({ id }) => id))}>
              {t.clearFinished}
            </Button>
          )}
        </div>
      )}
    </>
  );
}
