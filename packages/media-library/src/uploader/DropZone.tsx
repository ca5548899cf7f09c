'use client';
import { acceptedEndings } from '@spaces-kaltura/client/upload';
import { useId, useRef, type ReactElement, type Ref } from 'react';
import { Button } from '../parts/Button.tsx';
import { Icon } from '../parts/Icon.tsx';
import { everyMediaType, type LibraryMediaType } from '../parts/LibraryEntry.ts';
import type { PickedFile } from '../uploads/PickedFile.ts';
import type { UploadLimits } from '../uploads/UploadLimits.ts';
import { FileInput } from './FileInput.tsx';
import { useUploaderWords } from './useUploaderWords.ts';

export interface DropZoneProps extends UploadLimits {
  /** Files are above the place where they can be dropped. */
  over: boolean;
  /** Where files are shown already, it makes itself small. */
  compact: boolean;
  onFiles: (files: readonly PickedFile[]) => void;
  buttonRef: Ref<HTMLButtonElement>;
}

/** From the start to the end; the middle one lies on top. */
const cards: readonly LibraryMediaType[] = ['image', 'video', 'audio'];

/**
 * Where files come in. What can be dropped here can be chosen with the button, which is how keyboards and screen readers get
 * here; dropping and pasting are heard by whatever stands around it.
 */
export function DropZone({ over, compact, onFiles, buttonRef, ...limits }: DropZoneProps): ReactElement {
  const { t, format } = useUploaderWords();
  const input = useRef<HTMLInputElement>(null);
  const titleId = useId();
  const { accept: kinds = everyMediaType } = limits;
  const bounds = [
    ...(limits.maxFileBytes === undefined ? [] : [t.limitSize(format.bytes(limits.maxFileBytes))]),
    ...(limits.maxFiles === undefined ? [] : [t.limitCount(limits.maxFiles)]),
  ];
  return (
    <div className="sk-drop" role="group" aria-labelledby={titleId} data-drop-target={over} data-compact={compact}>
      <span className="sk-drop-art" aria-hidden="true">
        {cards
          .filter((kind) => kinds.includes(kind))
          .map((kind) => (
            <span key={kind} className="sk-drop-card" data-media={kind}>
              <Icon name={kind} />
            </span>
          ))}
      </span>
      <div className="sk-drop-words">
        <p id={titleId} className="sk-drop-title">
          {over ? t.dropHere : t.dropTitle(format.either(kinds.map((kind) => t.kinds[kind])))}
        </p>
        <p>{kinds.some((kind) => kind !== 'audio') ? `${t.dropText} ${t.dropSphere}` : t.dropText}</p>
        {bounds.length > 0 && <p>{bounds.join(' · ')}</p>}
      </div>
      <Button ref={buttonRef} variant={compact ? 'secondary' : 'primary'} onClick={() => input.current?.click()}>
        {t.chooseFiles}
      </Button>
      <FileInput
        ref={input}
        label={t.chooseFiles}
        accept={acceptedEndings(limits.accept)}
        multiple={limits.maxFiles !== 1}
        onFiles={(files) => onFiles(files.map((file) => ({ file, handle: null })))}
      />
    </div>
  );
}
