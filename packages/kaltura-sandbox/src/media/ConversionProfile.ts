import type { JsonObject } from '../protocol/json.ts';

/** How an account converts what is uploaded. Profiles of partner 0 belong to everybody. */
export interface ConversionProfile {
  readonly id: number;
  readonly partnerId: number;
  readonly createdAt: number;
  /** 1 media, 2 live. */
  readonly type: number;
  /** 1 disabled, 2 enabled, 3 deleted. */
  status: number;
  name: string;
  systemName: string;
  tags: string;
  description: string;
  flavorParamsIds: readonly number[];
  isDefault: boolean;
  conditional: boolean;
}

/**
 * The id of an account's own profile. Numbers from 1 count those of all accounts; ids below 15 belong to everybody's
 * profiles.
 */
export function ownProfileId(number: number): number {
  return 14 + number;
}

/** The profile every new account gets. 19 is a thumbnail, not a rendition. */
export function defaultConversionProfile(id: number, partnerId: number, createdAt: number): ConversionProfile {
  return {
    ...base,
    id,
    partnerId,
    createdAt,
    name: 'Default',
    systemName: 'Default',
    description:
      'The default set of flavors. If not specified otherwise all media uploaded will be converted based on the definition in this profile',
    flavorParamsIds: [0, 2, 3, 4, 5, 6, 7, 19],
    isDefault: true,
  };
}

/** Every new account gets one for live streams too; nothing here uses it. */
export function liveConversionProfile(id: number, partnerId: number, createdAt: number): ConversionProfile {
  return {
    ...base,
    id,
    partnerId,
    createdAt,
    type: 2,
    name: 'Passthrough Live',
    systemName: 'Passthrough_Live',
    flavorParamsIds: [32],
  };
}

const base = { type: 1, status: 2, tags: '', description: '', isDefault: false, conditional: false };

/** The profiles that come with the server. */
export const globalConversionProfiles: readonly ConversionProfile[] = [
  stock(5, 'Capture_Tools_Content', 'CAPTURE_TOOLS_CONTENT', 'Capture Tools Content Conversion Profile', [0, 2, 7]),
  stock(
    6,
    'Kaltura_Meeting_Recordings',
    'KALTURA_MEETING_RECORDINGS',
    'Kaltura Meeting Recordings Conversion Profile',
    [0, 2, 7],
  ),
  stock(7, 'Msft_Teams_Recodrings', 'MSFT_TEAMS_RECORDINGS', 'Msft Teams Recording Conversion Profile', [0, 2, 7]),
  stock(8, 'Zoom_Recordings', 'ZOOM_RECORDINGS', 'Zoom Recordings Profile', [0, 2, 7]),
  stock(9, 'Webex_Recordings', 'WEBEX_RECORDINGS', 'Webex Recordings Conversion Profile', []),
  stock(
    10,
    'Kaltura Meeting PPT to Image Conversion Profile',
    'KME_PPT_DOC_CONV_TO_IMAGE',
    'Kaltura Meeting PPT to Image Conversion Profile',
    [0, 130],
  ),
  stock(
    11,
    'Kaltura Meeting PDF to Image Conversion Profile',
    'KME_PDF_DOC_CONV_TO_IMAGE',
    'Kaltura Meeting PDF to Image Conversion Profile',
    [0, 131],
  ),
  { ...stock(12, 'Source Only', 'SOURCE_ONLY', 'General source only profile', [0]), conditional: false },
];

function stock(
  id: number,
  name: string,
  systemName: string,
  description: string,
  flavorParamsIds: number[],
): ConversionProfile {
  return { ...base, id, partnerId: 0, createdAt: 0, name, systemName, description, flavorParamsIds, conditional: true };
}

/** The object of the API. */
export function toConversionProfile(profile: ConversionProfile): JsonObject {
  return {
    id: profile.id,
    partnerId: profile.partnerId,
    status: profile.status,
    type: profile.type,
    name: profile.name,
    systemName: profile.systemName,
    tags: profile.tags,
    description: profile.description,
    createdAt: profile.createdAt,
    flavorParamsIds: profile.flavorParamsIds.length === 0 ? null : profile.flavorParamsIds.join(','),
    isDefault: profile.isDefault,
    isPartnerDefault: profile.isDefault,
    cropDimensions: { left: -1, top: -1, width: -1, height: -1, objectType: 'KalturaCropDimensions' },
    clipStart: -1,
    clipDuration: -1,
    mediaParserType: 0,
    calculateComplexity: true,
    collectionTags: 'mbr,ism',
    conditionalProfiles: profile.conditional ? '[{"condition":"1==1"}]' : null,
    detectGOP: 0,
    objectType: 'KalturaConversionProfile',
  };
}
