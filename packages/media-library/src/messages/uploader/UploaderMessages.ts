import type { FileRefusal, UploadMediaType, UploadProblemCode } from '@spaces-kaltura/client/upload';
import type { DashObstacle, StereoMode } from '@spaces-kaltura/client';
import type { ProjectionEvidence } from '@spaces-kaltura/client/projection';
import type { ProblemMessage } from '../Messages.ts';

/** Why a file was not taken; `folder` and `too_many` are the uploader's own. */
export type UploadRefusal = FileRefusal | 'folder' | 'too_many';

/** Every sentence about uploading. Sizes, speeds and times are given in words already (`6.2 GB`, `3 min`). */
export interface UploaderMessages {
  // Choosing files
  readonly uploaderLabel: string;
  readonly dropTitle: (kinds: string) => string;
  readonly kinds: Readonly<Record<UploadMediaType, string>>;
  readonly dropText: string;
  readonly dropSphere: string;
  readonly dropHere: string;
  readonly chooseFiles: string;
  readonly limitSize: (size: string) => string;
  readonly limitCount: (count: number) => string;
  readonly whoSees: (hub: string) => string;
  readonly cannotUploadTitle: string;
  readonly cannotUploadText: string;

  // Before uploading
  readonly draftsLabel: (count: number) => string;
  readonly uploadDrafts: (count: number) => string;
  readonly discardDrafts: string;
  readonly removeDraft: (name: string) => string;
  readonly nameLabel: string;
  readonly descriptionLabel: string;
  readonly tagsLabel: string;
  readonly tagsHint: string;
  readonly moreDetails: string;
  readonly saveDetails: string;
  readonly editDetails: string;
  readonly lookingAtFile: string;

  // 360°
  readonly projectionLabel: string;
  readonly projectionFlat: string;
  readonly projectionSphere: string;
  readonly layoutLabel: string;
  readonly layoutOptions: Readonly<Record<StereoMode, string>>;
  /** The same within a sentence. */
  readonly layouts: Readonly<Record<StereoMode, string>>;
  readonly sphereFound: (evidence: string, layout: string) => string;
  readonly sphereLikely: string;
  readonly sphereNotFound: string;
  readonly sphereByYou: string;
  readonly flatByYou: string;
  readonly sphereTag: string;
  readonly evidence: Readonly<Record<ProjectionEvidence, string>>;
  readonly questionTitle: string;
  readonly questionText: string;
  readonly questionYes: string;
  readonly questionNo: string;

  // Refused
  readonly refusedTitle: (count: number) => string;
  readonly refusedMore: (count: number) => string;
  readonly dismissRefused: string;
  readonly refusals: Readonly<Record<UploadRefusal, string>>;
  readonly refusedSize: (size: string, limit: string) => string;
  readonly refusedCount: (limit: number) => string;

  // The tray
  readonly trayLabel: string;
  readonly trayUploading: (count: number) => string;
  readonly trayPaused: (count: number) => string;
  readonly trayProcessing: (count: number) => string;
  readonly trayDone: (count: number) => string;
  readonly trayFailed: (count: number) => string;
  readonly trayCancelled: (count: number) => string;
  readonly trayAsks: (count: number) => string;
  readonly trayResume: (count: number) => string;
  readonly expand: string;
  readonly collapse: string;
  readonly clearFinished: string;
  readonly uploadsLabel: string;
  /** After the reason why there is no session. */
  readonly waitsForSession: string;
  readonly forgetful: string;
  readonly totalProgress: string;
  readonly progressOf: (name: string) => string;
  readonly bytesOf: (done: string, total: string) => string;
  readonly timeLeft: (time: string) => string;
  readonly almostThere: string;

  // One upload
  readonly queued: string;
  readonly paused: (percent: string) => string;
  readonly attaching: string;
  readonly converting: string;
  readonly readyImage: string;
  readonly readyChecking: string;
  readonly readyDash: string;
  readonly readyNoDash: Readonly<Record<DashObstacle, string>>;
  readonly cancelled: string;
  readonly waitsNetwork: string;
  readonly waitsSession: string;
  readonly waitsKaltura: string;
  readonly waitsTab: string;
  readonly waitsAnswer: string;
  /** `percent` is null where nothing of it has arrived. */
  readonly waitsFile: (fileName: string, percent: string | null) => string;
  readonly waitsResume: (percent: string | null) => string;
  readonly otherFile: (fileName: string) => string;
  readonly otherFiles: (fileNames: string) => string;
  readonly pause: (name: string) => string;
  readonly resume: (name: string) => string;
  readonly cancel: (name: string) => string;
  readonly retry: string;
  readonly forget: (name: string) => string;
  readonly chooseAgain: string;
  readonly chooseAllAgain: (count: number) => string;
  readonly goOn: string;
  readonly goOnWithAll: (count: number) => string;
  readonly importUpload: (name: string) => string;
  readonly importShort: string;
  readonly imported: string;
  readonly importFailed: string;
  readonly problems: Readonly<Record<UploadProblemCode, ProblemMessage>>;

  // Announced
  readonly announceStart: (name: string) => string;
  readonly announceProgress: (name: string, percent: string) => string;
  readonly announceTotal: (percent: string, count: number) => string;
  readonly announceDone: (name: string) => string;
  readonly announceReady: (name: string) => string;
  readonly announceFailed: (name: string, reason: string) => string;
}
