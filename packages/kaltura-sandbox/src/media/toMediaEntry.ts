import type { JsonObject } from '../protocol/json.ts';
import { type Entry, EntryStatus, MediaType } from './Entry.ts';
import { type FlavorAsset, FlavorAssetStatus } from './FlavorAsset.ts';

/** The `KalturaMediaEntry` of an entry. `origin` begins the URLs, e.g. `http://127.0.0.1:8788`. */
export function toMediaEntry(entry: Entry, flavorAssets: readonly FlavorAsset[], origin: string): JsonObject {
  const { properties } = entry;
  return {
    id: entry.id,
    name: entry.name,
    description: entry.description,
    partnerId: entry.partnerId,
    userId: entry.userId,
    creatorId: entry.creatorId,
    tags: entry.tags,
    adminTags: entry.adminTags,
    categories: properties['categories'] ?? '',
    categoriesIds: '',
    status: entry.status,
    moderationStatus: entry.moderationStatus,
    moderationCount: 0,
    type: 1,
    createdAt: entry.createdAt,
    updatedAt: entry.updatedAt,
    rank: 0,
    totalRank: 0,
    votes: 0,
    groupId: properties['groupId'],
    partnerData: properties['partnerData'],
    downloadUrl: downloadUrl(entry, origin),
    searchText: searchText(entry),
    licenseType: properties['licenseType'] ?? -1,
    version: entry.dataVersion === 0 ? 0 : String(entry.dataVersion),
    thumbnailUrl: `${deliveryBase(entry, origin)}/thumbnail/entry_id/${entry.id}/version/${entry.thumbnailVersion}`,
    accessControlId: properties['accessControlId'] ?? DEFAULT_ACCESS_CONTROL_ID,
    startDate: properties['startDate'],
    endDate: properties['endDate'],
    referenceId: properties['referenceId'],
    replacementStatus: 0,
    partnerSortValue: properties['partnerSortValue'] ?? 0,
    conversionProfileId: entry.conversionProfileId,
    redirectEntryId: properties['redirectEntryId'],
    rootEntryId: entry.id,
    parentEntryId: properties['parentEntryId'],
    operationAttributes: [],
    entitledUsersEdit: properties['entitledUsersEdit'] ?? '',
    entitledUsersPublish: properties['entitledUsersPublish'] ?? '',
    entitledUsersView: properties['entitledUsersView'] ?? '',
    capabilities: '',
    templateEntryId: properties['templateEntryId'],
    displayInSearch: entry.displayInSearch,
    application: properties['application'],
    applicationVersion: properties['applicationVersion'],
    blockAutoTranscript: properties['blockAutoTranscript'] ?? false,
    plays: entry.plays,
    views: entry.views,
    lastPlayedAt: entry.lastPlayedAt,
    width: entry.width,
    height: entry.height,
    duration: Math.round(entry.durationMs / 1000),
    msDuration: entry.durationMs,
    mediaType: entry.mediaType,
    conversionQuality: entry.conversionProfileId,
    sourceType: entry.sourceType,
    searchProviderType: properties['searchProviderType'],
    searchProviderId: properties['searchProviderId'],
    creditUserName: properties['creditUserName'],
    creditUrl: properties['creditUrl'],
    dataUrl: dataUrl(entry, origin),
    flavorParamsIds: flavorParamsIds(flavorAssets),
    objectType: 'KalturaMediaEntry',
  };
}

/** The profile every account starts with. */
const DEFAULT_ACCESS_CONTROL_ID = 2;

/** `{origin}/p/102/sp/10200` */
function deliveryBase(entry: Entry, origin: string): string {
  return `${origin}/p/${entry.partnerId}/sp/${entry.partnerId}00`;
}

function downloadUrl(entry: Entry, origin: string): string {
  const base = deliveryBase(entry, origin);
  return entry.mediaType === MediaType.IMAGE
    ? `${base}/raw/entry_id/${entry.id}/version/${entry.dataVersion}`
    : `${base}/playManifest/entryId/${entry.id}/format/download/protocol/${protocolOf(origin)}/flavorParamIds/0`;
}

function dataUrl(entry: Entry, origin: string): string {
  const base = deliveryBase(entry, origin);
  return entry.mediaType === MediaType.IMAGE
    ? `${base}/thumbnail/entry_id/${entry.id}/def_height/480/def_width/640/version/${entry.dataVersion}/type/1`
    : `${base}/playManifest/entryId/${entry.id}/format/url/protocol/${protocolOf(origin)}`;
}

function protocolOf(origin: string): string {
  return origin.startsWith('https:') ? 'https' : 'http';
}

/** The old search column: markers, then name, tags and description, then the admin tags; quotes removed. */
function searchText({ partnerId, mediaType, name, tags, description, adminTags }: Entry): string {
  const texts = [name, tags, description].filter((text) => text !== '').join(' ');
  return `_PAR_ONLY_ _${partnerId}_ _MEDIA_TYPE_${mediaType}|  ${texts} ${adminTags ?? ''}`.replaceAll('"', '');
}

function flavorParamsIds(assets: readonly FlavorAsset[]): string | null {
  const ready = assets.filter((asset) => asset.status === FlavorAssetStatus.READY);
  return ready.length === 0 ? null : ready.map((asset) => asset.flavorParamsId).join(',');
}

/** Whether an entry still is there for whoever asks by id. */
export function isAlive(entry: Entry | undefined): entry is Entry {
  return entry !== undefined && entry.status !== EntryStatus.DELETED;
}
