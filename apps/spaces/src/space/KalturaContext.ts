import type { SessionSource } from '@spaces-kaltura/client';
import { createContext, useContext } from 'react';

export interface Kaltura {
  session: SessionSource;
  /** Host names that media of other accounts may come from. */
  mediaHosts: readonly string[];
}

/** What the walls and the library share: one session source and the media hosts the operator allows. */
export const KalturaContext = createContext<Kaltura | null>(null);

export function useKaltura(): Kaltura {
  const kaltura = useContext(KalturaContext);
  if (kaltura === null) throw new TypeError('useKaltura must be called inside a <KalturaContext>.');
  return kaltura;
}
