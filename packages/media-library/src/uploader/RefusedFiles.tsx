'use client';
import type { ReactElement } from 'react';
import { Icon } from '../parts/Icon.tsx';
import type { RefusedFile } from './Draft.ts';
import { IconButton } from './IconButton.tsx';
import type { UploadLimits } from '../uploads/UploadLimits.ts';
import { useUploaderWords, type UploaderWords } from './useUploaderWords.ts';

export interface RefusedFilesProps {
  refused: readonly RefusedFile[];
  limits: UploadLimits;
  onDismiss: (id: string) => void;
}

/** Files that were not taken, each with its reason and what to do about it. */
export function RefusedFiles({ refused, limits, onDismiss }: RefusedFilesProps): ReactElement | null {
  const words = useUploaderWords();
  if (refused.length === 0) return null;
  return (
    <section className="sk-refused" aria-label={words.t.refusedTitle(refused.length)}>
      <ul>
        {refused.map((file) => (
          <li key={file.id}>
            <Icon name="warning" />
            <p>
              <strong>
                <bdi>{file.fileName}</bdi>
              </strong>{' '}
              {reason(file, limits, words)}
            </p>
            <IconButton icon="close" label={words.t.dismissRefusal(file.fileName)} onClick={() => onDismiss(file.id)} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function reason({ refusal, size }: RefusedFile, limits: UploadLimits, { t, format }: UploaderWords): string {
  if (refusal === 'too_large' && limits.maxFileBytes !== undefined) {
    return t.refusedSize(format.bytes(size), format.bytes(limits.maxFileBytes));
  }
  if (refusal === 'too_many' && limits.maxFiles !== undefined) return t.refusedCount(limits.maxFiles);
  return t.refusals[refusal];
}
