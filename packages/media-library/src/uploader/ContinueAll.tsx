'use client';
import type { UploadItem, UploadQueue } from '@spaces-kaltura/client/upload';
import type { ReactElement } from 'react';
import { Button } from '../parts/Button.tsx';
import { ChooseAgain } from './ChooseAgain.tsx';
import { useUploaderWords } from './useUploaderWords.ts';

export interface ContinueAllProps {
  items: readonly UploadItem[];
  queue: UploadQueue;
}

/** Several uploads wait for their files since a reload: goes on with all of them in one step. */
export function ContinueAll({ items, queue }: ContinueAllProps): ReactElement | null {
  const { t } = useUploaderWords();
  const waiting = items.filter(({ waitingFor }) => waitingFor === 'file');
  const known = waiting.filter(({ id }) => queue.handleOf(id) !== null);
  const unknown = waiting.filter((item) => !known.includes(item));
  const reopen = async (): Promise<void> => {
    // One after the other: the browser may ask, and one answer may be for all.
    for (const { id } of known) await queue.reopen(id);
  };
  if (known.length < 2 && unknown.length < 2) return null;
  return (
    <div className="sk-uploads-head">
      {known.length > 1 && <Button onClick={() => void reopen()}>{t.goOnWithAll(known.length)}</Button>}
      {unknown.length > 1 && <ChooseAgain items={unknown} queue={queue} />}
    </div>
  );
}
