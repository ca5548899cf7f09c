'use client';
import type { KalturaMediaEntry } from '@spaces-kaltura/client';
import { useMemo, type ReactNode } from 'react';
import type { UseLibrary } from '../hooks/useLibrary.ts';
import type { UseSelection } from '../hooks/useSelection.ts';
import { useMessages } from '../messages/useMessages.ts';
import { EntryGrid } from '../parts/EntryGrid.tsx';
import type { LibraryEntry } from '../parts/LibraryEntry.ts';
import { LoadMore } from '../parts/LoadMore.tsx';
import { toLibraryEntry } from '../queries/toLibraryEntry.ts';
import { useAutoLoad } from './useAutoLoad.ts';

export interface LibraryResultsProps {
  library: UseLibrary;
  selection: UseSelection;
  importedIds: ReadonlySet<string>;
  multiple: boolean;
  /** Loads the next page when the end comes into view; the button stays. */
  autoLoad: boolean;
  /** False where all entries are one's own. */
  showOwner: boolean;
  pageSize: number;
  onActivate: (entry: KalturaMediaEntry) => void;
  onOptions: (entry: KalturaMediaEntry) => void;
}

/** The grid or list of what is loaded, and the way to more. */
export function LibraryResults(props: LibraryResultsProps): ReactNode {
  const { library, selection, importedIds, multiple, autoLoad, showOwner, pageSize, onActivate, onOptions } = props;
  const { t } = useMessages();
  const { more, loadMore, totalCount, filters, updating } = library;
  const entries = useMemo(() => library.entries.map(toLibraryEntry), [library.entries]);
  const known = useMemo(() => new Map(library.entries.map((entry) => [entry.id, entry])), [library.entries]);
  const selectedIds = useMemo(() => new Set(selection.selection.keys()), [selection.selection]);
  const end = useAutoLoad<HTMLDivElement>(autoLoad && more === 'idle' && !updating && entries.length > 0, loadMore);

  const toKaltura = ({ id }: LibraryEntry): KalturaMediaEntry[] => {
    const entry = known.get(id);
    return entry ? [entry] : [];
  };
  return (
    <EntryGrid
      entries={entries}
      totalCount={totalCount}
      layout={library.layout}
      pending={pendingCount(library, entries.length, pageSize)}
      updating={updating}
      selectedIds={selectedIds}
      importedIds={importedIds}
      showOwner={showOwner}
      multiple={multiple}
      isSelectable={isImportable}
      onSelect={({ select, deselect }) =>
        selection.edit({ select: select.flatMap(toKaltura), deselect: deselect.map((entry) => entry.id) })
      }
      onActivate={(entry) => toKaltura(entry).forEach(onActivate)}
      onOptions={(entry) => toKaltura(entry).forEach(onOptions)}
      hasOptions={hasOptions}
      resultKey={JSON.stringify(filters)}
    >
      {entries.length > 0 && !updating && (
        <div ref={end}>
          <LoadMore shown={entries.length} total={totalCount} status={more} onLoadMore={loadMore} />
          {library.truncated && <p role="note">{t.truncated(entries.length)}</p>}
        </div>
      )}
    </EntryGrid>
  );
}

/** An entry that Kaltura is still processing becomes playable by itself; one that failed never does. */
export const isImportable = ({ status }: Pick<LibraryEntry, 'status'>): boolean =>
  status === 'ready' || status === 'processing' || status === 'uploading';

/** Sounds have no direction. Whether somebody may change an entry, Kaltura says when they try. */
const hasOptions = (entry: LibraryEntry): boolean => entry.mediaType !== 'audio' && isImportable(entry);

function pendingCount({ more, totalCount }: UseLibrary, shown: number, pageSize: number): number {
  if (more !== 'loading') return 0;
  return totalCount === null ? pageSize : Math.min(pageSize, Math.max(0, totalCount - shown));
}
