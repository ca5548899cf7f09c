import {
  createKalturaClient,
  type ExchangeAccess,
  type FetchRequest,
  type KalturaClient,
  type SessionSource,
} from '@spaces-kaltura/client';
import type { QueryClient } from '@tanstack/react-query';
import type { Preferences } from '../preferences/Preferences.ts';
import { scopeKey, type ScopeKey } from '../queries/scopeKey.ts';
import { createLibraryStore, type LibraryStore } from '../stores/createLibraryStore.ts';
import type { SharedUploads } from '../uploads/SharedUploads.ts';
import { joinUploads, sharedUploadsOf, type UploadsOwner } from '../uploads/sharedUploadsOf.ts';
import type { OnUploadNotice } from '../uploads/UploadNotice.ts';

/** A group of people who share a Kaltura account. */
export interface Hub {
  readonly id: string;
  readonly name: string;
}

export interface KalturaScopeInit extends UploadsOwner {
  readonly session: SessionSource;
  readonly exchange: ExchangeAccess | null;
  readonly queryClient: QueryClient;
  readonly preferences: Preferences;
  readonly fetch?: FetchRequest | undefined;
  readonly onUploadNotice: OnUploadNotice;
}

/** Everything that belongs to one person in one hub, and ends with them. */
export interface KalturaScope {
  /** The beginning of every query key. */
  readonly key: ScopeKey;
  readonly session: SessionSource;
  /** The token exchange, as this person in this hub; null where the host brought a session only. */
  readonly exchange: ExchangeAccess | null;
  readonly client: KalturaClient;
  readonly queryClient: QueryClient;
  /** The state of the library of this name, made on first use. */
  readonly library: (name: string) => LibraryStore;
  /** The person's uploads in this hub, shared with every other provider of theirs. */
  readonly uploads: SharedUploads;
  /** The person is there: uploads go on. */
  readonly enter: () => void;
  /** Aborts what is under way, forgets session, cache, filters and selection, and lets uploads rest. */
  readonly wipe: () => void;
}

/** Does nothing by itself: no call is made before somebody asks. */
export function createKalturaScope(init: KalturaScopeInit): KalturaScope {
  const { session, exchange, queryClient, preferences, fetch, onUploadNotice } = init;
  const key = scopeKey(init.hubId, init.userId);
  const libraries = new Map<string, LibraryStore>();
  const client = createKalturaClient({ session, fetch });
  const uploads = sharedUploadsOf(init);
  let leaveUploads: (() => void) | null = null;
  return {
    key,
    session,
    exchange,
    queryClient,
    client,
    uploads,
    enter() {
      leaveUploads ??= joinUploads(uploads, { key, session, client, queryClient, fetch, onUploadNotice });
    },
    library(name) {
      const store = libraries.get(name) ?? createLibraryStore(preferences);
      libraries.set(name, store);
      return store;
    },
    wipe() {
      leaveUploads?.();
      leaveUploads = null;
      session.clear();
      void queryClient.cancelQueries({ queryKey: key });
      queryClient.removeQueries({ queryKey: key });
      for (const store of libraries.values()) store.getState().reset();
    },
  };
}
