import { createEntryFollower, type EntryNews, type FollowerOptions } from './createEntryFollower.ts';
import type { UploadItems } from './createUploadItems.ts';
import type { RunningUpload } from './RunningUpload.ts';
import type { UploadItem } from './UploadItem.ts';
import type { UploadNews } from './UploadQueue.ts';
import type { UploadEvent } from './uploadReducer.ts';

export interface FollowEntriesOptions extends Omit<FollowerOptions, 'onNews'> {
  items: UploadItems;
  uploads: ReadonlyMap<string, RunningUpload>;
  onNews: (news: UploadNews) => void;
}

/** Uploads that have become entries: what Kaltura makes of them until DASH is verified, or until they failed. */
export interface FollowedEntries {
  /** Follows its entry, if there is still something to come of it. */
  follow(item: UploadItem): void;
  stop(): void;
}

export function followEntries({ items, uploads, onNews, ...options }: FollowEntriesOptions): FollowedEntries {
  const follower = createEntryFollower({ ...options, onNews: heed });

  function heed(news: EntryNews): void {
    for (const before of items.all().filter(({ entryId }) => entryId === news.entryId)) {
      const { id } = before;
      items.dispatch(id, toEvent(news, before));
      if (news.type === 'failed' || news.dash !== 'pending') void uploads.get(id)?.forget();
      const item = items.get(id);
      if (item?.status === 'failed') onNews({ type: 'uploadFailed', item });
      else if (item && before.status === 'converting' && news.type === 'ready')
        onNews({ type: 'uploadReady', item, entry: news.entry });
    }
  }

  return {
    follow({ entryId, status, dash }) {
      if (items.store.getState().suspended || entryId === null) return;
      if (status === 'converting' || (status === 'ready' && dash === 'pending')) follower.follow(entryId);
    },
    stop: () => follower.stop(),
  };
}

function toEvent(news: EntryNews, { status }: UploadItem): UploadEvent {
  // What was ready once and is gone now did not fail to arrive.
  if (news.type === 'failed') return status === 'ready' ? { type: 'dashVerified', dash: 'unavailable' } : news;
  const { dash, obstacle } = news;
  return { type: status === 'converting' ? 'entryReady' : 'dashVerified', dash, obstacle };
}
