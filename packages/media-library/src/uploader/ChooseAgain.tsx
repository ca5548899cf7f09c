'use client';
import { acceptedEndings, type UploadItem, type UploadQueue } from '@spaces-kaltura/client/upload';
import { useRef, useState, type ReactElement } from 'react';
import { Button } from '../parts/Button.tsx';
import { FileInput } from './FileInput.tsx';
import { handToWaiting } from './handToWaiting.ts';
import { useUploaderWords } from './useUploaderWords.ts';

export interface ChooseAgainProps {
  /** Those that wait for their files. */
  items: readonly UploadItem[];
  queue: UploadQueue;
}

/** After a reload files are chosen again, several at once; others are refused. */
export function ChooseAgain({ items, queue }: ChooseAgainProps): ReactElement {
  const { t, format } = useUploaderWords();
  const input = useRef<HTMLInputElement>(null);
  const [strangers, setStrangers] = useState<readonly string[]>([]);
  const only = items.length === 1 ? items[0] : undefined;
  const label = only ? t.chooseAgain : t.chooseAllAgain(items.length);

  const choose = async (files: readonly File[]): Promise<void> => {
    const unknown: string[] = [];
    for (const file of files) {
      const among = items.map(({ id }) => id);
      if (!(await handToWaiting(queue, { file, handle: null }, among))) unknown.push(file.name);
    }
    setStrangers(unknown);
  };
  return (
    <>
      <Button onClick={() => input.current?.click()}>{label}</Button>
      <FileInput
        ref={input}
        label={label}
        multiple={!only}
        accept={acceptedEndings([...new Set(items.map(({ mediaType }) => mediaType))])}
        onFiles={(files) => void choose(files)}
      />
      {strangers.length > 0 && (
        <p className="sk-upload-problem" role="alert">
          {only ? t.otherFile(only.fileName) : t.otherFiles(format.either(strangers))}
        </p>
      )}
    </>
  );
}
