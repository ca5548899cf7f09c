import type { PlaybackSessionSource, SessionSource } from '@spaces-kaltura/client';
import { createContext, useContext } from 'react';

export interface MediaAccess {
  session: SessionSource;
  /** For works of others that Kaltura does not show to everybody. */
  playbackSessions: PlaybackSessionSource;
  /** Host names that media of other accounts may come from. */
  mediaHosts: readonly string[];
}

/** What works on the walls play with: the sessions they share with the library, and the hosts the operator allows. */
export const MediaContext = createContext<MediaAccess | null>(null);

export function useMediaAccess(): MediaAccess {
  const access = useContext(MediaContext);
  if (access === null) throw new TypeError('useMediaAccess must be called inside a <MediaContext>.');
  return access;
}
