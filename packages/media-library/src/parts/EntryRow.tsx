'use client';
import { memo, type MemoExoticComponent, type ReactElement } from 'react';
import { useMessages } from '../messages/useMessages.ts';
import { ImportedBadge, SphericalBadge, StatusBadge } from './EntryBadges.tsx';
import type { EntryItemProps } from './EntryCard.tsx';
import { EntryName } from './EntryName.tsx';
import { mediaName } from './entryWords.ts';
import { OptionsButton } from './OptionsButton.tsx';
import { Thumbnail } from './Thumbnail.tsx';

/** One row of the list: the row itself takes the focus and the selection. */
export const EntryRow: MemoExoticComponent<(props: EntryItemProps) => ReactElement> = memo(function EntryRow({
  entry,
  selected = false,
  imported = false,
  showOwner = true,
  selectable = true,
  options,
  index = 0,
  tabIndex = -1,
}: EntryItemProps): ReactElement {
  const { t, format } = useMessages();
  const { durationMs, ownerName, plays, createdAt } = entry;
  return (
    <div
      className="sk-list-row"
      role="row"
      // The header is row 1.
      aria-rowindex={index + 2}
      aria-selected={selectable ? selected : undefined}
      aria-disabled={selectable ? undefined : true}
      tabIndex={tabIndex}
      data-index={index}
      data-status={entry.status}
    >
      <span className="sk-list-name" role="gridcell" aria-colindex={1}>
        <Thumbnail entry={entry} />
        <EntryName entry={entry} />
        {(entry.spherical || imported || entry.status !== 'ready') && (
          <span className="sk-list-badges">
            {entry.spherical && <SphericalBadge tone="accent" />}
            <StatusBadge entry={entry} />
            {imported && <ImportedBadge />}
          </span>
        )}
      </span>
      <span role="gridcell" aria-colindex={2} data-column="type">
        {mediaName(entry.mediaType, t)}
      </span>
      <span role="gridcell" aria-colindex={3} data-column="duration">
        {durationMs !== null && format.duration(durationMs)}
      </span>
      {showOwner && (
        <span role="gridcell" aria-colindex={4} data-column="owner">
          {ownerName !== null && <bdi>{ownerName}</bdi>}
        </span>
      )}
      <span role="gridcell" aria-colindex={5} data-column="plays">
        {plays !== null && format.number(plays)}
      </span>
      <span role="gridcell" aria-colindex={6} data-column="added">
        {createdAt !== null && format.date(createdAt)}
      </span>
      {options !== undefined && (
        <span role="gridcell" aria-colindex={7} data-column="options">
          {options && <OptionsButton />}
        </span>
      )}
    </div>
  );
});
