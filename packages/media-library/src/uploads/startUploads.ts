import { createKalturaClient, type FetchRequest, type SessionSource } from '@spaces-kaltura/client';
import {
  confirmSession,
  createUploadQueue,
  postFormByFetch,
  type UploadQueue,
  type UploadScope,
} from '@spaces-kaltura/client/upload';
import type { UploadPresence } from './SharedUploads.ts';

export interface UploadsStart {
  owner: UploadScope;
  /** The provider that came last, of those that are there. */
  latest: () => UploadPresence | undefined;
  /** Waits for one when nobody is there. */
  whoever: () => Promise<UploadPresence>;
}

/** The queue of a person, with the sessions and the `fetch` of whichever provider is there just now. */
export function startUploads({ owner, latest, whoever }: UploadsStart): UploadQueue {
  const session: SessionSource = {
    get: async (options) => (await whoever()).session.get(options),
    renew: async (stale, options) => (await whoever()).session.renew(stale, options),
    confirm: async (options) => confirmSession((await whoever()).session, options),
    clear: () => latest()?.session.clear(),
  };
  // Without a `fetch` of the provider's own, bytes go by XHR, which tells how far they are.
  const fetch: FetchRequest | null = latest()?.fetch
    ? async (request) => ((await whoever()).fetch ?? globalThis.fetch)(request)
    : null;
  const client = createKalturaClient({ session, fetch: fetch ?? undefined });
  return createUploadQueue({ client, scope: owner, ...(fetch && { post: postFormByFetch({ fetch }) }) });
}
