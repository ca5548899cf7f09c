import type { UploadQueue } from '@spaces-kaltura/client/upload';
import { createDrafts, type Drafts } from './createDrafts.ts';

/** Drafts live as long as their person's queue: an uploader that is closed and opened again still has them. */
const known = new WeakMap<UploadQueue, Drafts>();

export function draftsOf(queue: UploadQueue): Drafts {
  const drafts = known.get(queue) ?? createDrafts(queue);
  known.set(queue, drafts);
  return drafts;
}
