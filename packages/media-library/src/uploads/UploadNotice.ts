import type { MediaReference } from '@spaces-kaltura/client';
import type { UploadItem } from '@spaces-kaltura/client/upload';

/**
 * What a host hears of uploads. From `uploadAttached` on there is an entry: it can be imported at once, and becomes playable
 * by itself. Plain data without secrets.
 */
export type UploadNotice =
  | {
      /** `uploadStarted` also when one goes on after a pause, a reload or a failure. */
      readonly type: 'uploadStarted' | 'uploadCancelled' | 'uploadFailed';
      readonly upload: UploadItem;
    }
  | {
      /** `uploadDashVerified` when it is known whether DASH streams it: `upload.dash`. */
      readonly type: 'uploadAttached' | 'uploadReady' | 'uploadDashVerified';
      readonly upload: UploadItem;
      readonly reference: MediaReference;
    };

export type OnUploadNotice = (notice: UploadNotice) => void;
