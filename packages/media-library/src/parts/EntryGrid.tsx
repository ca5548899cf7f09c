'use client';
import { useCallback, useId, useLayoutEffect, useRef, type ReactElement, type ReactNode } from 'react';
import { useMessages } from '../messages/useMessages.ts';
import { EntryCard, type EntryItemProps } from './EntryCard.tsx';
import { EntryRow } from './EntryRow.tsx';
import type { LibraryEntry } from './LibraryEntry.ts';
import type { LibraryLayout } from './LibraryFilters.ts';
import { ListHeader, listColumnCount } from './ListHeader.tsx';
import type { SelectionChange } from './Selection.ts';
import { SkeletonEntry } from './SkeletonEntry.tsx';
import { useGridGestures } from './useGridGestures.ts';
import { useGridMetrics } from './useGridMetrics.ts';
import { useRovingEntry } from './useRovingEntry.ts';
import { VirtualRows } from './VirtualRows.tsx';

export interface EntryGridProps {
  /** What is loaded, in order. */
  entries: readonly LibraryEntry[];
  /** How many the whole query has on the server; null while unknown. Screen readers hear it from the start. */
  totalCount: number | null;
  layout?: LibraryLayout;
  /** Placeholders after the entries, for a page that is on its way. */
  pending?: number;
  /** The entries are about to be replaced by others. */
  updating?: boolean;
  selectedIds: ReadonlySet<string>;
  importedIds?: ReadonlySet<string>;
  /** False where all entries are one's own. */
  showOwner?: boolean;
  /** Several at once: ranges with Shift, all with Ctrl+A. */
  multiple?: boolean;
  /** What can be looked at but not chosen; give it a stable identity. */
  isSelectable?: (entry: LibraryEntry) => boolean;
  /** `select` may hold entries that are selected already. */
  onSelect: (change: SelectionChange) => void;
  /** Enter and double click. */
  onActivate: (entry: LibraryEntry) => void;
  /** F2 and the button in the cell; without it there is no such button. */
  onOptions?: ((entry: LibraryEntry) => void) | undefined;
  /** With which entries `onOptions` can do something; give it a stable identity. */
  hasOptions?: (entry: LibraryEntry) => boolean;
  /** Another value is another result: the view goes back to its beginning. */
  resultKey?: string;
  /** What follows the entries and scrolls with them: "Load more". */
  children?: ReactNode;
}

/** Without a layout to measure (a closed tab, a test without one) this many are built. */
const unmeasuredCount = 60;
const noIds: ReadonlySet<string> = new Set();
const always = (): boolean => true;

/** The entries as an accessible, virtualised grid, or as a list with the same keys (APG grid pattern). */
export function EntryGrid({
  entries,
  totalCount,
  layout = 'grid',
  pending = 0,
  updating = false,
  selectedIds,
  importedIds = noIds,
  showOwner = true,
  multiple = true,
  isSelectable = always,
  onSelect,
  onActivate,
  onOptions,
  hasOptions = always,
  resultKey = '',
  children,
}: EntryGridProps): ReactElement {
  const { t } = useMessages();
  const viewport = useRef<HTMLDivElement>(null);
  const grid = useRef<HTMLDivElement>(null);
  const helpId = useId();
  const [metrics, sampleRef] = useGridMetrics();
  const columns = metrics?.columns ?? 1;
  const { active, focus, onFocus, onBlur } = useRovingEntry(grid, entries);
  const pageRows = useCallback(() => {
    if (!metrics || !viewport.current) return 1;
    return Math.max(1, Math.floor(viewport.current.clientHeight / (metrics.rowHeight + metrics.gap)));
  }, [metrics]);
  const gestures = useGridGestures({
    entries,
    active,
    columns,
    pageRows,
    multiple,
    selectedIds,
    isSelectable,
    focus,
    onSelect,
    onActivate,
    onOptions: (entry) => hasOptions(entry) && onOptions?.(entry),
  });

  const shownResult = useRef(resultKey);
  useLayoutEffect(() => {
    if (shownResult.current !== resultKey && viewport.current) viewport.current.scrollTop = 0;
    shownResult.current = resultKey;
  }, [resultKey]);

  const itemProps = (index: number): EntryItemProps | null => {
    const entry = entries[index];
    return entry
      ? {
          entry,
          index,
          selected: selectedIds.has(entry.id),
          imported: importedIds.has(entry.id),
          showOwner,
          selectable: isSelectable(entry),
          ...(onOptions && { options: hasOptions(entry) }),
          tabIndex: index === active ? 0 : -1,
        }
      : null;
  };

  const count = entries.length + pending;
  const renderRow = (row: number, width = columns): ReactNode => {
    if (layout === 'list') {
      const item = itemProps(row);
      return item ? <EntryRow key={item.entry.id} {...item} /> : <SkeletonEntry key={row} layout="list" />;
    }
    const first = row * width;
    const indexes = Array.from({ length: Math.min(width, count - first) }, (_, step) => first + step);
    return (
      <div className="sk-row" role="row" aria-rowindex={row + 1} aria-hidden={first >= entries.length || undefined}>
        {indexes.map((index) => {
          const item = itemProps(index);
          return item ? (
            <EntryCard key={item.entry.id} {...item} column={index - first + 1} />
          ) : (
            <SkeletonEntry key={index} layout="grid" />
          );
        })}
      </div>
    );
  };

  const known = totalCount === null ? null : Math.max(totalCount, entries.length);
  const header = layout === 'list' ? 1 : 0;
  const unmeasured = Math.min(count, unmeasuredCount);

  return (
    <div
      className="sk-viewport"
      ref={viewport}
      data-layout={layout}
      data-owner={showOwner}
      data-options={onOptions !== undefined}
      data-status={entries.length === 0 ? 'loading' : updating ? 'updating' : 'shown'}
    >
      <p id={helpId} hidden>
        {t.libraryHelp}
      </p>
      <div
        ref={grid}
        className="sk-grid"
        role="grid"
        tabIndex={-1}
        aria-label={t.libraryLabel}
        aria-describedby={helpId}
        aria-multiselectable={multiple}
        aria-rowcount={known === null ? -1 : Math.ceil(known / columns) + header}
        aria-colcount={layout === 'list' ? listColumnCount : columns}
        aria-busy={pending > 0 || updating}
        onFocus={onFocus}
        onBlur={onBlur}
        onKeyDown={gestures.onKeyDown}
        onClick={gestures.onClick}
        onDoubleClick={gestures.onDoubleClick}
      >
        {layout === 'list' && <ListHeader showOwner={showOwner} options={onOptions !== undefined} />}
        {metrics && (
          <VirtualRows
            key={layout}
            viewport={viewport}
            metrics={metrics}
            rowCount={Math.ceil(count / columns)}
            keptRow={Math.floor(active / columns)}
            renderRow={renderRow}
          />
        )}
        {metrics === null && (
          <div role="rowgroup">
            {layout === 'grid'
              ? renderRow(0, unmeasured)
              : Array.from({ length: unmeasured }, (_, index) => renderRow(index))}
          </div>
        )}
      </div>
      <div key={layout} className="sk-row sk-sample" ref={sampleRef} aria-hidden="true">
        <SkeletonEntry layout={layout} />
      </div>
      {children}
    </div>
  );
}
