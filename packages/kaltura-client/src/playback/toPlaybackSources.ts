import type { KalturaPlaybackContext } from '../services/baseEntryRequests.ts';
import { type KalturaMediaEntry, KalturaMediaType } from '../services/KalturaMediaEntry.ts';
import { dashOf } from '../services/dashOf.ts';
import type { KalturaFlavorState } from '../services/flavorAssetRequests.ts';
import { thumbnailUrl } from '../urls/thumbnailUrl.ts';
import type { PlaybackSources } from './PlaybackResult.ts';

/** Width that every WebGL 1 device takes as a texture. */
const textureWidth = 4096;

/** What a browser can play of a ready entry; null when that is nothing. */
export function toPlaybackSources(
  entry: KalturaMediaEntry,
  { context, flavors }: { context: KalturaPlaybackContext | null; flavors: readonly KalturaFlavorState[] },
  { manifestBody }: Pick<PlaybackSources, 'manifestBody'>,
): PlaybackSources | null {
  if (entry.mediaType === KalturaMediaType.IMAGE) {
    const scaled = thumbnailUrl(entry, { width: textureWidth });
    const original = entry.downloadUrl ?? scaled;
    const image = original === null ? null : { original, scaled: scaled ?? original };
    return image && { ...nothing, image, thumbnailUrl: entry.thumbnailUrl };
  }

  const sourceOf = (format: string): string | null =>
    context?.sources.find((source) => source.format === format)?.url ?? null;
  const dash = sourceOf('mpegdash');
  const hls = sourceOf('applehttp');
  const progressive = sourceOf('url');
  if (dash === null && hls === null && progressive === null) return null;
  const state = context === null ? 'unavailable' : dashOf(context, flavors).dash;
  return {
    ...nothing,
    dash,
    dashState: state === 'pending' ? 'converting' : state,
    hls,
    progressive,
    captions: context?.captions ?? [],
    thumbnailUrl: entry.thumbnailUrl,
    manifestBody,
  };
}

const nothing: PlaybackSources = {
  dash: null,
  dashState: 'not_applicable',
  hls: null,
  progressive: null,
  image: null,
  captions: [],
  thumbnailUrl: null,
  manifestBody: () => Promise.resolve(null),
};
