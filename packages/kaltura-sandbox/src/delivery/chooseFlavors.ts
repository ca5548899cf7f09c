import { firstGroup } from '../media/playbackContext.ts';
import { type FlavorAsset, FlavorAssetStatus, hasTag } from '../media/FlavorAsset.ts';

/**
 * The renditions a manifest is about. Asked by id, only those; asked by flavor params, those if there are any; else by the tags of
 * the request, or the format's own groups of tags, of which the first that finds something counts.
 */
export function chooseFlavors(
  assets: readonly FlavorAsset[],
  params: ReadonlyMap<string, string>,
  tagGroups: readonly (readonly string[])[],
): readonly FlavorAsset[] {
  const ready = assets.filter((asset) => asset.status === FlavorAssetStatus.READY && asset.contentId !== null);
  const ids = list(params.get('flavorIds') ?? params.get('flavorId'));
  if (ids.length > 0) return ready.filter((asset) => ids.includes(asset.id));
  const paramsIds = new Set(list(params.get('flavorParamIds') ?? params.get('flavorParamId')).map(Number));
  const made = ready.filter((asset) => paramsIds.has(asset.flavorParamsId));
  if (made.length > 0) return made;
  const tags = list(params.get('tags'));
  if (tags.length > 0) return ready.filter((asset) => tags.some((tag) => hasTag(asset, tag)));
  return firstGroup(ready, tagGroups);
}

function list(text = ''): string[] {
  return text.split(',').filter((part) => part !== '' && part !== '-1');
}
