import type { Clock } from '../api/Clock.ts';
import { protocolOf, type KalturaClient } from '../createKalturaClient.ts';
import { ExchangeError, KalturaApiError, KalturaClientError } from '../errors.ts';
import { getPlaybackContext, type KalturaPlaybackContext } from '../services/baseEntryRequests.ts';
import { KalturaEntryStatus, KalturaMediaType, type KalturaMediaEntry } from '../services/KalturaMediaEntry.ts';
import { mediaGet } from '../services/mediaRequests.ts';
import type { DashState, UploadProblem, UploadProblemCode } from './UploadItem.ts';

const FIRST_PAUSE_MS = 2000;
const MAX_PAUSE_MS = 15_000;
/** Before asking again when the hub has no connection any more. */
const SESSIONLESS_PAUSE_MS = 300_000;

/** Is anybody looking at this page? */
export interface PageVisibility {
  isVisible(): boolean;
  onChange(listener: () => void): () => void;
}

export const browserVisibility: PageVisibility = {
  isVisible: () => typeof document === 'undefined' || document.visibilityState !== 'hidden',
  onChange(listener) {
    if (typeof document === 'undefined') return () => {};
    document.addEventListener('visibilitychange', listener);
    return () => document.removeEventListener('visibilitychange', listener);
  },
};

/** News of a followed entry. After `ready` with `dash` other than `pending`, and after `failed`, there are no more. */
export type EntryNews =
  | { entryId: string; type: 'ready'; dash: DashState; entry: KalturaMediaEntry }
  | { entryId: string; type: 'failed'; problem: UploadProblem };

export interface EntryFollower {
  follow(entryId: string): void;
  /** Forgets all entries. */
  stop(): void;
}

export interface FollowerOptions {
  client: KalturaClient;
  clock: Clock;
  visibility: PageVisibility;
  onNews: (news: EntryNews) => void;
}

/**
 * Follows entries while Kaltura converts them: one multirequest for all of them, with growing pauses, none while nobody
 * looks. Tells when an entry is READY, whether DASH streams it once every flavor is done, or why it will never be.
 */
export function createEntryFollower({ client, clock, visibility, onNews }: FollowerOptions): EntryFollower {
  const pending = new Set<string>();
  let running: AbortController | null = null;
  let pause = FIRST_PAUSE_MS;

  async function run(signal: AbortSignal): Promise<void> {
    while (pending.size > 0) {
      await clock.sleep(pause, signal);
      await whenVisible(visibility, signal);
      pause = Math.min(MAX_PAUSE_MS, pause * 1.5);
      try {
        await look([...pending], signal);
      } catch (error) {
        signal.throwIfAborted();
        // Passing: the next round asks again, much later where only a person can help.
        if (!(error instanceof KalturaClientError)) throw error;
        if (error instanceof ExchangeError && !error.retriable) pause = SESSIONLESS_PAUSE_MS;
      }
    }
  }

  async function look(entryIds: readonly string[], signal: AbortSignal): Promise<void> {
    const { serviceUrl } = await client.session.get({ signal });
    const results = await client.multirequest(
      entryIds.flatMap((entryId) => [mediaGet(entryId), getPlaybackContext(entryId, protocolOf(serviceUrl))]),
      { signal },
    );
    for (const [index, entryId] of entryIds.entries()) {
      const entry = results[2 * index];
      const context = results[2 * index + 1];
      const news =
        entry?.ok === true
          ? newsOf(entry.value as KalturaMediaEntry, context?.ok ? (context.value as KalturaPlaybackContext) : null)
          : gone(entryId, entry?.error);
      if (news === null) continue;
      if (news.type === 'failed' || news.dash !== 'pending') pending.delete(entryId);
      onNews(news);
    }
  }

  return {
    follow(entryId) {
      pending.add(entryId);
      pause = FIRST_PAUSE_MS;
      if (running !== null) return;
      const controller = new AbortController();
      running = controller;
      run(controller.signal)
        .catch(() => {})
        .finally(() => {
          if (running === controller) running = null;
        });
    },
    stop() {
      pending.clear();
      running?.abort(new DOMException('Nobody follows any more', 'AbortError'));
      running = null;
    },
  };
}

function newsOf(entry: KalturaMediaEntry, context: KalturaPlaybackContext | null): EntryNews | null {
  const entryId = entry.id;
  switch (entry.status) {
    case KalturaEntryStatus.READY:
      return { entryId, type: 'ready', entry, dash: dashOf(entry, context) };
    case KalturaEntryStatus.ERROR_CONVERTING:
      return failed(entryId, 'conversion_failed');
    case KalturaEntryStatus.ERROR_IMPORTING:
      return failed(entryId, 'import_failed');
    case KalturaEntryStatus.MODERATE:
      return failed(entryId, 'awaits_moderation');
    case KalturaEntryStatus.BLOCKED:
      return failed(entryId, 'rejected');
    case KalturaEntryStatus.DELETED:
      return failed(entryId, 'deleted');
    case KalturaEntryStatus.IMPORT:
    case KalturaEntryStatus.PRECONVERT:
    case KalturaEntryStatus.PENDING:
    case KalturaEntryStatus.NO_CONTENT:
      return null;
  }
}

/** Flavors that are still being made: QUEUED, CONVERTING, TEMP, WAIT_FOR_CONVERT, IMPORTING, VALIDATING. */
const unfinished: ReadonlySet<number> = new Set([0, 1, 5, 6, 7, 8]);

/**
 * READY comes with the first rendition, so a missing DASH source says nothing until no flavor is outstanding. Kaltura has
 * no switch for DASH: it streams what the conversion profile's flavors are tagged for.
 */
function dashOf(entry: KalturaMediaEntry, context: KalturaPlaybackContext | null): DashState {
  if (entry.mediaType === KalturaMediaType.IMAGE) return null;
  if (context === null) return 'pending';
  if (context.sources.some(({ format }) => format === 'mpegdash')) return 'ready';
  return context.flavorAssets.some(({ status }) => unfinished.has(status)) ? 'pending' : 'unavailable';
}

const failed = (entryId: string, code: UploadProblemCode): EntryNews => ({
  entryId,
  type: 'failed',
  problem: { code, retriable: false, detail: null },
});

const gone = (entryId: string, error: Error | undefined): EntryNews | null =>
  error instanceof KalturaApiError && error.code === 'ENTRY_ID_NOT_FOUND' ? failed(entryId, 'deleted') : null;

function whenVisible(visibility: PageVisibility, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = visibility.onChange(check);
    const leave = (): void => {
      stop();
      reject(signal.reason as Error);
    };
    function check(): void {
      if (!visibility.isVisible()) return;
      stop();
      signal.removeEventListener('abort', leave);
      resolve();
    }
    signal.addEventListener('abort', leave, { once: true });
    check();
  });
}
