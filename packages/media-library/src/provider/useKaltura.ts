'use client';
import { createContext, useContext, type Context } from 'react';
import type { LibraryTheme } from '../parts/LibraryRoot.tsx';
import type { Hub, KalturaScope } from './KalturaScope.ts';

export interface KalturaContextValue {
  readonly scope: KalturaScope;
  readonly hub: Hub;
  readonly theme: LibraryTheme;
}

export const KalturaContext: Context<KalturaContextValue | null> = createContext<KalturaContextValue | null>(null);

/** What the nearest `KalturaProvider` holds. Throws a `TypeError` when there is none. */
export function useKaltura(): KalturaContextValue {
  const value = useContext(KalturaContext);
  if (value === null) {
    throw new TypeError(
      'No KalturaProvider above this component. Wrap it: <KalturaProvider exchangeUrl getHostToken hub userId>…</KalturaProvider>',
    );
  }
  return value;
}
