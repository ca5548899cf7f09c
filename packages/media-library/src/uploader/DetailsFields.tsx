'use client';
import { useId, type ReactElement } from 'react';
import type { DraftDetails } from './Draft.ts';
import { useUploaderWords } from './useUploaderWords.ts';

export interface DetailsFieldsProps {
  details: DraftDetails;
  onChange: (details: DraftDetails) => void;
}

/** Kaltura's column for a name; a description is a text without such an end, and this one is long enough. */
const maxLength = { name: 255, description: 4000, tags: 1000 } as const;

/** The name of a new entry. */
export function NameField({ details, onChange }: DetailsFieldsProps): ReactElement {
  const { t } = useUploaderWords();
  return (
    <label className="sk-field">
      <span>{t.nameLabel}</span>
      <input
        type="text"
        dir="auto"
        maxLength={maxLength.name}
        value={details.name}
        onChange={({ target }) => onChange({ ...details, name: target.value })}
      />
    </label>
  );
}

/** What else a person may say of it. */
export function DescriptionFields({ details, onChange }: DetailsFieldsProps): ReactElement {
  const { t } = useUploaderWords();
  const hintId = useId();
  return (
    <>
      <label className="sk-field">
        <span>{t.descriptionLabel}</span>
        <textarea
          dir="auto"
          rows={2}
          maxLength={maxLength.description}
          value={details.description}
          onChange={({ target }) => onChange({ ...details, description: target.value })}
        />
      </label>
      <div className="sk-field">
        <label htmlFor={`${hintId}-input`}>{t.tagsLabel}</label>
        <input
          id={`${hintId}-input`}
          type="text"
          dir="auto"
          maxLength={maxLength.tags}
          aria-describedby={hintId}
          value={details.tags}
          onChange={({ target }) => onChange({ ...details, tags: target.value })}
        />
        <small id={hintId}>{t.tagsHint}</small>
      </div>
    </>
  );
}
