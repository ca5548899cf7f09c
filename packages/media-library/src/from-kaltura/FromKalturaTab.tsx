'use client';
import type { KalturaMediaEntry } from '@spaces-kaltura/client';
import { useEffect, useMemo, useRef, useState, type ReactNode, type RefObject } from 'react';
import { useImport, type OnImport } from '../hooks/useImport.ts';
import { lazy, useLazy } from '../hooks/useLazy.ts';
import { useLibrary } from '../hooks/useLibrary.ts';
import { useSelection } from '../hooks/useSelection.ts';
import { useMessages } from '../messages/useMessages.ts';
import { Button } from '../parts/Button.tsx';
import { everyMediaType, type LibraryMediaType } from '../parts/LibraryEntry.ts';
import { LibraryRoot } from '../parts/LibraryRoot.tsx';
import { LibraryToolbar } from '../parts/LibraryToolbar.tsx';
import { ResultCount } from '../parts/ResultCount.tsx';
import type { KalturaScope } from '../provider/KalturaScope.ts';
import { useKaltura } from '../provider/useKaltura.ts';
import type { UploadLimits } from '../uploads/UploadLimits.ts';
import { ImportBar } from './ImportBar.tsx';
import { LoadingResults } from './LoadingResults.tsx';
import { NothingView } from './NothingView.tsx';
import { ProblemView } from '../problems/ProblemView.tsx';

export interface FromKalturaTabProps {
  /** Receives what was chosen. While its promise is pending the tab is busy; when it rejects, the selection is kept. */
  onImport: OnImport;
  /** Ids of entries that the space already has; they are marked. */
  importedIds?: Iterable<string> | undefined;
  /** How many may be chosen at once; with 1 a new choice replaces the old one. */
  maxSelectable?: number | undefined;
  /** Kinds of media to offer; all of them without it. Keep the array's identity. */
  accept?: readonly LibraryMediaType[] | undefined;
  /** Loads the next page when the end comes into view; the button stays. */
  autoLoad?: boolean | undefined;
  /** Entries per page, up to Kaltura's 500. */
  pageSize?: number | undefined;
  /** Tells several tabs of one provider apart; those of the same name share filters and selection. */
  name?: string | undefined;
  /** What may be uploaded from here, besides `accept`; false for nothing. */
  upload?: Omit<UploadLimits, 'accept'> | boolean | undefined;
}

const noIds: readonly string[] = [];

/** The grid and its virtualiser, and what a drop is caught with: loaded beside the first request, for neither to wait for the other. */
const later = lazy(() => import('./laterPart.ts'));

/**
 * The hub's Kaltura library: search, filter, choose, import.
 *
 * @example
 * <FromKalturaTab onImport={(references) => space.add(references)} importedIds={space.entryIds} />
 */
export function FromKalturaTab({
  onImport,
  importedIds = noIds,
  maxSelectable = Infinity,
  accept = everyMediaType,
  autoLoad = false,
  pageSize = 60,
  name,
  upload = true,
}: FromKalturaTabProps): ReactNode {
  const { theme, scope } = useKaltura();
  const { t } = useMessages();
  const library = useLibrary({ name, accept, pageSize });
  const selection = useSelection({ name, maxSelectable });
  const importing = useImport(onImport);
  const imported = useMemo(() => new Set(importedIds), [importedIds]);
  const [opened, setOpened] = useState<{ scope: KalturaScope; entry: KalturaMediaEntry } | null>(null);
  const { loaded, ...grid } = useLazy(later);
  const Results = loaded?.LibraryResults ?? null;
  const nothing = library.status === 'empty' || library.status === 'noResult';
  const { problem, retrying, retry } = library.problem || nothing ? library : grid;
  const showOwner = library.canListAll && library.filters.scope === 'all';
  const { uploading, setUploading, opener } = useUploading(scope);
  const loading = library.status === 'loading' || (Results === null && !nothing);

  const importSelection = async (): Promise<void> => {
    if (await importing.importEntries([...selection.selection.values()])) selection.clear();
  };
  /** What was uploaded is to be seen, whatever was searched for before. */
  const showNewest = (): void => {
    library.changeFilters({ search: '', mediaType: 'any', spherical: false });
    library.changeFilters({ sort: 'recent' });
  };
  const activate = (entry: KalturaMediaEntry): void => {
    void (selection.selection.has(entry.id) ? importSelection() : importing.importEntries([entry]));
  };

  if (library.problem && !library.connected) {
    return (
      <LibraryRoot theme={theme} locale={t.language}>
        <ProblemView problem={library.problem} retrying={retrying} onRetry={retry} />
      </LibraryRoot>
    );
  }
  const uploads = loaded && upload !== false && (
    <loaded.TabUploads
      // One for each person, whether the library stands beside it or not: what was dropped on the library is for the uploader.
      key={scope.key.join()}
      limits={{ accept, ...(typeof upload === 'object' && upload) }}
      uploading={uploading}
      onUploadingChange={setUploading}
      onUploaded={showNewest}
      onImport={onImport}
      importedIds={importedIds}
    />
  );
  if (uploading) {
    return (
      <LibraryRoot theme={theme} locale={t.language}>
        {uploads}
        {!uploads && grid.problem && (
          <ProblemView problem={grid.problem} retrying={grid.retrying} onRetry={grid.retry} />
        )}
      </LibraryRoot>
    );
  }
  return (
    <LibraryRoot theme={theme} locale={t.language}>
      <LibraryToolbar
        filters={library.filters}
        onFiltersChange={library.changeFilters}
        layout={library.layout}
        onLayoutChange={library.setLayout}
        mediaTypes={accept}
        canChooseScope={library.canListAll}
        canFilterSpherical={accept.some((type) => type !== 'audio')}
        action={
          upload !== false && (
            <Button ref={opener} icon="upload" onClick={() => setUploading(true)}>
              {t.upload}
            </Button>
          )
        }
      >
        <ResultCount
          count={loading || problem || library.updating ? null : library.totalCount}
          upTo={!library.exactCount}
        />
      </LibraryToolbar>
      {problem ? (
        <ProblemView problem={problem} retrying={retrying} onRetry={retry} />
      ) : nothing ? (
        <NothingView library={library} />
      ) : loading || Results === null ? (
        <LoadingResults layout={library.layout} showOwner={showOwner} count={Math.min(pageSize, 24)} />
      ) : (
        <Results
          library={library}
          selection={selection}
          importedIds={imported}
          multiple={maxSelectable > 1}
          autoLoad={autoLoad}
          showOwner={showOwner}
          pageSize={pageSize}
          onActivate={activate}
          onOptions={(entry) => setOpened({ scope, entry })}
        />
      )}
      {loaded && (
        <loaded.EntryOptions entry={opened?.scope === scope ? opened.entry : null} onClose={() => setOpened(null)} />
      )}
      {uploads}
      <ImportBar
        selection={selection}
        importing={importing}
        max={maxSelectable}
        onImport={() => void importSelection()}
      />
    </LibraryRoot>
  );
}

interface Uploading {
  uploading: boolean;
  setUploading: (uploading: boolean) => void;
  /** The button that opens the uploader. */
  opener: RefObject<HTMLButtonElement | null>;
}

/** Is the uploader open in the library's place? When it closes, the button that opened it has the focus again. */
function useUploading(scope: KalturaScope): Uploading {
  // Kept with its person: whoever comes next begins in the library.
  const [openFor, setOpenFor] = useState<KalturaScope | null>(null);
  const uploading = openFor === scope;
  const opener = useRef<HTMLButtonElement>(null);
  const before = useRef(uploading);
  useEffect(() => {
    if (before.current && !uploading) opener.current?.focus();
    before.current = uploading;
  }, [uploading]);
  return { uploading, setUploading: (open) => setOpenFor(open ? scope : null), opener };
}
