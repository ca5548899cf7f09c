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

/** A group of people who share a Kaltura account. */
export interface Hub {
  readonly id: string;
  readonly name: string;
}

export interface KalturaScopeInit {
  readonly hubId: string;
  readonly userId: string;
  readonly session: SessionSource;
  readonly exchange: ExchangeAccess | null;
  readonly queryClient: QueryClient;
  readonly preferences: Preferences;
  readonly fetch?: FetchRequest | undefined;
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
  /** Aborts what is under way and forgets session, cache, filters and selection. */
  readonly wipe: () => void;
}

/** Does nothing by itself: no call is made before somebody asks. */
export function createKalturaScope(init: KalturaScopeInit): KalturaScope {
  const { session, exchange, queryClient, preferences } = init;
  const key = scopeKey(init.hubId, init.userId);
  const libraries = new Map<string, LibraryStore>();
  return {
    key,
    session,
    exchange,
    queryClient,
    client: createKalturaClient({ session, fetch: init.fetch }),
    library(name) {
      const store = libraries.get(name) ?? createLibraryStore(preferences);
      libraries.set(name, store);
      return store;
    },
    wipe() {
      session.clear();
      void queryClient.cancelQueries({ queryKey: key });
      queryClient.removeQueries({ queryKey: key });
      for (const store of libraries.values()) store.getState().reset();
    },
  };
}
