'use client';
import { Fragment, memo, type MemoExoticComponent, type ReactElement, type ReactNode } from 'react';
import { useMessages } from '../messages/useMessages.ts';
import { LengthBadge, SphericalBadge, StatusBadge } from './EntryBadges.tsx';
import { EntryName } from './EntryName.tsx';
import { Icon } from './Icon.tsx';
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
      <EntryName entry={entry} />
      <Thumbnail entry={entry}>
        <StatusBadge entry={entry} />
        {entry.spherical && <SphericalBadge />}
        <LengthBadge entry={entry} />
      </Thumbnail>
      <EntryMeta entry={entry} imported={imported} />
    </div>
  );
});

/** Whether it is in the space, date, owner and plays, as far as they are known: the front survives a narrow card. */
function EntryMeta({ entry, imported }: { entry: LibraryEntry; imported: boolean }): ReactElement {
  const { t, format } = useMessages();
  const { createdAt, ownerName, plays } = entry;
  const facts: [key: string, fact: ReactNode][] = [];
  if (imported) facts.push(['imported', <ImportedMark key="imported" />]);
  if (createdAt !== null) facts.push(['date', format.date(createdAt)]);
  if (ownerName !== null) facts.push(['owner', <bdi key="owner">{ownerName}</bdi>]);
  if (plays !== null && plays > 0) facts.push(['plays', t.plays(plays)]);
  return (
    <span className="sk-meta">
      {facts.map(([key, fact], index) => (
        <Fragment key={key}>
          {index > 0 && ' · '}
          {fact}
        </Fragment>
      ))}
    </span>
  );
}

function ImportedMark(): ReactElement {
  const { t } = useMessages();
  return (
    <span className="sk-imported">
      <Icon name="check" />
      {t.imported}
    </span>
  );
}
