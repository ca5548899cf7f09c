import type { KalturaRequest, ReadContext } from '../api/KalturaRequest.ts';
import { allowedUrl } from '../urls/allowedUrl.ts';
import { isRecord, toIntegerOrNull, toRecord, toTextOrNull } from './read.ts';

/** One way to play an entry; `format` is `mpegdash`, `applehttp` (HLS), `url` (one file) or one that browsers don't play. */
export interface KalturaPlaybackSource {
  readonly format: string;
  readonly url: string;
}

export interface KalturaPlaybackCaption {
  readonly language: string | null;
  readonly label: string;
  readonly url: string;
  readonly isDefault: boolean;
}

/** Kaltura's `KalturaPlaybackContext`, with the URLs of unknown hosts left out. */
export interface KalturaPlaybackContext {
  readonly sources: readonly KalturaPlaybackSource[];
  readonly captions: readonly KalturaPlaybackCaption[];
  /** Codes of the reasons why there are no sources. */
  readonly messages: readonly string[];
  /** A rule of the entry's access control blocks this viewer. */
  readonly blocked: boolean;
  /** There are sources, yet all on hosts that are not the account's. */
  readonly onUnknownHostsOnly: boolean;
}

/**
 * `baseEntry.getPlaybackContext`: how this session may play the entry, and whether a DASH source exists. Kaltura writes
 * https URLs whatever it was asked over; a service on loopback wants its own protocol.
 */
export const getPlaybackContext = (
  entryId: string,
  mediaProtocol: 'http' | 'https' = 'https',
): KalturaRequest<KalturaPlaybackContext> => ({
  service: 'baseEntry',
  action: 'getPlaybackContext',
  params: { entryId, contextDataParams: { objectType: 'KalturaPlaybackContextOptions', mediaProtocol } },
  repeatable: true,
  read: readPlaybackContext,
});

/** Kaltura's `KalturaRuleActionType` BLOCK. */
const blockAction = 1;

function readPlaybackContext(json: unknown, context: ReadContext): KalturaPlaybackContext {
  const answer = toRecord(json, 'playback context');
  const offered = records(answer['sources']);
  const sources = offered.flatMap((source) => {
    const url = allowedUrl(source['url'], context);
    return url === null ? [] : [{ format: toTextOrNull(source['format']) ?? '', url }];
  });
  return {
    sources,
    captions: records(answer['playbackCaptions']).flatMap((caption) => readCaption(caption, context)),
    messages: records(answer['messages']).map((message) => toTextOrNull(message['code']) ?? ''),
    blocked: records(answer['actions']).some((action) => toIntegerOrNull(action['type']) === blockAction),
    onUnknownHostsOnly: offered.length > 0 && sources.length === 0,
  };
}

function readCaption(caption: Record<string, unknown>, context: ReadContext): KalturaPlaybackCaption[] {
  const url = allowedUrl(caption['webVttUrl'] ?? caption['url'], context);
  if (url === null) return [];
  const language = toTextOrNull(caption['languageCode']);
  return [
    {
      language,
      label: toTextOrNull(caption['label']) ?? toTextOrNull(caption['language']) ?? language ?? '',
      url,
      isDefault: caption['isDefault'] === true || caption['isDefault'] === 1 || caption['isDefault'] === '1',
    },
  ];
}

const records = (value: unknown): Record<string, unknown>[] => (Array.isArray(value) ? value.filter(isRecord) : []);
