export { FromKalturaTab } from './from-kaltura/FromKalturaTab.tsx';
export { KalturaProvider } from './provider/KalturaProvider.tsx';
export { KalturaUploader } from './uploader/KalturaUploader.tsx';
export { UploadTray } from './uploader/UploadTray.tsx';

export { useImport } from './hooks/useImport.ts';
export { useKalturaSession } from './hooks/useKalturaSession.ts';
export { useLibrary } from './hooks/useLibrary.ts';
export { useSelection } from './hooks/useSelection.ts';
export { useUploads } from './hooks/useUploads.ts';
export { useMessages } from './messages/useMessages.ts';
export { useProblemMessage } from './messages/useProblemMessage.ts';

export { noPreferences } from './preferences/Preferences.ts';
export { HostTokenError, MediaReferenceError, parseMediaReference, resolvePlayback } from '@spaces-kaltura/client';

export type { FromKalturaTabProps } from './from-kaltura/FromKalturaTab.tsx';
export type { OnImport, UseImport } from './hooks/useImport.ts';
export type { UseKalturaSession } from './hooks/useKalturaSession.ts';
export type { UseLibrary, UseLibraryOptions } from './hooks/useLibrary.ts';
export type { UseSelection, UseSelectionOptions } from './hooks/useSelection.ts';
export type { UseUploads, UseUploadsOptions } from './hooks/useUploads.ts';
export type { Formats, PluralForms } from './messages/Formats.ts';
export type { MessageOverrides, Messages, ProblemMessage } from './messages/Messages.ts';
export type { LocalProblemCode, ProblemCode } from './messages/ProblemCode.ts';
export type { MessagesValue } from './messages/useMessages.ts';
export type { LibraryEntry, LibraryEntryStatus, LibraryMediaType } from './parts/LibraryEntry.ts';
export type { LibraryFilters, LibraryLayout, LibraryScope, LibrarySort } from './parts/LibraryFilters.ts';
export type { LibraryTheme } from './parts/LibraryRoot.tsx';
export type { Preferences } from './preferences/Preferences.ts';
export type { Problem } from './problems/Problem.ts';
export type { KalturaProviderProps } from './provider/KalturaProvider.tsx';
export type { Hub } from './provider/KalturaScope.ts';
export type { KalturaSessionInfo } from './queries/sessionQuery.ts';
export type { Selection, SelectionEdit } from './stores/selection.ts';
export type { KalturaUploaderProps } from './uploader/KalturaUploader.tsx';
export type { UploadTrayProps } from './uploader/UploadTray.tsx';
export type { UploadLimits } from './uploads/UploadLimits.ts';
export type { OnUploadNotice, UploadNotice } from './uploads/UploadNotice.ts';
export type {
  DashState,
  UploadItem,
  UploadMetadata,
  UploadProblem,
  UploadProblemCode,
  UploadProjection,
  UploadQueue,
  UploadStatus,
  WaitingFor,
} from '@spaces-kaltura/client/upload';
export type { MediaReference, PlaybackResult, PlaybackSources, UnplayableReason } from '@spaces-kaltura/client';
