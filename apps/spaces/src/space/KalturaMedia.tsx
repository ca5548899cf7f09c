import { thumbnailUrl, type MediaReference, type PlaybackSources } from '@spaces-kaltura/client';
import { lazy, Suspense, useState } from 'react';

/** The player is fetched when somebody first presses play. */
const StreamPlayer = lazy(() => import('./StreamPlayer.tsx'));

/** A video, an image or a sound of Kaltura, once it is known where to play it from. */
export function KalturaMedia({ reference, sources }: { reference: MediaReference; sources: PlaybackSources }) {
  const [status, setStatus] = useState<'still' | 'playing' | 'failed'>('still');
  const { name, mediaType } = reference;

  if (status === 'failed') {
    return (
      <div className="frame__words">
        <p>{sources.image === null ? 'This could not be played.' : 'This could not be shown.'}</p>
        <button type="button" className="button" onClick={() => setStatus('playing')}>
          Try again
        </button>
      </div>
    );
  }
  if (sources.image !== null) {
    return <img className="frame__image" src={sources.image.scaled} alt={name} onError={() => setStatus('failed')} />;
  }
  const still = mediaType === 'video' ? thumbnailUrl(sources, { width: 960 }) : null;
  return (
    <>
      {mediaType === 'audio' && <span className="speaker" aria-hidden="true" />}
      {still !== null && <img className="frame__image" src={still} alt="" />}
      {status === 'playing' ? (
        <Suspense fallback={<span className="frame__wait" role="status" aria-label="Loading the player" />}>
          <StreamPlayer
            kind={mediaType === 'audio' ? 'audio' : 'video'}
            title={name}
            sources={sources}
            onFailed={() => setStatus('failed')}
          />
        </Suspense>
      ) : (
        <button type="button" className="play" onClick={() => setStatus('playing')}>
          <span className="visually-hidden">{`Play “${name}”`}</span>
        </button>
      )}
    </>
  );
}
