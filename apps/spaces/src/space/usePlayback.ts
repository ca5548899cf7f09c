import {
  ExchangeError,
  resolvePlayback,
  type MediaReference,
  type PlaybackSources,
  type UnplayableReason,
} from '@spaces-kaltura/client';
import { useEffect, useState } from 'react';
import { useKaltura } from './KalturaContext.ts';

/** Milliseconds between two looks at an entry that Kaltura is still preparing. */
const LOOK_AGAIN_AFTER = 4000;

export type Playback =
  | { status: 'looking' }
  | { status: 'ready'; sources: PlaybackSources }
  | { status: 'processing' }
  | { status: 'unplayable'; words: string }
  | { status: 'unreachable'; words: string };

/**
 * Whether and from where a reference can be shown, asked once `wanted`. An entry that Kaltura is still preparing is asked
 * for again until it is ready.
 */
export function usePlayback(reference: MediaReference, wanted: boolean): { playback: Playback; lookAgain: () => void } {
  const { session, mediaHosts } = useKaltura();
  const [playback, setPlayback] = useState<Playback>({ status: 'looking' });
  const [look, setLook] = useState(0);

  useEffect(() => {
    if (!wanted) return undefined;
    const controller = new AbortController();
    const { signal } = controller;
    resolvePlayback(reference, { session, allowedHosts: mediaHosts, signal }).then(
      (result) => {
        if (signal.aborted) return;
        if (result.playable) setPlayback({ status: 'ready', sources: result.sources });
        else if (result.reason === 'processing') setPlayback({ status: 'processing' });
        else setPlayback({ status: 'unplayable', words: WORDS[result.reason] });
      },
      (error: unknown) => {
        if (!signal.aborted) setPlayback({ status: 'unreachable', words: toWords(error) });
      },
    );
    return () => controller.abort();
  }, [reference, session, mediaHosts, wanted, look]);

  useEffect(() => {
    if (playback.status !== 'processing') return undefined;
    const timer = setTimeout(() => setLook((count) => count + 1), LOOK_AGAIN_AFTER);
    return () => clearTimeout(timer);
  }, [playback]);

  return {
    playback,
    lookAgain() {
      setPlayback({ status: 'looking' });
      setLook((count) => count + 1);
    },
  };
}

const WORDS: Record<Exclude<UnplayableReason, 'processing'>, string> = {
  failed: 'Kaltura could not convert this. Upload it again in Kaltura, then hang it anew.',
  deleted: 'This was deleted in Kaltura. Only its place is left.',
  forbidden: 'Kaltura does not let you see this one.',
  blocked: 'Kaltura’s moderation holds this one back.',
  host_not_allowed: 'This points to a media service that Spaces does not trust, so nothing is loaded from there.',
  no_sources: 'Kaltura has nothing of this that a browser can play.',
};

function toWords(error: unknown): string {
  return error instanceof ExchangeError
    ? 'Kaltura is not open to you here. The media library says why.'
    : 'Kaltura cannot be reached right now.';
}
