import type { FetchRequest, KalturaClient, SessionSource } from '@spaces-kaltura/client';
import type { UploadQueue, UploadScope } from '@spaces-kaltura/client/upload';
import type { QueryClient } from '@tanstack/react-query';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ScopeKey } from '../queries/scopeKey.ts';
import { uploaderPart } from './uploaderPart.ts';
import type { OnUploadNotice } from './UploadNotice.ts';

/** One mounted provider of the person whose uploads these are. */
export interface UploadPresence {
  readonly key: ScopeKey;
  readonly session: SessionSource;
  readonly client: KalturaClient;
  readonly queryClient: QueryClient;
  readonly fetch: FetchRequest | undefined;
  readonly onUploadNotice: OnUploadNotice;
}

export interface SharedUploadsState {
  /** Null until somebody wanted to upload. */
  readonly queue: UploadQueue | null;
}

/**
 * The uploads of one person in one hub, shared by everything that is mounted for them, and outliving it: while nobody is
 * mounted they rest. Weighs next to nothing until `open` loads what uploads.
 */
export interface SharedUploads {
  readonly store: StoreApi<SharedUploadsState>;
  /** Loads what uploads and brings back what was unfinished before a reload. Callers share one attempt. */
  readonly open: () => Promise<void>;
  /** Uploads go on as long as somebody is present; answers how to leave. */
  readonly join: (presence: UploadPresence) => () => void;
  readonly isAbandoned: () => boolean;
  /** Ends everything, and keeps what is unfinished in the browser's records for its owner. Can be opened again. */
  readonly close: () => void;
}

type Follow = (queue: UploadQueue, presence: UploadPresence) => () => void;

export function createSharedUploads(owner: UploadScope): SharedUploads {
  const store = createStore<SharedUploadsState>(() => ({ queue: null }));
  /** Who is there, and how to stop telling them of the queue. */
  const present = new Map<UploadPresence, (() => void) | null>();
  const arrivals = new Set<() => void>();
  let opening: Promise<void> | null = null;
  let follow: Follow | null = null;

  const latest = (): UploadPresence | undefined => [...present.keys()].at(-1);

  /** Whoever is there; without anybody, work that is left waits. */
  async function whoever(): Promise<UploadPresence> {
    for (;;) {
      const one = latest();
      if (one) return one;
      await new Promise<void>((resolve) => {
        arrivals.add(resolve);
      });
    }
  }

  async function start(): Promise<void> {
    const { startUploads, followUploads } = await uploaderPart.load();
    // Closed while it was loaded.
    if (opening === null) return;
    const queue = startUploads({ owner, latest, whoever });
    if (present.size === 0) queue.suspend();
    follow = followUploads;
    for (const presence of present.keys()) present.set(presence, followUploads(queue, presence));
    store.setState({ queue });
    await queue.restore();
  }

  return {
    store,
    open() {
      opening ??= start().catch((error: unknown) => {
        opening = null;
        throw error;
      });
      return opening;
    },
    join(presence) {
      const { queue } = store.getState();
      if (!present.has(presence)) present.set(presence, queue && follow && follow(queue, presence));
      for (const arrive of arrivals) arrive();
      arrivals.clear();
      queue?.wake();
      return () => {
        present.get(presence)?.();
        present.delete(presence);
        if (present.size === 0) store.getState().queue?.suspend();
      };
    },
    isAbandoned: () => present.size === 0,
    close() {
      opening = null;
      store.getState().queue?.close();
      store.setState({ queue: null });
    },
  };
}
