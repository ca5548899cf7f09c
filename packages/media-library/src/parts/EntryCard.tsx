'use client';
import { memo, type MemoExoticComponent, type ReactElement } from 'react';
import { useMessages } from '../messages/useMessages.ts';
import { LengthBadge, SphericalBadge, StatusBadge } from './EntryBadges.tsx';
import { entryName } from './entryWords.ts';
import type { LibraryEntry } from './LibraryEntry.ts';
import { Thumbnail } from './Thumbnail.tsx';

export interface EntryItemProps {
  entry: LibraryEntry;
  selected?: boolean;
  /** Already in the space. */
  imported?: boolean;
  /** False dims it: it can be looked at, not chosen. */
  selectable?: boolean;
  /** Position among the entries, from 0: the grid finds its cells by it. */
  index?: number;
  /** Column, from 1. */
  column?: number;
  /** 0 for the one cell that Tab reaches. */
  tabIndex?: 0 | -1;
}

/**
 * One cell of the grid. Its content is its name, the entry's name first though the picture stands above it.
 * It holds no handlers: the grid listens once for all of its cells.
 */
export const EntryCard: MemoExoticComponent<(props: EntryItemProps) => ReactElement> = memo(function EntryCard({
  entry,
  selected = false,
  imported = false,
  selectable = true,
  index,
  column,
  tabIndex = -1,
}: EntryItemProps): ReactElement {
  const { t } = useMessages();
  return (
    <div
      className="sk-card"
      role="gridcell"
      aria-selected={selectable ? selected : undefined}
      aria-disabled={selectable ? undefined : true}
      aria-colindex={column}
      tabIndex={tabIndex}
      data-index={index}
      data-status={entry.status}
    >
      <bdi className="sk-name">{entryName(entry, t)}</bdi>
      <Thumbnail entry={entry}>
        <StatusBadge entry={entry} imported={imported} />
        {entry.spherical && <SphericalBadge />}
        <LengthBadge entry={entry} />
      </Thumbnail>
      <EntryMeta entry={entry} />
    </div>
  );
});

/** Owner, date and plays, as far as they are known. */
function EntryMeta({ entry }: { entry: LibraryEntry }): ReactElement {
  const { t, format } = useMessages();
  const facts = [
    entry.createdAt !== null && format.date(entry.createdAt),
    entry.plays !== null && entry.plays > 0 && t.plays(entry.plays),
  ].filter((fact) => typeof fact === 'string');
  return (
    <span className="sk-meta">
      {entry.ownerName !== null && <bdi>{entry.ownerName}</bdi>}
      {entry.ownerName !== null && facts.length > 0 && ' · '}
      {facts.join(' · ')}
    </span>
  );
}
