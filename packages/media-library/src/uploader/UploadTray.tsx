'use client';
import type { ReactElement } from 'react';
import type { OnImport } from '../hooks/useImport.ts';
import { useMessages } from '../messages/useMessages.ts';
import { LibraryRoot } from '../parts/LibraryRoot.tsx';
import { useKaltura } from '../provider/useKaltura.ts';
import { TrayView } from '../uploads/TrayView.tsx';

export interface UploadTrayProps {
  /** Receives an uploaded entry that somebody wants in the space; without it there is no such button. */
  onImport?: OnImport | undefined;
  /** Ids of entries that the space already has; they are marked. */
  importedIds?: Iterable<string> | undefined;
  /** `floating` lies in a corner of the window, `inline` where it stands. */
  placement?: 'floating' | 'inline' | undefined;
  /** Shows each upload from the beginning rather than all in one line. */
  defaultOpen?: boolean | undefined;
}

/**
 * The person's uploads, wherever they were begun: how far they are, what they wait for, what came of them. Shows nothing while
 * there are none. It can stand anywhere below the provider, and outlives the dialog in which a file was chosen.
 *
 * @example
 * <UploadTray onImport={(references) => space.add(references)} />
 */
export function UploadTray({
  onImport,
  importedIds,
  placement = 'floating',
  defaultOpen = true,
}: UploadTrayProps): ReactElement {
  const { theme } = useKaltura();
  const { t } = useMessages();
  return (
    <LibraryRoot theme={theme} locale={t.language} layout={placement === 'floating' ? 'floating' : 'tray'}>
      <TrayView initiallyOpen={defaultOpen} onImport={onImport} importedIds={importedIds} />
    </LibraryRoot>
  );
}
