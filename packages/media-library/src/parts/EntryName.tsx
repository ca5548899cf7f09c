'use client';
import type { ReactElement } from 'react';
import { useMessages } from '../messages/useMessages.ts';
import { entryName } from './entryWords.ts';
import type { LibraryEntry } from './LibraryEntry.ts';

/** More than two lines hold; the rest of a name of ten thousand letters serves nobody. */
const longestName = 300;

/** At most two lines in sight, the whole name under the pointer. Text, whatever it looks like. */
export function EntryName({ entry }: { entry: LibraryEntry }): ReactElement {
  const { t } = useMessages();
  const name = entryName(entry, t).slice(0, longestName);
  return (
    <bdi className="sk-name" title={name}>
      {name}
    </bdi>
  );
}
