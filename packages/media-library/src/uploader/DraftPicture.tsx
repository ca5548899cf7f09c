'use client';
import type { UploadMediaType } from '@spaces-kaltura/client/upload';
import { useEffect, useRef, useState, type ReactElement } from 'react';
import { Icon } from '../parts/Icon.tsx';

/** Pixels across; twice what is shown, for sharp screens. */
const WIDTH = 144;
/** Larger ones take longer to decode than anybody looks at them. */
const MAX_BYTES = 60e6;

/** What a picture shows, so that one sees whether it is 360°; for everything else the art of its kind. */
export function DraftPicture({ file, mediaType }: { file: File; mediaType: UploadMediaType }): ReactElement {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [picture, setPicture] = useState<ImageBitmap | null>(null);
  const wanted = mediaType === 'image' && file.size <= MAX_BYTES && typeof createImageBitmap === 'function';
  useEffect(() => {
    if (!wanted) return;
    const gone = new AbortController();
    decode(file, gone.signal).then(
      (decoded) => (gone.signal.aborted ? decoded.close() : setPicture(decoded)),
      () => {},
    );
    return () => gone.abort();
  }, [file, wanted]);
  useEffect(() => {
    if (picture) canvas.current?.getContext('2d')?.drawImage(picture, 0, 0);
  }, [picture]);

  if (picture) {
    return (
      <canvas
        ref={canvas}
        className="sk-draft-picture"
        width={picture.width}
        height={picture.height}
        aria-hidden="true"
      />
    );
  }
  return (
    <span className="sk-upload-art" data-media={mediaType}>
      <Icon name={mediaType} />
    </span>
  );
}

let last: Promise<unknown> = Promise.resolve();

/** One after the other: a panorama takes hundreds of megabytes while it is decoded. */
function decode(file: File, signal: AbortSignal): Promise<ImageBitmap> {
  const decoded = last.then(() => {
    signal.throwIfAborted();
    return createImageBitmap(file, { resizeWidth: WIDTH, resizeQuality: 'medium' });
  });
  last = decoded.catch(() => {});
  return decoded;
}
