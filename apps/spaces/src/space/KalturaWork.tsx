import type { MediaReference } from '@spaces-kaltura/client';
import { useRef } from 'react';
import { KalturaMedia } from './KalturaMedia.tsx';
import { usePlayback } from './usePlayback.ts';
import { useSeen } from './useSeen.ts';
import { WorkFigure, type WorkFigureProps } from './WorkFigure.tsx';

const TYPES: Record<MediaReference['mediaType'], string> = { video: 'Video', image: 'Image', audio: 'Sound' };

const NOTES_360: Record<MediaReference['mediaType'], string> = {
  video: 'Opens all around you in the VR viewer; played flat here.',
  image: 'Opens all around you in the VR viewer; shown flat here.',
  audio: 'Sounds all around you in the VR viewer; played plain here.',
};

/** A work that lives in Kaltura. Whether it can be shown is asked when somebody comes near it. */
export function KalturaWork({ reference, ...figure }: WorkFigureProps & { reference: MediaReference }) {
  const frame = useRef<HTMLDivElement>(null);
  const { playback, lookAgain } = usePlayback(reference, useSeen(frame));
  const { mediaType, name, durationMs } = reference;
  const shown = playback.status === 'looking' || playback.status === 'ready';
  const spherical = reference.projection === 'equirectangular';
  return (
    <WorkFigure
      {...figure}
      kind={shown ? (spherical ? 'panorama' : mediaType) : 'broken'}
      title={name}
      what={durationMs === null ? TYPES[mediaType] : `${TYPES[mediaType]}, ${clockTime(durationMs)}`}
      note={spherical ? NOTES_360[mediaType] : undefined}
      ratio={shown && !spherical ? frameRatio(reference) : undefined}
    >
      <div ref={frame} className="frame__media" data-status={playback.status}>
        {playback.status === 'ready' && <KalturaMedia reference={reference} sources={playback.sources} />}
        {playback.status === 'processing' && (
          <p className="frame__words">Kaltura is still preparing this. It will show here by itself.</p>
        )}
        {playback.status === 'unplayable' && <p className="frame__words">{playback.words}</p>}
        {playback.status === 'unreachable' && (
          <div className="frame__words">
            <p>{playback.words}</p>
            <button type="button" className="button" onClick={lookAgain}>
              Try again
            </button>
          </div>
        )}
        {spherical && <span className="badge">360°</span>}
      </div>
    </WorkFigure>
  );
}

/** Frames follow the picture within reason: no slivers, no towers. */
function frameRatio({ mediaType, width, height }: MediaReference): number | undefined {
  if (mediaType === 'audio') return undefined;
  if (width === null || height === null || height === 0) return mediaType === 'video' ? 16 / 9 : undefined;
  return Math.min(2.1, Math.max(0.62, width / height));
}

/** `0:08`, `12:05`, `1:10:10`. */
function clockTime(ms: number): string {
  const seconds = Math.round(ms / 1000);
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const rest = String(seconds % 60).padStart(2, '0');
  return hours === 0 ? `${minutes}:${rest}` : `${hours}:${String(minutes).padStart(2, '0')}:${rest}`;
}
