import type { Action, Call } from '../protocol/Service.ts';
import type { JsonObject } from '../protocol/json.ts';
import { requireEntry } from './access.ts';
import { mayPlay } from './accessControl.ts';
import { type Entry, EntryStatus, MediaType } from './Entry.ts';
import { flavorAssetsOf } from './entryRows.ts';
import { type FlavorAsset, FlavorAssetStatus, hasTag, toFlavorAsset } from './FlavorAsset.ts';

/**
 * `baseEntry.getPlaybackContext`: where and how an entry can be played. An entry without playable renditions has no sources;
 * one whose access control blocks the session has none either, and says so.
 * URLs say https unless the options ask for another `mediaProtocol`, whatever the call came over.
 */
export const getPlaybackContext: Action = (call) => {
  const entry = requireEntry(call, call.params.string('entryId') ?? '');
  const isBlocked = !mayPlay(entry, call.session);
  const options = call.params.object('contextDataParams', 'KalturaPlaybackContextOptions');
  const protocol = options?.string('mediaProtocol') || 'https';
  const playable = isBlocked ? [] : playableAssets(entry, call);
  const used = new Set<FlavorAsset>();
  const sources = deliveries.flatMap(({ profileId, format, tagGroups, file }) => {
    const assets = firstGroup(playable, tagGroups);
    for (const asset of assets) used.add(asset);
    if (assets.length === 0) return [];
    const ids = assets.map((asset) => asset.id).join(',');
    const host = call.origin.replace(/^https?/u, protocol);
    const path = `/p/${entry.partnerId}/sp/${entry.partnerId}/playManifest/entryId/${entry.id}/flavorIds/${ids}`;
    return [
      {
        deliveryProfileId: profileId,
        format,
        protocols: 'http,https',
        flavorIds: ids,
        url: `${host}${path}/deliveryProfileId/${profileId}/protocol/${protocol}/format/${format}/${file}`,
        drm: [],
        objectType: 'KalturaPlaybackSource',
      },
    ];
  });
  return {
    sources,
    playbackCaptions: [],
    flavorAssets: playable.filter((asset) => used.has(asset)).map(toFlavorAsset),
    actions: isBlocked ? [block] : [],
    messages: isBlocked ? [restricted] : [],
    bumperData: [],
    objectType: 'KalturaPlaybackContext',
  };
};

/** `baseEntry.getContextData`, the older form: only progressive playback and the restrictions. */
export const getContextData: Action = (call): JsonObject => {
  const entry = requireEntry(call, call.params.string('entryId') ?? '');
  const isBlocked = !mayPlay(entry, call.session);
  return {
    messages: [],
    actions: [],
    isSiteRestricted: false,
    isCountryRestricted: false,
    isSessionRestricted: isBlocked,
    isIpAddressRestricted: false,
    isUserAgentRestricted: false,
    previewLength: -1,
    isScheduledNow: true,
    isAdmin: call.session.kind === 'admin',
    streamerType: 'http',
    mediaProtocol: 'http',
    accessControlMessages: isBlocked ? [restricted] : [],
    accessControlActions: isBlocked ? [block] : [],
    flavorAssets: isBlocked ? [] : firstGroup(playableAssets(entry, call), PROGRESSIVE).map(toFlavorAsset),
    msDuration: entry.durationMs,
    pluginData: [],
    objectType: 'KalturaEntryContextDataResult',
  };
};

const block = { type: 1, objectType: 'KalturaAccessControlBlockAction' };

/** The words are those of whoever wrote the rule. */
const restricted = {
  message: 'This session may not play the entry',
  code: 'SESSION_RESTRICTED',
  objectType: 'KalturaAccessControlMessage',
};

const PROGRESSIVE = [['mbr'], ['web']];
const HLS = [['applembr'], ['ipadnew', 'iphonenew', 'h265', 'dash'], ['ipad', 'iphone']];
const DASH = [
  ['dash', 'h265'],
  ['ipadnew', 'iphonenew'],
  ['ipad', 'iphone'],
];

/** The delivery profiles of a fresh server; of each list of tags the first that finds renditions counts. */
const deliveries = [
  { profileId: 2, format: 'url', tagGroups: PROGRESSIVE, file: 'name/a.mp4' },
  { profileId: 1001, format: 'applehttp', tagGroups: HLS, file: 'a.m3u8' },
  { profileId: 1002, format: 'hdnetworkmanifest', tagGroups: PROGRESSIVE, file: 'manifest.f4m' },
  { profileId: 1003, format: 'mpegdash', tagGroups: DASH, file: 'manifest.mpd' },
  { profileId: 1005, format: 'applehttp', tagGroups: HLS, file: 'a.m3u8' },
];

/** The assets that carry a tag of the first group for which there are any. */
export function firstGroup(
  assets: readonly FlavorAsset[],
  tagGroups: readonly (readonly string[])[],
): readonly FlavorAsset[] {
  for (const tags of tagGroups) {
    const found = assets.filter((asset) => tags.some((tag) => hasTag(asset, tag)));
    if (found.length > 0) return found;
  }
  return [];
}

function playableAssets(entry: Entry, call: Call): readonly FlavorAsset[] {
  if (entry.status !== EntryStatus.READY || entry.mediaType === MediaType.IMAGE) return [];
  return flavorAssetsOf(call.partner, entry.id).filter((asset) => asset.status === FlavorAssetStatus.READY);
}
