'use client';
import { hasUploadRecords } from '@spaces-kaltura/client/unfinished';
import { useEffect, useState, type ReactElement } from 'react';
import { useStore } from 'zustand/react';
import { useLazy } from '../hooks/useLazy.ts';
import { useKaltura } from '../provider/useKaltura.ts';
import { uploaderPart } from './uploaderPart.ts';
import { useSharedUploads } from './useSharedUploads.ts';
import type { TrayPanelProps } from '../uploader/TrayPanel.tsx';

export type TrayViewProps = Omit<TrayPanelProps, 'queue' | 'say'>;

/** The tray as soon as there is something in it. What is said aloud has its place from the beginning: screen readers want it so. */
export function TrayView(props: TrayViewProps): ReactElement {
  const { scope } = useKaltura();
  const unfinished = useUnfinished();
  const { queue, items } = useSharedUploads({ open: unfinished });
  const { loaded } = useLazy(uploaderPart, items.length > 0);
  const [said, say] = useState('');
  return (
    <>
      <p className="sk-hidden" role="status">
        {said}
      </p>
      {loaded && queue && items.length > 0 && (
        <loaded.TrayPanel key={scope.key.join()} {...props} queue={queue} say={say} />
      )}
    </>
  );
}

/** Is something unfinished from before a reload? Nothing else makes a page load what uploads. */
function useUnfinished(): boolean {
  const { scope } = useKaltura();
  const [, hubId, userId] = scope.key;
  const { queue } = useStore(scope.uploads.store);
  const [found, setFound] = useState<typeof scope | null>(null);
  useEffect(() => {
    if (queue !== null) return;
    let current = true;
    void hasUploadRecords({ hubId, userId }).then((some) => current && some && setFound(scope));
    return () => {
      current = false;
    };
  }, [queue, hubId, userId, scope]);
  return found === scope;
}
