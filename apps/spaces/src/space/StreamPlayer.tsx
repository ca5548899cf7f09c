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
  const video = useRef<HTMLVideoElement>(null);
  const failed = useRef(onFailed);
  useEffect(() => {
    failed.current = onFailed;
  });

  useEffect(() => {
    const element = video.current;
    if (element === null) return undefined;
    let stopped = false;
    const fail = (): void => {
      if (!stopped) failed.current();
    };
    element.focus({ preventScroll: true });
    if (sources.dash === null) {
      element.addEventListener('error', fail);
      element.src = sources.progressive ?? sources.hls ?? '';
      return () => {
        stopped = true;
        element.removeEventListener('error', fail);
        element.removeAttribute('src');
        element.load();
      };
    }
    const player = new shaka.Player();
    player.addEventListener('error', fail);
    void playDash(player, element, sources).catch(fail);
    return () => {
      stopped = true;
      void player.destroy();
    };
  }, [sources]);

  // A <video> plays sounds as well and shows its controls over the speaker that is drawn behind it.
  return (
    <video
      ref={video}
      className={kind === 'audio' ? 'sound' : 'frame__video'}
      aria-label={title}
      crossOrigin="anonymous"
      controls
      autoPlay
      playsInline
    >
      {sources.captions.map(({ url, label, language, isDefault }) => (
        <track key={url} kind="captions" src={url} label={label} srcLang={language ?? ''} default={isDefault} />
      ))}
    </video>
  );
}

async function playDash(player: shaka.Player, element: HTMLVideoElement, sources: PlaybackSources): Promise<void> {
  const { dash, manifestBody } = sources;
  if (dash === null) return;
  await player.attach(element);
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
