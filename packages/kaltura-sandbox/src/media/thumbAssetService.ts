import { KalturaApiException } from '../protocol/KalturaApiException.ts';
import { listOf, pageOf } from '../protocol/page.ts';
import type { Call, Service } from '../protocol/Service.ts';
import { requireEntry } from './access.ts';
import { type ThumbAsset, toThumbAsset } from './ThumbAsset.ts';

/** The stored pictures of entries; sizes are made by the thumbnail URL, not here. */
export const thumbAssetService: Service = {
  name: 'thumbAsset',
  actions: {
    list: (call) => {
      const filter = call.params.object('filter', 'KalturaThumbAssetFilter');
      const entryIds = listOf(filter?.string('entryIdEqual') || filter?.string('entryIdIn') || undefined);
      if (!entryIds) {
        const names = ['entryIdEqual', 'entryIdIn'].map((name) => `KalturaThumbAssetFilter::${name}`).join('/');
        throw new KalturaApiException('PROPERTY_VALIDATION_CANNOT_BE_NULL', { PROP_NAME: names });
      }
      const found = [...entryIds].flatMap((entryId) => call.partner.media.thumbAssets.get(entryId) ?? []);
      return pageOf(call, found, toThumbAsset, 'KalturaThumbAssetListResponse');
    },
    getByEntryId: (call) => {
      const entry = requireEntry(call, call.params.string('entryId') ?? '');
      return (call.partner.media.thumbAssets.get(entry.id) ?? []).map(toThumbAsset);
    },
    get: (call) => toThumbAsset(requireThumbAsset(call, call.params.string('thumbAssetId') ?? '')),
    getUrl: (call) => {
      const { entryId, partnerId, version } = requireThumbAsset(call, call.params.string('id') ?? '');
      return `${call.origin}/p/${partnerId}/sp/${partnerId}00/thumbnail/entry_id/${entryId}/version/${version}`;
    },
  },
};

function requireThumbAsset(call: Call, id: string): ThumbAsset {
  for (const assets of call.partner.media.thumbAssets.values()) {
    const asset = assets.find((asset) => asset.id === id);
    if (asset) return asset;
  }
  throw new KalturaApiException('THUMB_ASSET_ID_NOT_FOUND', { ID: id });
}
