'use client';
import type { ReactNode } from 'react';
import type { UseLibrary } from '../hooks/useLibrary.ts';
import { useMessages } from '../messages/useMessages.ts';
import { Button } from '../parts/Button.tsx';
import { shorten } from '../parts/shorten.ts';
import { StateView } from '../parts/StateView.tsx';

export interface NothingViewProps {
  library: Pick<UseLibrary, 'status' | 'filters' | 'settledSearch' | 'searchable' | 'clearFilters'>;
}

/** An empty account, or filters that leave nothing: with a hint why, and the way back. */
export function NothingView({ library }: NothingViewProps): ReactNode {
  const { t } = useMessages();
  if (library.status === 'empty') return <StateView kind="empty" title={t.emptyTitle} text={t.emptyText} />;
  const { settledSearch, filters } = library;
  return (
    <StateView
      kind="noResult"
      title={settledSearch === '' ? t.noResultTitle : t.noResultFor(shorten(settledSearch))}
      text={library.searchable ? (filters.spherical ? t.noResultSphericalText : t.noResultText) : t.noResultSignsText}
      action={<Button onClick={library.clearFilters}>{t.clearFilters}</Button>}
    />
  );
}
