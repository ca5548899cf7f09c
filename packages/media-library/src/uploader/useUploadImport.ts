'use client';
import type { UploadItem } from '@spaces-kaltura/client/upload';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useImport, type OnImport } from '../hooks/useImport.ts';
import { useKaltura } from '../provider/useKaltura.ts';

export interface UseUploadImport {
  /** Keeps its identity, so that a list of many is not drawn anew for each byte of one. */
  readonly importUpload: (item: UploadItem) => void;
  /** The upload that is being imported. */
  readonly importingId: string | null;
  /** The latest import did not work. */
  readonly failed: boolean;
  /** Entries that were imported from here. */
  readonly done: ReadonlySet<string>;
}

/** Hands entries of uploads to the host, one at a time, as Kaltura knows them at that moment. */
export function useUploadImport(onImport: OnImport = () => {}): UseUploadImport {
  const { client } = useKaltura().scope;
  const { importEntries } = useImport(onImport);
  const [importingId, setImportingId] = useState<string | null>(null);
  const [failed, setFailed] = useState(false);
  const [done, setDone] = useState<ReadonlySet<string>>(new Set());

  const latest = useRef<(item: UploadItem) => Promise<void>>(null);
  useEffect(() => {
    latest.current = async ({ id, entryId }) => {
      if (entryId === null) return;
      setFailed(false);
      setImportingId(id);
      const worked = await client.media.get(entryId).then(
        (entry) => importEntries([entry]),
        () => false,
      );
      setImportingId(null);
      if (worked) setDone((ids) => new Set([...ids, entryId]));
      else setFailed(true);
    };
  });
  const importUpload = useCallback((item: UploadItem): void => void latest.current?.(item), []);
  return { importUpload, importingId, failed, done };
}
