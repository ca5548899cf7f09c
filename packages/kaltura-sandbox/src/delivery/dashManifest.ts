import type { FragmentedMedia } from './fragmentMedia.ts';

/** A track of a rendition, and where (relative to the manifest) its fragmented MP4 is served. */
export interface DashTrack {
  id: string;
  url: string;
  media: FragmentedMedia;
}

/** A static MPD: one file for each track and rendition, its segments addressed by byte ranges. */
export function dashManifest(tracks: { video: readonly DashTrack[]; audio: readonly DashTrack[] }): string {
  const duration = Math.max(...[...tracks.video, ...tracks.audio].map(({ media }) => media.duration));
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<MPD xmlns="urn:mpeg:dash:schema:mpd:2011" profiles="urn:mpeg:dash:profile:full:2011" type="static" minBufferTime="PT2S" mediaPresentationDuration="PT${duration.toFixed(3)}S">`,
    '<Period id="0">',
    ...adaptationSet('video', 1, tracks.video),
    ...adaptationSet('audio', 2, tracks.audio),
    '</Period>',
    '</MPD>',
    '',
  ].join('\n');
}

function adaptationSet(kind: 'video' | 'audio', id: number, tracks: readonly DashTrack[]): string[] {
  if (tracks.length === 0) return [];
  return [
    `<AdaptationSet id="${id}" contentType="${kind}" mimeType="${tracks[0]?.media.mimeType}" segmentAlignment="true" startWithSAP="1">`,
    ...tracks.flatMap((track) => representation(kind, track)),
    '</AdaptationSet>',
  ];
}

function representation(kind: 'video' | 'audio', { id, url, media }: DashTrack): string[] {
  const shape =
    kind === 'video'
      ? `width="${media.width}" height="${media.height}" frameRate="${Math.round(media.frameRate * 1000)}/1000"`
      : `audioSamplingRate="${media.sampleRate}"`;
  return [
    `<Representation id="${id}" bandwidth="${media.bandwidth}" codecs="${media.codecs}" ${shape}>`,
    `<BaseURL>${url}</BaseURL>`,
    `<SegmentList timescale="${timescale}">`,
    ...(media.initEnd > 0 ? [`<Initialization range="0-${media.initEnd - 1}"/>`] : []),
    '<SegmentTimeline>',
    ...media.segments.map(
      ({ time, duration }) => `<S t="${ticks(time)}" d="${ticks(time + duration) - ticks(time)}"/>`,
    ),
    '</SegmentTimeline>',
    ...media.segments.map(({ start, end }) => `<SegmentURL mediaRange="${start}-${end - 1}"/>`),
    '</SegmentList>',
    '</Representation>',
  ];
}

const timescale = 90_000;
const ticks = (seconds: number): number => Math.round(seconds * timescale);
