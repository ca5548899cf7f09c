import {
  ExchangeError,
  resolvePlayback,
  type MediaReference,
  type PlaybackSources,
  type UnplayableReason,
} from '@spaces-kaltura/client';
import { useEffect, useRef, useState } from 'react';
import { useMediaAccess, type MediaAccess } from './MediaContext.ts';

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
  const { session, playbackSessions, mediaHosts } = useMediaAccess();
  const [playback, setPlayback] = useState<Playback>({ status: 'looking' });
  const look = useRef(() => {});

  useEffect(() => {
    if (!wanted) return undefined;
    const controller = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const askNow = async (): Promise<void> => {
      const answer = await ask(reference, { session, playbackSessions, mediaHosts, signal: controller.signal });
      if (controller.signal.aborted) return;
      setPlayback(answer);
      if (answer.status === 'processing') timer = setTimeout(look.current, LOOK_AGAIN_AFTER);
    };
    look.current = () => void askNow();
    look.current();
    return () => {
      controller.abort();
      clearTimeout(timer);
    };
  }, [reference, session, playbackSessions, mediaHosts, wanted]);

  return {
    playback,
    lookAgain() {
      setPlayback({ status: 'looking' });
      look.current();
    },
  };
}

async function ask(reference: MediaReference, access: MediaAccess & { signal: AbortSignal }): Promise<Playback> {
  const { mediaHosts: allowedHosts, ...options } = access;
  try {
    const result = await resolvePlayback(reference, { ...options, allowedHosts });
    if (result.playable) return { status: 'ready', sources: result.sources };
    return result.reason === 'processing'
      ? { status: 'processing' }
      : { status: 'unplayable', words: WORDS[result.reason] };
  } catch (error) {
    return { status: 'unreachable', words: toWords(error) };
  }
}

const WORDS: Record<Exclude<UnplayableReason, 'processing'>, string> = {
  failed: 'Kaltura could not convert this. Upload it again in Kaltura, then hang it anew.',
  deleted: 'This was deleted in Kaltura. Only its place is left.',
  forbidden: 'Kaltura does not let you see this one.',
  no_player_token: 'Kaltura shows this to its members only, and this hub has no App Token for playing it to others.',
  blocked: 'Kaltura’s moderation holds this one back.',
  host_not_allowed: 'This points to a media service that Spaces does not trust, so nothing is loaded from there.',
  no_sources: 'Kaltura has nothing of this that a browser can play.',
};

function toWords(error: unknown): string {
  return error instanceof ExchangeError
    ? 'Kaltura is not open to you here. The media library says why.'
    : 'Kaltura cannot be reached right now.';
}
