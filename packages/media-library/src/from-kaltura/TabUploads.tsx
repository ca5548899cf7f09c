'use client';
import { useEffect, useRef, useState, type ReactElement } from 'react';
import type { OnImport } from '../hooks/useImport.ts';
import { useMessages } from '../messages/useMessages.ts';
import { Button } from '../parts/Button.tsx';
import { Icon } from '../parts/Icon.tsx';
import type { PickedFile } from '../uploads/PickedFile.ts';
import { TrayView } from '../uploads/TrayView.tsx';
import { UploaderView } from '../uploads/UploaderView.tsx';
import type { UploadLimits } from '../uploads/UploadLimits.ts';
import { useFileDrop } from '../uploads/useFileDrop.ts';

import { adoptTabUploadsStyles } from './tabUploadsStyles.ts';

adoptTabUploadsStyles();

export interface TabUploadsProps {
  limits: UploadLimits;
  /** The uploader stands where the library stood. */
  uploading: boolean;
  onUploadingChange: (uploading: boolean) => void;
  /** Something was handed to the queue. */
  onUploaded: () => void;
  onImport: OnImport;
  importedIds: Iterable<string>;
}

/** Uploading inside the tab: what is dropped anywhere on it, the uploader, and what is under way. */
export function TabUploads(props: TabUploadsProps): ReactElement {
  const { limits, uploading, onUploadingChange, onUploaded, onImport, importedIds } = props;
  const { t } = useMessages();
  const root = useRef<HTMLDivElement>(null);
  const [dropped, setDropped] = useState<readonly PickedFile[]>(nothing);
  const over = useFileDrop(root, (files) => {
    setDropped(files);
    onUploadingChange(true);
  });
  const close = (): void => {
    // The next time the uploader opens, it opens with nothing.
    setDropped(nothing);
    onUploadingChange(false);
  };
  const uploaded = (): void => {
    onUploaded();
    close();
  };
  return (
    <div ref={root} className="sk-tab-uploads" data-status={uploading ? 'uploading' : 'library'}>
      {uploading && (
        <>
          <BackButton onClick={close} />
          <UploaderView {...limits} incoming={dropped} showUploads={false} onUploaded={uploaded} />
        </>
      )}
      <TrayView initiallyOpen={false} onImport={onImport} importedIds={importedIds} />
      {over && !uploading && (
        <div className="sk-drop-over">
          <p>
            <Icon name="upload" />
            {t.dropToUpload}
          </p>
        </div>
      )}
    </div>
  );
}

const nothing: readonly PickedFile[] = [];

/** The button that was pressed has gone with the library; the one that leads back takes its focus. */
function BackButton({ onClick }: { onClick: () => void }): ReactElement {
  const { t } = useMessages();
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);
  return (
    <div className="sk-back">
      <Button ref={button} variant="quiet" icon="back" onClick={onClick}>
        {t.backToLibrary}
      </Button>
    </div>
  );
}
