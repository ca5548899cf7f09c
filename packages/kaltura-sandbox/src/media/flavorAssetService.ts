import { KalturaApiException } from '../protocol/KalturaApiException.ts';
import type { JsonObject } from '../protocol/json.ts';
import { listOf, pageOf } from '../protocol/page.ts';
import type { Call, Service } from '../protocol/Service.ts';
import { requireEntry } from './access.ts';
import { matchesAssetFilter, orderAssets } from './assetFilter.ts';
import { EntryStatus } from './Entry.ts';
import { flavorAssetsOf } from './entryRows.ts';
import { type FlavorAsset, FlavorAssetStatus, hasTag, toFlavorAsset } from './FlavorAsset.ts';
import { findFlavorParams, flavorParams } from './flavorParams.ts';
import { toFlavorParams } from './toFlavorParams.ts';

/** The renditions of entries. Whoever may read the entry may read them. */
export const flavorAssetService: Service = {
  name: 'flavorAsset',
  actions: {
    list: (call) => {
      const filter = call.params.object('filter', 'KalturaFlavorAssetFilter');
      const entryIds = listOf(filter?.string('entryIdEqual') || filter?.string('entryIdIn') || undefined);
      if (!entryIds) {
        const names = ['entryIdEqual', 'entryIdIn'].map((name) => `KalturaFlavorAssetFilter::${name}`).join('/');
        throw new KalturaApiException('PROPERTY_VALIDATION_CANNOT_BE_NULL', { PROP_NAME: names });
      }
      const ids = listOf(filter?.string('idEqual') ?? filter?.string('idIn'));
      const statuses = listOf(filter?.string('statusEqual') ?? filter?.string('statusIn'));
      const otherStatuses = listOf(filter?.string('statusNotIn'));
      const paramsIds = listOf(filter?.string('flavorParamsIdEqual') ?? filter?.string('flavorParamsIdIn'));
      const found = [...entryIds]
        .flatMap((entryId) => livingAssets(call, entryId))
        .filter((asset) => ids?.has(asset.id) ?? true)
        .filter((asset) => statuses?.has(String(asset.status)) ?? true)
        .filter((asset) => !otherStatuses?.has(String(asset.status)))
        .filter((asset) => paramsIds?.has(String(asset.flavorParamsId)) ?? true)
        .filter((asset) => matchesAssetFilter(asset, filter));
      return pageOf(call, orderAssets(found, filter), toFlavorAsset, 'KalturaFlavorAssetListResponse');
    },

    getByEntryId: (call) => assetsOfEntry(call).map(toFlavorAsset),

    getWebPlayableByEntryId: (call) => webPlayable(assetsOfEntry(call)).map(toFlavorAsset),

    /** Every flavor there is, and the entry's asset where it has one. */
    getFlavorAssetsWithParams: (call) => {
      const assets = assetsOfEntry(call);
      const entryId = call.params.string('entryId') ?? '';
      const made = flavorParams.filter(({ id }) => assets.some((asset) => asset.flavorParamsId === id));
      const others = flavorParams.filter((params) => !made.includes(params));
      return [...made, ...others].map((params): JsonObject => {
        const asset = assets.find(({ flavorParamsId }) => flavorParamsId === params.id);
        return {
          flavorAsset: asset && toFlavorAsset(asset),
          flavorParams: toFlavorParams(params, call.partner.createdAt),
          entryId,
          objectType: 'KalturaFlavorAssetWithParams',
        };
      });
    },

    get: (call) => toFlavorAsset(requireAsset(call)),

    getUrl: (call) => {
      const asset = requireAsset(call);
      if (asset.status !== FlavorAssetStatus.READY) throw new KalturaApiException('FLAVOR_ASSET_IS_NOT_READY');
      return flavorUrl(call, asset);
    },
  },
};

/** Where the bytes of a rendition are served, with a name for the saved file. */
function flavorUrl(call: Call, asset: FlavorAsset): string {
  const { entryId, partnerId } = asset;
  const name = call.partner.media.entries.get(entryId)?.name ?? '';
  const fileName = `${name}_(${findFlavorParams(asset.flavorParamsId)?.name ?? ''})`.replaceAll(/[^\w().-]/gu, '_');
  return (
    `${call.origin}/p/${partnerId}/sp/${partnerId}00/serveFlavor/entryId/${entryId}/v/${asset.version}/ev/2/flavorId/${asset.id}` +
    `/fileName/${fileName}.${asset.fileExt}/forceproxy/true/name/a.${asset.fileExt}`
  );
}

function requireAsset(call: Call): FlavorAsset {
  const id = call.params.string('id') ?? '';
  for (const assets of call.partner.media.flavorAssets.values()) {
    const asset = assets.find((asset) => asset.id === id);
    if (asset && livingAssets(call, asset.entryId).length > 0) return asset;
  }
  throw new KalturaApiException('FLAVOR_ASSET_ID_NOT_FOUND', { ID: id });
}

/** An unknown entry is an error here, unlike in a list. */
function assetsOfEntry(call: Call): readonly FlavorAsset[] {
  return flavorAssetsOf(call.partner, requireEntry(call, call.params.string('entryId') ?? '').id);
}

function livingAssets(call: Call, entryId: string): readonly FlavorAsset[] {
  const entry = call.partner.media.entries.get(entryId);
  return entry && entry.status !== EntryStatus.DELETED ? flavorAssetsOf(call.partner, entryId) : [];
}

function webPlayable(assets: readonly FlavorAsset[]): readonly FlavorAsset[] {
  return assets.filter((asset) => asset.status === FlavorAssetStatus.READY && hasTag(asset, 'mbr'));
}
