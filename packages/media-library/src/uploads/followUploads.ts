import { KalturaApiError, type KalturaMediaEntry } from '@spaces-kaltura/client';
import type { UploadItem, UploadQueue } from '@spaces-kaltura/client/upload';
import { forgetKnown, keepKnown } from '../queries/knownEntries.ts';
import { guardLeaving } from './guardLeaving.ts';
import type { UploadPresence } from './SharedUploads.ts';
import type { UploadNotice } from './UploadNotice.ts';
import { uploadReference } from './uploadReference.ts';

/**
 * Tells one provider what happens in the queue: its library gets the entries, its host the news, both in the order in which
 * they happened to each upload. While something is being sent, the page is not left without a question. Answers how to stop.
 */
export function followUploads(queue: UploadQueue, presence: UploadPresence): () => void {
  const { client, session, onUploadNotice } = presence;
  const seen = new Map<string, UploadItem>();
  const telling = new Map<string, Promise<void>>();
  const { signal, abort } = stopper();

  function look(items: readonly UploadItem[], first = false): void {
    for (const item of items) {
      const before = seen.get(item.id);
      if (before === item) continue;
      seen.set(item.id, item);
      const news = first || before === undefined ? [] : newsOf(before, item);
      const entryChanged = item.entryId !== null && before?.status !== item.status;
      if (news.length === 0 && !entryChanged) continue;
      const earlier = telling.get(item.id) ?? Promise.resolve();
      telling.set(
        item.id,
        earlier.then(() => tell(item, news, entryChanged)).catch(() => {}),
      );
    }
  }

  async function tell(item: UploadItem, news: readonly UploadNotice['type'][], entryChanged: boolean): Promise<void> {
    const entry = entryChanged && item.entryId !== null ? await showEntry(item.entryId) : null;
    for (const type of news) {
      const notice = await toNotice(type, item, entry);
      if (signal.aborted) return;
      // What a host's callback throws is the host's, and holds nothing up here.
      queueMicrotask(() => onUploadNotice(notice));
    }
  }

  /** Brings the entry into the library at once: Kaltura's lists learn of it only up to a minute later. */
  async function showEntry(entryId: string): Promise<KalturaMediaEntry | null> {
    try {
      const entry = await client.media.get(entryId, { signal });
      keepKnown(presence, entry);
      return entry;
    } catch (error) {
      if (error instanceof KalturaApiError && error.code === 'ENTRY_ID_NOT_FOUND') forgetKnown(presence, entryId);
      return null;
    }
  }

  async function toNotice(
    type: UploadNotice['type'],
    upload: UploadItem,
    entry: KalturaMediaEntry | null,
  ): Promise<UploadNotice> {
    if (type === 'uploadStarted' || type === 'uploadCancelled' || type === 'uploadFailed') return { type, upload };
    return { type, upload, reference: uploadReference(upload, entry, await session.get({ signal })) };
  }

  look(queue.store.getState().items, true);
  const stopGuarding = guardLeaving(queue);
  const unsubscribe = queue.store.subscribe(({ items }) => look(items));
  return () => {
    unsubscribe();
    stopGuarding();
    abort();
  };
}

/** What one step of an upload is worth telling. */
function newsOf(before: UploadItem, { status, dash }: UploadItem): UploadNotice['type'][] {
  const known = dash !== 'pending' && dash !== null;
  if (before.status === status)
    return status === 'ready' && known && before.dash !== dash ? ['uploadDashVerified'] : [];
  switch (status) {
    case 'detecting':
      return ['uploadStarted'];
    case 'converting':
      return ['uploadAttached'];
    case 'ready':
      return known ? ['uploadReady', 'uploadDashVerified'] : ['uploadReady'];
    case 'failed':
      return ['uploadFailed'];
    case 'cancelled':
      return ['uploadCancelled'];
    default:
      return [];
  }
}

function stopper(): { signal: AbortSignal; abort: () => void } {
  const controller = new AbortController();
  return {
    signal: controller.signal,
    abort: () => controller.abort(new DOMException('The provider has gone', 'AbortError')),
  };
}
