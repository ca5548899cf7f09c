'use client';
import { memo, type MemoExoticComponent, type ReactElement } from 'react';
import { useMessages } from '../messages/useMessages.ts';
import { LengthBadge, SphericalBadge, StatusBadge } from './EntryBadges.tsx';
import { EntryName } from './EntryName.tsx';
import { Icon } from './Icon.tsx';
import type { LibraryEntry } from './LibraryEntry.ts';
import { OptionsButton } from './OptionsButton.tsx';
import { Thumbnail } from './Thumbnail.tsx';

export interface EntryItemProps {
  entry: LibraryEntry;
  selected?: boolean;
  /** Already in the space. */
  imported?: boolean;
  /** Worth it where several people's entries stand together. */
  showOwner?: boolean;
  /** False dims it: it can be looked at, not chosen. */
  selectable?: boolean;
  /** There is something that can be done with it besides choosing it. */
  options?: boolean;
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
  showOwner = true,
  selectable = true,
  options = false,
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
      <EntryMeta entry={entry} imported={imported} showOwner={showOwner} />
      {options && <OptionsButton />}
    </div>
  );
});

type EntryMetaProps = Required<Pick<EntryItemProps, 'entry' | 'imported' | 'showOwner'>>;

/** One line of facts, as far as they are known. Whole ones: what a narrow card has no room for is only spoken. */
function EntryMeta({ entry, imported, showOwner }: EntryMetaProps): ReactElement {
  const { t, format } = useMessages();
  const { createdAt, plays } = entry;
  const owner = showOwner ? entry.ownerName : null;
  const date = createdAt === null ? '' : format.date(createdAt);
  return (
    <span className="sk-meta">
      {imported && (
        <span className="sk-imported">
          <Icon name="check" />
          {t.imported}
        </span>
      )}
      {imported && date && '· '}
      {date}
      {date && owner && ' ·'}
      {owner && <bdi>{owner}</bdi>}
      {plays !== null && plays > 0 && (
        <span>
          · <bdi>{t.plays(plays)}</bdi>
        </span>
      )}
    </span>
  );
}
