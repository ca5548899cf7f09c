import type { JsonObject } from '../protocol/json.ts';
import { listOf, pageOf } from '../protocol/page.ts';
import type { Service } from '../protocol/Service.ts';
import type { ConversionProfile } from './ConversionProfile.ts';
import { findFlavorParams, SOURCE_FLAVOR_ID } from './flavorParams.ts';

/** How each flavor is used in the account's own profiles; those of everybody are not told. */
export const conversionProfileAssetParamsService: Service = {
  name: 'conversionProfileAssetParams',
  actions: {
    list: (call) => {
      const filter = call.params.object('filter', 'KalturaConversionProfileAssetParamsFilter');
      const profileIds = listOf(filter?.string('conversionProfileIdEqual') ?? filter?.string('conversionProfileIdIn'));
      const flavorIds = listOf(filter?.string('assetParamsIdEqual') ?? filter?.string('assetParamsIdIn'));
      const rows = call.partner.media.conversionProfiles
        .filter(({ id }) => profileIds?.has(String(id)) ?? true)
        .flatMap((profile) => profile.flavorParamsIds.map((flavorId) => ({ profile, flavorId })))
        .filter(({ flavorId }) => flavorIds?.has(String(flavorId)) ?? true);
      return pageOf(call, rows, toAssetParams, 'KalturaConversionProfileAssetParamsListResponse');
    },
  },
};

function toAssetParams({ profile, flavorId }: { profile: ConversionProfile; flavorId: number }): JsonObject {
  const isSource = flavorId === SOURCE_FLAVOR_ID;
  return {
    conversionProfileId: profile.id,
    assetParamsId: flavorId,
    readyBehavior: isSource ? INHERITED : OPTIONAL,
    origin: isSource ? INGESTED : CONVERTED,
    systemName: findFlavorParams(flavorId)?.name ?? '',
    forceNoneComplied: false,
    deletePolicy: 0,
    objectType: 'KalturaConversionProfileAssetParams',
  };
}

const INHERITED = 0;
const OPTIONAL = 2;
const CONVERTED = 0;
const INGESTED = 1;
