import type { PlaybackSources } from '@spaces-kaltura/client';
import { useEffect, useRef } from 'react';
import shaka from 'shaka-player/dist/shaka-player.dash-es2021.js';

/** Plays DASH, or the plain file where Kaltura has no DASH of it. Starts by itself: somebody just pressed play. */
export default function StreamPlayer({
  kind,
  title,
  sources,
  onFailed,
}: {
  kind: 'video' | 'audio';
  title: string;
  sources: PlaybackSources;
  onFailed: () => void;
}) {
  const stage = useRef<HTMLDivElement>(null);
  const failed = useRef(onFailed);
  useEffect(() => {
    failed.current = onFailed;
  });

  // Every effect has a <video> of its own: a player that is being destroyed still holds on to its element for a moment.
  useEffect(() => {
    const video = createVideo(title, sources);
    stage.current?.append(video);
    video.focus({ preventScroll: true });
    const stop = start(video, sources, () => failed.current());
    return () => {
      stop();
      video.remove();
    };
  }, [title, sources]);

  return <div ref={stage} className={kind === 'audio' ? 'stage stage--sound' : 'stage'} />;
}

/** A `<video>` plays sounds as well, and shows its controls over the speaker that is drawn behind it. */
function createVideo(title: string, sources: PlaybackSources): HTMLVideoElement {
  const video = document.createElement('video');
  Object.assign(video, { controls: true, autoplay: true, playsInline: true, crossOrigin: 'anonymous' });
  video.setAttribute('aria-label', title);
  for (const { url, label, language, isDefault } of sources.captions) {
    const track = document.createElement('track');
    Object.assign(track, { kind: 'captions', src: url, label, srclang: language ?? '', default: isDefault });
    video.append(track);
  }
  return video;
}

/** Starts playing and answers how to stop. `onFailed` is not called after that. */
function start(video: HTMLVideoElement, sources: PlaybackSources, onFailed: () => void): () => void {
  const stopped = new AbortController();
  const fail = (): void => {
    if (!stopped.signal.aborted) onFailed();
  };
  if (sources.dash === null) {
    video.addEventListener('error', fail, { signal: stopped.signal });
    openFile(video, sources, stopped.signal).catch(fail);
    return () => {
      stopped.abort();
      video.removeAttribute('src');
      video.load();
    };
  }
  const player = new shaka.Player();
  player.addEventListener('error', fail);
  playDash(player, video, sources.dash, sources.manifestBody).catch(fail);
  return () => {
    stopped.abort();
    void player.destroy();
  };
}

/** A restricted file is asked for by POST, with the KS in the body; where that leads, there is no KS in the address. */
async function openFile(
  video: HTMLVideoElement,
  { progressive, hls, manifestBody }: PlaybackSources,
  signal: AbortSignal,
): Promise<void> {
  const url = progressive ?? hls ?? '';
  const body = progressive === null ? null : await manifestBody(progressive, { signal });
  if (body === null) {
    video.src = url;
    return;
  }
  const opening = new AbortController();
  const answer = await fetch(url, { method: 'POST', body, signal: AbortSignal.any([signal, opening.signal]) });
  // The player asks for the bytes.
  opening.abort();
  if (!answer.ok) throw new TypeError(`Kaltura answered ${answer.status}`);
  video.src = answer.url;
}

async function playDash(
  player: shaka.Player,
  video: HTMLVideoElement,
  dash: string,
  manifestBody: PlaybackSources['manifestBody'],
): Promise<void> {
  await player.attach(video);
  // The KS travels in the body of a POST: a URL would end up in histories, logs and Referer headers.
  player.getNetworkingEngine()?.registerRequestFilter(async (type, request) => {
    const uri = request.uris[0];
    if (type !== shaka.net.NetworkingEngine.RequestType.MANIFEST || uri === undefined) return;
    const body = await manifestBody(uri);
    if (body === null) return;
    request.method = 'POST';
    request.headers['content-type'] = 'application/x-www-form-urlencoded';
    request.body = new TextEncoder().encode(body.toString()).buffer;
  });
  await player.load(dash);
}
