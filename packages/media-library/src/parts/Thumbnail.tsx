'use client';
import { useState, type ReactElement, type ReactNode } from 'react';
import { Icon } from './Icon.tsx';
import type { LibraryEntry } from './LibraryEntry.ts';
import { useFilmstrip } from './useFilmstrip.tsx';

export interface ThumbnailProps {
  entry: LibraryEntry;
  /** Badges that lie on the picture. */
  children?: ReactNode;
}

/**
 * The entry's picture, loaded when it comes near. Without one, or when it fails, the art of its media type stands in.
 * Always 16 : 9, so nothing moves when it arrives. Silent for screen readers: the name is said once, by the card.
 */
export function Thumbnail({ entry, children }: ThumbnailProps): ReactElement {
  const [failedUrl, setFailedUrl] = useState<string | null>(null);
  const { strip, watch } = useFilmstrip(entry.filmstripUrl);
  const url = entry.thumbnailUrl;
  const shown = url !== null && url !== failedUrl;
  return (
    <span className="sk-thumbnail" data-media={entry.mediaType} data-status={shown ? 'shown' : 'missing'} {...watch}>
      {shown ? (
        <img
          src={url}
          alt=""
          loading="lazy"
          decoding="async"
          draggable={false}
          referrerPolicy="no-referrer"
          onError={() => setFailedUrl(url)}
        />
      ) : (
        <Icon name={entry.mediaType} />
      )}
      {strip}
      {children}
    </span>
  );
}
