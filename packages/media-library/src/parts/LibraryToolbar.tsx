'use client';
import type { ReactElement, ReactNode } from 'react';
import { useMessages } from '../messages/useMessages.ts';
import { Icon } from './Icon.tsx';
import { everyMediaType, type LibraryMediaType } from './LibraryEntry.ts';
import type { LibraryFilters, LibraryLayout, LibrarySort } from './LibraryFilters.ts';
import { SearchField } from './SearchField.tsx';
import { SegmentedControl } from './SegmentedControl.tsx';
import { SelectField } from './SelectField.tsx';

export interface LibraryToolbarProps {
  filters: LibraryFilters;
  /** One gesture changes one thing: the patch holds only what changed. */
  onFiltersChange: (patch: Partial<LibraryFilters>) => void;
  layout: LibraryLayout;
  onLayoutChange: (layout: LibraryLayout) => void;
  /** Offered types; with only one of them there is nothing to choose. */
  mediaTypes?: readonly LibraryMediaType[];
  /** Offered orders, `relevance` only while searching. */
  sorts?: readonly LibrarySort[];
  /** False where the session lists only one's own entries, or sounds alone are accepted. */
  canChooseScope?: boolean;
  canFilterSpherical?: boolean;
  /** A button beside search and view, as for uploading. */
  action?: ReactNode;
  /** The result count. */
  children?: ReactNode;
}

const plainSorts: readonly LibrarySort[] = ['recent', 'name', 'plays', 'duration'];
const searchSorts: readonly LibrarySort[] = ['relevance', ...plainSorts];

/** Stands before the grid, so that Tab reaches search and filters without passing the entries. */
export function LibraryToolbar({
  filters,
  onFiltersChange,
  layout,
  onLayoutChange,
  mediaTypes = everyMediaType,
  sorts = filters.search.trim() === '' ? plainSorts : searchSorts,
  canChooseScope = true,
  canFilterSpherical = true,
  action,
  children,
}: LibraryToolbarProps): ReactElement {
  const { t } = useMessages();
  const typeLabels = { any: t.typeAll, video: t.typeVideo, image: t.typeImage, audio: t.typeAudio };
  const sortLabels: Record<LibrarySort, string> = {
    relevance: t.sortRelevance,
    recent: t.sortRecent,
    name: t.sortName,
    plays: t.sortPlays,
    duration: t.sortDuration,
  };
  return (
    <div className="sk-toolbar" role="group" aria-label={t.toolbarLabel}>
      <SearchField value={filters.search} onChange={(search) => onFiltersChange({ search })} />
      <SegmentedControl
        label={t.viewLabel}
        value={layout}
        segments={[
          { value: 'grid', label: t.viewGrid, icon: 'grid' },
          { value: 'list', label: t.viewList, icon: 'list' },
        ]}
        onChange={onLayoutChange}
      />
      {action}
      <div className="sk-filters">
        {mediaTypes.length > 1 && (
          <SelectField
            label={t.typeLabel}
            value={filters.mediaType}
            options={(['any', ...mediaTypes] as const).map((value) => ({ value, label: typeLabels[value] }))}
            onChange={(mediaType) => onFiltersChange({ mediaType })}
          />
        )}
        {canFilterSpherical && (
          <button
            type="button"
            className="sk-button sk-toggle"
            aria-pressed={filters.spherical}
            onClick={() => onFiltersChange({ spherical: !filters.spherical })}
          >
            <Icon name="sphere" />
            <bdi>{t.sphericalOnly}</bdi>
          </button>
        )}
        {canChooseScope && (
          <SegmentedControl
            label={t.scopeLabel}
            value={filters.scope}
            segments={[
              { value: 'all', label: t.scopeAll },
              { value: 'mine', label: t.scopeMine },
            ]}
            onChange={(scope) => onFiltersChange({ scope })}
          />
        )}
        <SelectField
          label={t.sortLabel}
          value={filters.sort}
          options={sorts.map((value) => ({ value, label: sortLabels[value] }))}
          onChange={(sort) => onFiltersChange({ sort })}
        />
      </div>
      {children}
    </div>
  );
}
