import type { KalturaPlaybackContext } from '../services/baseEntryRequests.ts';
import { type KalturaMediaEntry, KalturaMediaType } from '../services/KalturaMediaEntry.ts';
import { thumbnailUrl } from '../urls/thumbnailUrl.ts';
import type { PlaybackSources } from './PlaybackResult.ts';

/** Width that every WebGL 1 device takes as a texture. */
const textureWidth = 4096;

/** Statuses of a flavor asset that may still become READY: QUEUED, CONVERTING, WAIT_FOR_CONVERT, IMPORTING, VALIDATING. */
const converting: ReadonlySet<number> = new Set([0, 1, 6, 7, 8]);

/** What a browser can play of a ready entry; null when that is nothing. */
export function toPlaybackSources(
  entry: KalturaMediaEntry,
  context: KalturaPlaybackContext | null,
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
  const mayCome = context?.flavorAssets.some(({ status }) => converting.has(status)) ?? false;
  return {
    ...nothing,
    dash,
    dashState: dash === null ? (mayCome ? 'converting' : 'unavailable') : 'ready',
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
