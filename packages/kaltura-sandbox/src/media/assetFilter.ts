import type { Params } from '../protocol/Params.ts';
import type { FlavorAsset } from './FlavorAsset.ts';

/** Tags and ranges of a `KalturaAssetFilter`; tags match anywhere in the text, as in a database. */
export function matchesAssetFilter(asset: FlavorAsset, filter: Params | undefined): boolean {
  if (!filter) return true;
  const hasPart = (part: string): boolean => asset.tags.toLowerCase().includes(part.trim().toLowerCase());
  const parts = (name: string): string[] => filter.string(name)?.split(',') ?? [];
  const [any, all] = [parts('tagsMultiLikeOr'), parts('tagsMultiLikeAnd')];
  return (
    hasPart(filter.string('tagsLike') ?? '') &&
    (any.length === 0 || any.some(hasPart)) &&
    all.every(hasPart) &&
    isWithin(sizeOf(asset), filter.int('sizeGreaterThanOrEqual'), filter.int('sizeLessThanOrEqual')) &&
    isWithin(asset.createdAt, filter.time('createdAtGreaterThanOrEqual'), filter.time('createdAtLessThanOrEqual')) &&
    isWithin(asset.updatedAt, filter.time('updatedAtGreaterThanOrEqual'), filter.time('updatedAtLessThanOrEqual'))
  );
}

/** By `+size`, `-createdAt` and the like; any other order is none. */
export function orderAssets(assets: readonly FlavorAsset[], filter: Params | undefined): readonly FlavorAsset[] {
  const [, sign, name = ''] = /^([+-])(\w+)$/u.exec(filter?.string('orderBy') ?? '') ?? [];
  const key = keys.get(name);
  if (!key) return assets;
  return assets.toSorted((a, b) => (sign === '-' ? key(b) - key(a) : key(a) - key(b)));
}

const sizeOf = ({ sizeInBytes }: FlavorAsset): number => Math.floor(sizeInBytes / 1024);

const keys = new Map<string, (asset: FlavorAsset) => number>([
  ['size', sizeOf],
  ['createdAt', (asset) => asset.createdAt],
  ['updatedAt', (asset) => asset.updatedAt],
]);

function isWithin(value: number, from: number | undefined, to: number | undefined): boolean {
  return (from ?? value) <= value && value <= (to ?? value);
}
