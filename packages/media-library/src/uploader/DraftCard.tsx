'use client';
import { memo, type MemoExoticComponent, type ReactElement } from 'react';
import type { Drafts } from './createDrafts.ts';
import { DescriptionFields, NameField } from './DetailsFields.tsx';
import type { Draft } from './Draft.ts';
import { DraftPicture } from './DraftPicture.tsx';
import { IconButton } from './IconButton.tsx';
import { ProjectionField } from './ProjectionField.tsx';
import { useUploaderWords } from './useUploaderWords.ts';

export interface DraftCardProps {
  draft: Draft;
  drafts: Pick<Drafts, 'change' | 'remove'>;
}

/** One file before it is uploaded: what it will be called, and whether it is 360°. */
export const DraftCard: MemoExoticComponent<(props: DraftCardProps) => ReactElement> = memo(function DraftCard({
  draft,
  drafts,
}: DraftCardProps): ReactElement {
  const { t, format } = useUploaderWords();
  const { id, file, mediaType, details, detection, choice } = draft;
  const changeDetails = (now: Draft['details']): void => drafts.change(id, { details: now });
  return (
    <li className="sk-draft" data-media={mediaType}>
      <DraftPicture file={file} mediaType={mediaType} />
      <p className="sk-draft-file">
        <bdi>{file.name}</bdi> · {format.bytes(file.size)}
      </p>
      <div className="sk-draft-body">
        <NameField details={details} onChange={changeDetails} />
        {mediaType !== 'audio' && (
          <ProjectionField
            detection={detection}
            choice={choice}
            onChoose={(now) => drafts.change(id, { choice: now })}
          />
        )}
        <details className="sk-more">
          <summary>{t.moreDetails}</summary>
          <DescriptionFields details={details} onChange={changeDetails} />
        </details>
      </div>
      <IconButton icon="close" label={t.removeDraft(file.name)} onClick={() => drafts.remove(id)} />
    </li>
  );
});
