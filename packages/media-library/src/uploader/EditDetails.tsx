'use client';
import type { UploadItem, UploadQueue } from '@spaces-kaltura/client/upload';
import { useEffect, useRef, useState, type ReactElement } from 'react';
import { Button } from '../parts/Button.tsx';
import { DescriptionFields, NameField } from './DetailsFields.tsx';
import { toTags, type DraftDetails } from './Draft.ts';
import { useUploaderWords } from './useUploaderWords.ts';

/** Changes what is said of an upload, as long as there is no entry of it. */
export function EditDetails({ item, queue }: { item: UploadItem; queue: UploadQueue }): ReactElement {
  const { t } = useUploaderWords();
  const [details, setDetails] = useState<DraftDetails | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const open = details !== null;
  useEffect(() => {
    if (open) form.current?.querySelector('input')?.focus();
  }, [open]);
  if (details === null) {
    const { name, description, tags } = item.metadata;
    return <Button onClick={() => setDetails({ name, description, tags: tags.join(', ') })}>{t.editDetails}</Button>;
  }
  return (
    <form
      ref={form}
      className="sk-edit"
      onSubmit={(event) => {
        event.preventDefault();
        const { name, description, tags } = details;
        queue.edit(item.id, { name: name.trim() || item.metadata.name, description, tags: toTags(tags) });
        setDetails(null);
      }}
    >
      <NameField details={details} onChange={setDetails} />
      <DescriptionFields details={details} onChange={setDetails} />
      <Button type="submit">{t.saveDetails}</Button>
    </form>
  );
}
