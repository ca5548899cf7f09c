import type { FragmentedMedia } from './fragmentMedia.ts';

/** A media playlist over one file at `url`, its segments addressed by byte ranges. */
export function hlsPlaylist(media: FragmentedMedia, url: string): string {
  const target = Math.ceil(Math.max(...media.segments.map(({ duration }) => duration)));
  return [
    '#EXTM3U',
    `#EXT-X-TARGETDURATION:${target}`,
    '#EXT-X-ALLOW-CACHE:YES',
    '#EXT-X-PLAYLIST-TYPE:VOD',
    '#EXT-X-VERSION:6',
    '#EXT-X-MEDIA-SEQUENCE:1',
    ...(media.initEnd > 0 ? [`#EXT-X-MAP:URI="${url}",BYTERANGE="${media.initEnd}@0"`] : []),
    ...media.segments.flatMap(({ start, end, duration }) => [
      `#EXTINF:${duration.toFixed(3)},`,
      `#EXT-X-BYTERANGE:${end - start}@${start}`,
      url,
    ]),
    '#EXT-X-ENDLIST',
    '',
  ].join('\n');
}
