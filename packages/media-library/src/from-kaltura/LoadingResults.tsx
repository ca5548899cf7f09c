'use client';
import type { ReactNode } from 'react';
import { useMessages } from '../messages/useMessages.ts';
import type { LibraryLayout } from '../parts/LibraryFilters.ts';
import { ListHeader } from '../parts/ListHeader.tsx';
import { SkeletonEntry } from '../parts/SkeletonEntry.tsx';

export interface LoadingResultsProps {
  layout: LibraryLayout;
  showOwner: boolean;
  /** How many places to hold; what does not fit is cut off. */
  count: number;
}

/**
 * The places of the first page, in the boxes of `EntryGrid`, so that nothing moves when it takes over. Needs no
 * measuring and no virtualiser: it is what a server renders, and what is seen before the grid itself has been loaded.
 */
export function LoadingResults({ layout, showOwner, count }: LoadingResultsProps): ReactNode {
  const { t } = useMessages();
  const places = Array.from({ length: count }, (_, index) => <SkeletonEntry key={index} layout={layout} />);
  return (
    <div className="sk-viewport" data-layout={layout} data-status="loading" data-owner={showOwner} data-options>
      <div
        className="sk-grid"
        role="grid"
        tabIndex={-1}
        aria-label={t.libraryLabel}
        aria-rowcount={-1}
        aria-busy="true"
      >
        {layout === 'list' && <ListHeader showOwner={showOwner} options />}
        <div role="rowgroup">
          {layout === 'list' ? (
            places
          ) : (
            <div className="sk-row" role="row" aria-hidden="true">
              {places}
            </div>
          )}
        </div>
      </div>
    </div>
  );
}
