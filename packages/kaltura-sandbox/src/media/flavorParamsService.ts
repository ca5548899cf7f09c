import { KalturaApiException } from '../protocol/KalturaApiException.ts';
import { listOf, pageOf } from '../protocol/page.ts';
import type { Service } from '../protocol/Service.ts';
import { findFlavorParams, flavorParams, STOCK_FLAVOR_PARAMS_COUNT } from './flavorParams.ts';
import { toFlavorParams } from './toFlavorParams.ts';

/** The stock flavors, for administrators; an account has none of its own here. */
export const flavorParamsService: Service = {
  name: 'flavorParams',
  actions: {
    list: (call) => {
      const filter = call.params.object('filter', 'KalturaFlavorParamsFilter');
      const ids = listOf(filter?.string('idEqual') ?? filter?.string('idIn'));
      const systemNames = listOf(filter?.string('systemNameEqual') ?? filter?.string('systemNameIn'));
      const found = flavorParams
        .filter(({ id }) => ids?.has(String(id)) ?? true)
        .filter(({ name }) => systemNames?.has(name) ?? true);
      const page = pageOf(
        call,
        found,
        (params) => toFlavorParams(params, call.partner.createdAt),
        'KalturaFlavorParamsListResponse',
      );
      return ids || systemNames ? page : { ...page, totalCount: STOCK_FLAVOR_PARAMS_COUNT };
    },

    get: (call) => {
      const id = call.params.int('id') ?? 0;
      const params = findFlavorParams(id);
      if (!params) throw new KalturaApiException('FLAVOR_PARAMS_ID_NOT_FOUND', { ID: id });
      return toFlavorParams(params, call.partner.createdAt);
    },

    /** Broken in the server this was learned from. */
    getByConversionProfileId: () => {
      throw new KalturaApiException('INTERNAL_SERVERL_ERROR');
    },
  },
};
