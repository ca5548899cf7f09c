import {
  conversionProfileList,
  flavorParamsList,
  type KalturaConversionProfile,
  type KalturaFlavorParams,
} from '@spaces-kaltura/client/api';
import type { GuidedConversionProfile } from '@spaces-kaltura/client/exchange';
import { adminRefused, type AdminCall } from './callAsAdmin.ts';
import { readPages } from './readPages.ts';

const pageSize = 100;

/** The account's conversion profiles with what matters for 360°: the default first, then its own, then Kaltura's. */
export async function listConversionProfiles(call: AdminCall, partnerId: number): Promise<GuidedConversionProfile[]> {
  const profiles = await readPages((pageIndex) => call(conversionProfileList({ pageIndex, pageSize }))).catch(
    adminRefused,
  );
  const flavors = await readFlavors(call, new Set(profiles.flatMap(({ flavorParamsIds }) => flavorParamsIds)));
  const rank = ({ isDefault, ...profile }: KalturaConversionProfile): number =>
    isDefault && profile.partnerId === partnerId ? 0 : profile.partnerId === partnerId ? 1 : 2;
  return profiles
    .toSorted((one, other) => rank(one) - rank(other) || one.name.localeCompare(other.name, 'en'))
    .map((profile) => describe(profile, rank(profile) === 0, flavors));
}

async function readFlavors(call: AdminCall, ids: ReadonlySet<number>): Promise<Map<number, KalturaFlavorParams>> {
  const wanted = [...ids].sort((one, other) => one - other);
  const found: KalturaFlavorParams[] = [];
  for (let start = 0; start < wanted.length; start += pageSize) {
    const some = wanted.slice(start, start + pageSize);
    const { objects } = await call(flavorParamsList(some, { pageSize })).catch(adminRefused);
    found.push(...objects);
  }
  return new Map(found.map((flavor) => [flavor.id, flavor]));
}

function describe(
  { id, name, flavorParamsIds }: KalturaConversionProfile,
  isDefault: boolean,
  flavors: ReadonlyMap<number, KalturaFlavorParams>,
): GuidedConversionProfile {
  const made = flavorParamsIds.flatMap((flavorId) => flavors.get(flavorId) ?? []);
  const heights = made.flatMap(({ height }) => height ?? []);
  return {
    id,
    name,
    is_default: isDefault,
    dash: made.some(({ tags }) => tags.some((tag) => streamable.has(tag))),
    max_height: heights.length === 0 ? null : Math.max(...heights),
  };
}

/**
 * Kaltura makes a DASH stream of the renditions that carry `dash` (or `h265`, where the manifest names the renditions); of
 * those for iPads and iPhones where there are none.
 */
const streamable = new Set(['dash', 'h265', 'ipadnew', 'iphonenew', 'ipad', 'iphone']);
