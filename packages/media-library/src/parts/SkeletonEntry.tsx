'use client';
import type { ReactElement } from 'react';
import type { LibraryLayout } from './LibraryFilters.ts';

/** The room an entry will take, in the same boxes: nothing moves when it arrives. */
export function SkeletonEntry({ layout }: { layout: LibraryLayout }): ReactElement {
  if (layout === 'grid') {
    return (
      <div className="sk-card" aria-hidden="true" data-status="loading">
        <span className="sk-thumbnail" />
        <span className="sk-name" />
        <span className="sk-meta" />
      </div>
    );
  }
  return (
    <div className="sk-list-row" aria-hidden="true" data-status="loading">
      <span className="sk-list-name">
        <span className="sk-thumbnail" />
        <span className="sk-name" />
      </span>
    </div>
  );
}
