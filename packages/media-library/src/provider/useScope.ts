'use client';
import { createExchangeSessionSource, type ExchangeAccess } from '@spaces-kaltura/client';
import type { QueryClient } from '@tanstack/react-query';
import { useLayoutEffect, useRef, useState } from 'react';
import { localPreferences } from '../preferences/localPreferences.ts';
import { createLatest, type Latest } from './createLatest.ts';
import type { KalturaProviderProps } from './KalturaProvider.tsx';
import { createKalturaScope, type KalturaScope } from './KalturaScope.ts';

/** The scope of the current person; a new one as soon as hub, person or source of sessions is another. */
export function useScope(props: KalturaProviderProps, queryClient: QueryClient): KalturaScope {
  const [latest] = useState(() => createLatest(props));
  const [current, setCurrent] = useState(() => ({ props, scope: openScope(props, queryClient, latest) }));

  let { scope } = current;
  if (!isSamePerson(props, current.props)) {
    scope = openScope(props, queryClient, latest);
    setCurrent({ props, scope });
  }

  useLayoutEffect(() => latest.set(props));
  useStay(scope);
  return scope;
}

const isSamePerson = (a: KalturaProviderProps, b: KalturaProviderProps): boolean =>
  a.hub.id === b.hub.id && a.userId === b.userId && a.exchangeUrl === b.exchangeUrl && a.session === b.session;

function openScope(
  props: KalturaProviderProps,
  queryClient: QueryClient,
  latest: Latest<KalturaProviderProps>,
): KalturaScope {
  const exchange = openExchange(props, latest);
  const session = props.session ?? (exchange && createExchangeSessionSource(exchange));
  if (!session) throw new TypeError('KalturaProvider needs exchangeUrl and getHostToken, or a session');
  return createKalturaScope({
    hubId: props.hub.id,
    userId: props.userId,
    origin: props.exchangeUrl ?? props.session ?? '',
    session,
    exchange,
    queryClient,
    preferences: props.preferences ?? localPreferences(props.hub.id, props.userId),
    fetch: props.fetch,
    onUploadNotice(notice) {
      if (isSamePerson(props, latest.get())) latest.get().onUploadEvent?.(notice);
    },
  });
}

/** Hosts pass a new `getHostToken` on every render, so the latest is asked, and only while it speaks for this person. */
function openExchange(props: KalturaProviderProps, latest: Latest<KalturaProviderProps>): ExchangeAccess | null {
  const { exchangeUrl, hub, fetch } = props;
  if (exchangeUrl === undefined) return null;
  return {
    exchangeUrl,
    hub: hub.id,
    fetch,
    async getHostToken(request) {
      const { getHostToken } = latest.get();
      if (getHostToken === undefined || !isSamePerson(props, latest.get())) {
        throw new DOMException('Another person has signed in', 'AbortError');
      }
      return getHostToken(request);
    },
  };
}

/** Enters a scope; wipes it in the commit that replaces it, and when the provider goes away for good. */
function useStay(scope: KalturaScope): void {
  const shown = useRef(scope);
  const mounted = useRef(false);
  useLayoutEffect(() => {
    if (shown.current !== scope) shown.current.wipe();
    shown.current = scope;
    scope.enter();
  }, [scope]);

  useLayoutEffect(() => {
    mounted.current = true;
    return () => {
      mounted.current = false;
      // StrictMode unmounts for a moment only: by the next microtask it has mounted again.
      queueMicrotask(() => {
        if (!mounted.current) shown.current.wipe();
      });
    };
  }, []);
}
