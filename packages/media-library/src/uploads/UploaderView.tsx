'use client';
import type { ReactElement } from 'react';
import { useKalturaSession } from '../hooks/useKalturaSession.ts';
import { useLazy } from '../hooks/useLazy.ts';
import { ProblemView } from '../problems/ProblemView.tsx';
import { uploaderPart } from './uploaderPart.ts';
import { useSharedUploads } from './useSharedUploads.ts';
import type { UploaderPanelProps } from '../uploader/UploaderPanel.tsx';

export type UploaderViewProps = Omit<UploaderPanelProps, 'queue' | 'allowed' | 'showUploads'> & {
  showUploads?: boolean | undefined;
};

/** The uploader as soon as it is loaded and there is a session, or why there is none. */
export function UploaderView({ showUploads = true, ...props }: UploaderViewProps): ReactElement {
  const { session, ...connection } = useKalturaSession();
  const { loaded, ...code } = useLazy(uploaderPart);
  const { queue, ...uploads } = useSharedUploads();
  const troubles = [{ retrying: false, ...connection }, code, uploads].filter(({ problem }) => problem !== null);
  const [trouble] = troubles;
  if (trouble?.problem) {
    const retry = (): void => troubles.forEach((one) => one.retry());
    return <ProblemView problem={trouble.problem} retrying={trouble.retrying} onRetry={retry} />;
  }
  if (!loaded || !queue || !session) return <div className="sk-uploader-loading" aria-busy="true" />;
  return <loaded.UploaderPanel {...props} queue={queue} allowed={session.canUpload} showUploads={showUploads} />;
}
