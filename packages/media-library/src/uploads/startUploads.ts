import type { FetchRequest, KalturaClient } from '@spaces-kaltura/client';
import { createUploadQueue, postFormByFetch, type UploadQueue, type UploadScope } from '@spaces-kaltura/client/upload';

export interface UploadsStart {
  client: KalturaClient;
  owner: UploadScope;
  /** Null: bytes go by XHR. */
  fetch: FetchRequest | null;
}

export const startUploads = ({ client, owner, fetch }: UploadsStart): UploadQueue =>
  createUploadQueue({ client, scope: owner, ...(fetch && { post: postFormByFetch({ fetch }) }) });
