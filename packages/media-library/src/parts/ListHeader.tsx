'use client';
import type { ReactElement } from 'react';
import { useMessages } from '../messages/useMessages.ts';

/** The names of the list's columns; it stays in sight. A column that is left out keeps its number. */
export function ListHeader({ showOwner, options }: { showOwner: boolean; options: boolean }): ReactElement {
  const { t } = useMessages();
  const columns = [
    ['name', t.columnName],
    ['type', t.columnType],
    ['duration', t.columnDuration],
    ['owner', t.columnOwner],
    ['plays', t.columnPlays],
    ['added', t.columnAdded],
    ['options', t.columnOptions],
  ] as const;
  return (
    <div className="sk-list-row sk-list-header" role="row" aria-rowindex={1}>
      {columns.map(
        ([column, label], index) =>
          (showOwner || column !== 'owner') &&
          (options || column !== 'options') && (
            <span key={column} role="columnheader" aria-colindex={index + 1} data-column={column}>
              {column === 'options' ? <span className="sk-hidden">{label}</span> : label}
            </span>
          ),
      )}
    </div>
  );
}

/** How many columns the list has. */
export const listColumnCount = 7;
