'use client';
import { useId, type ReactElement } from 'react';
import { Button } from '../parts/Button.tsx';
import { Icon } from '../parts/Icon.tsx';
import type { RefusedFile } from './Draft.ts';
import type { UploadLimits } from '../uploads/UploadLimits.ts';
import { useUploaderWords, type UploaderWords } from './useUploaderWords.ts';

export interface RefusedFilesProps {
  refused: readonly RefusedFile[];
  limits: UploadLimits;
  onDismiss: () => void;
}

/** More of them would push what was taken out of sight; one alone is not worth a click. */
const SHOWN = 3;

/** Files that were not taken, each with its reason and what to do about it. */
export function RefusedFiles({ refused, limits, onDismiss }: RefusedFilesProps): ReactElement | null {
  const { t } = useUploaderWords();
  const titleId = useId();
  if (refused.length === 0) return null;
  const shown = refused.length > SHOWN + 1 ? SHOWN : refused.length;
  return (
    <section className="sk-refused" aria-labelledby={titleId}>
      <header>
        <Icon name="warning" />
        <p id={titleId}>{t.refusedTitle(refused.length)}</p>
        <Button variant="quiet" onClick={onDismiss}>
          {t.dismissRefused}
        </Button>
      </header>
      <Reasons refused={refused.slice(0, shown)} limits={limits} />
      {shown < refused.length && (
        <details className="sk-more">
          <summary>{t.refusedMore(refused.length - shown)}</summary>
          <Reasons refused={refused.slice(shown)} limits={limits} />
        </details>
      )}
    </section>
  );
}

function Reasons({ refused, limits }: Pick<RefusedFilesProps, 'refused' | 'limits'>): ReactElement {
  const words = useUploaderWords();
  return (
    <ul>
      {refused.map((file) => (
        <li key={file.id}>
          <p>
            <strong>
              <bdi>{file.fileName}</bdi>
            </strong>{' '}
            {reason(file, limits, words)}
          </p>
        </li>
      ))}
    </ul>
  );
}

function reason({ refusal, size }: RefusedFile, limits: UploadLimits, { t, format }: UploaderWords): string {
  if (refusal === 'too_large' && limits.maxFileBytes !== undefined) {
    return t.refusedSize(format.bytes(size), format.bytes(limits.maxFileBytes));
  }
  if (refusal === 'too_many' && limits.maxFiles !== undefined) return t.refusedCount(limits.maxFiles);
  return t.refusals[refusal];
}
