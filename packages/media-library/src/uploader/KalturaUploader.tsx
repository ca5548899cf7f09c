'use client';
import type { ReactElement } from 'react';
import type { OnImport } from '../hooks/useImport.ts';
import { useMessages } from '../messages/useMessages.ts';
import { LibraryRoot } from '../parts/LibraryRoot.tsx';
import { useKaltura } from '../provider/useKaltura.ts';
import { UploaderView } from '../uploads/UploaderView.tsx';
import type { UploadLimits } from '../uploads/UploadLimits.ts';

export interface KalturaUploaderProps extends UploadLimits {
  /** Receives an uploaded entry that somebody wants in the space; without it there is no such button. */
  onImport?: OnImport | undefined;
  /** Ids of entries that the space already has; they are marked. */
  importedIds?: Iterable<string> | undefined;
  /** False where an `UploadTray` shows what is under way. */
  showUploads?: boolean | undefined;
}

/**
 * Uploads files into the hub's Kaltura account: choose, drop or paste them, say what they are, and watch them arrive. Uploads
 * go on when it unmounts.
 *
 * @example
 * <KalturaUploader accept={['video']} maxFileBytes={10e9} onImport={(references) => space.add(references)} />
 */
export function KalturaUploader(props: KalturaUploaderProps): ReactElement {
  const { theme } = useKaltura();
  const { t } = useMessages();
  return (
    <LibraryRoot theme={theme} locale={t.language}>
      <UploaderView {...props} />
    </LibraryRoot>
  );
}
