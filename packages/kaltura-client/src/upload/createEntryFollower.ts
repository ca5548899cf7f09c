import type { Clock } from '../api/Clock.ts';
import type { MultirequestResult } from '../api/KalturaRequest.ts';
import { protocolOf, type KalturaClient } from '../createKalturaClient.ts';
import { ExchangeError, KalturaApiError, KalturaClientError } from '../errors.ts';
import { getPlaybackContext, type KalturaPlaybackContext } from '../services/baseEntryRequests.ts';
import { dashOf, type DashObstacle } from '../services/dashOf.ts';
import { flavorAssetGetByEntryId, type KalturaFlavorState } from '../services/flavorAssetRequests.ts';
import {
  KalturaEntryStatus,
  KalturaMediaType,
  KalturaModerationStatus,
  type KalturaMediaEntry,
} from '../services/KalturaMediaEntry.ts';
import { mediaGet } from '../services/mediaRequests.ts';
import { untilTrue } from './untilTrue.ts';
import type { DashState, UploadProblem, UploadProblemCode } from './UploadItem.ts';

/** Before a new entry is looked at first: a picture is READY as soon as it has its content. */
const FIRST_PAUSE_MS = 500;
const SECOND_PAUSE_MS = 2000;
const MAX_PAUSE_MS = 15_000;
/** An entry without content for so long was given its bytes in vain. */
const EMPTY_MS = 120_000;
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
  | { entryId: string; type: 'ready'; dash: DashState; obstacle: DashObstacle | null; entry: KalturaMediaEntry }
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
  /** When each was first seen without content; null while it was not. */
  const pending = new Map<string, number | null>();
  let running: AbortController | null = null;
  let pause = FIRST_PAUSE_MS;
  let nap = new AbortController();

  async function run(signal: AbortSignal): Promise<void> {
    while (pending.size > 0) {
      if (!(await sleptThrough(signal))) continue;
      await whenVisible(visibility, signal);
      pause = Math.min(MAX_PAUSE_MS, Math.max(SECOND_PAUSE_MS, pause * 1.5));
      try {
        await look([...pending.keys()], signal);
      } catch (error) {
        signal.throwIfAborted();
        // Passing: the next round asks again, much later where only a person can help.
        if (!(error instanceof KalturaClientError)) throw error;
        if (error instanceof ExchangeError && !error.retriable) pause = SESSIONLESS_PAUSE_MS;
      }
    }
  }

  /** False when a new entry came in between, which is not kept waiting for the others. */
  async function sleptThrough(signal: AbortSignal): Promise<boolean> {
    nap = new AbortController();
    const { signal: woken } = nap;
    try {
      await clock.sleep(pause, AbortSignal.any([signal, woken]));
    } catch (error) {
      if (!woken.aborted) throw error;
    }
    signal.throwIfAborted();
    return !woken.aborted;
  }

  async function look(entryIds: readonly string[], signal: AbortSignal): Promise<void> {
    const { serviceUrl } = await client.session.get({ signal });
    const results = await client.multirequest(
      entryIds.flatMap((entryId) => questionsOf(entryId, serviceUrl)),
      {
        signal,
      },
    );
    for (const [index, entryId] of entryIds.entries()) {
      const news = newsOf(entryId, results.slice(QUESTIONS * index, QUESTIONS * (index + 1)) as Answers);
      if (news === null) continue;
      if (news.type === 'failed' || news.dash !== 'pending') pending.delete(entryId);
      onNews(news);
    }
  }

  function newsOf(entryId: string, [entry, context, flavors]: Answers): EntryNews | null {
    if (!entry.ok) return isGone(entry.error) ? failed(entryId, 'deleted') : null;
    const { status } = entry.value;
    if (status === KalturaEntryStatus.READY) return readyNews(entry.value, context, flavors);
    if (status === KalturaEntryStatus.NO_CONTENT) return emptyNews(entryId);
    const code = failures[status];
    return code === undefined ? null : failed(entryId, code);
  }

  /** Kaltura takes content back that it can't import. A moment of it may also be an answer from before it was given. */
  function emptyNews(entryId: string): EntryNews | null {
    const since = pending.get(entryId) ?? clock.now();
    pending.set(entryId, since);
    return clock.now() - since >= EMPTY_MS ? failed(entryId, 'import_failed') : null;
  }

  return {
    follow(entryId) {
      pending.set(entryId, null);
      pause = FIRST_PAUSE_MS;
      nap.abort(new DOMException('There is something new', 'AbortError'));
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

const QUESTIONS = 3;
type Answers = [
  MultirequestResult<KalturaMediaEntry>,
  MultirequestResult<KalturaPlaybackContext>,
  MultirequestResult<readonly KalturaFlavorState[]>,
];
const questionsOf = (entryId: string, serviceUrl: string) =>
  [
    mediaGet(entryId),
    getPlaybackContext(entryId, protocolOf(serviceUrl)),
    flavorAssetGetByEntryId(entryId),
  ] as const satisfies { length: typeof QUESTIONS };

/** What becomes of an entry that will never be READY. */
const failures: Partial<Record<KalturaEntryStatus, UploadProblemCode>> = {
  [KalturaEntryStatus.ERROR_CONVERTING]: 'conversion_failed',
  [KalturaEntryStatus.ERROR_IMPORTING]: 'import_failed',
  [KalturaEntryStatus.MODERATE]: 'awaits_moderation',
  [KalturaEntryStatus.BLOCKED]: 'rejected',
  [KalturaEntryStatus.DELETED]: 'deleted',
};

/** READY and shown to nobody: somebody has to approve it first, or has refused. */
const withheld: Partial<Record<number, UploadProblemCode>> = {
  [KalturaModerationStatus.PENDING]: 'awaits_moderation',
  [KalturaModerationStatus.REJECTED]: 'rejected',
  [KalturaModerationStatus.DELETED]: 'rejected',
};

function readyNews(entry: KalturaMediaEntry, context: Answers[1], flavors: Answers[2]): EntryNews {
  const entryId = entry.id;
  const code = withheld[entry.moderationStatus ?? KalturaModerationStatus.APPROVED];
  if (code !== undefined) return failed(entryId, code);
  if (entry.mediaType === KalturaMediaType.IMAGE) return { entryId, type: 'ready', entry, dash: null, obstacle: null };
  const known = context.ok && flavors.ok;
  const verdict = known ? dashOf(context.value, flavors.value) : ({ dash: 'pending', obstacle: null } as const);
  return { entryId, type: 'ready', entry, ...verdict };
}

const failed = (entryId: string, code: UploadProblemCode): EntryNews => ({
  entryId,
  type: 'failed',
  problem: { code, retriable: false, detail: null },
});

const isGone = (error: Error): boolean => error instanceof KalturaApiError && error.code === 'ENTRY_ID_NOT_FOUND';

const whenVisible = (visibility: PageVisibility, signal: AbortSignal): Promise<void> =>
  untilTrue(
    (listener) => visibility.onChange(listener),
    () => visibility.isVisible(),
    signal,
  );
