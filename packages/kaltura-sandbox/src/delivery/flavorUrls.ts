import type { Entry } from '../media/Entry.ts';
import type { FlavorAsset } from '../media/FlavorAsset.ts';
import { findFlavorParams } from '../media/flavorParams.ts';

/** Where one rendition lies as a plain file. `origin` says scheme and host. */
export function fileUrl(origin: string, entry: Entry, flavor: FlavorAsset, asDownload = false): string {
  const name = asDownload ? `/fileName/${encodeURI(downloadName(entry, flavor))}` : '';
  return `${origin}${flavorPath(entry, flavor.version, flavor.id)}${name}/forceproxy/true/name/a.${extension(flavor)}`;
}

/** The packager's MPD over one or several renditions. */
export function dashUrl(origin: string, entry: Entry, flavors: readonly FlavorAsset[]): string {
  const [first] = flavors;
  if (!first) throw new Error(`Entry ${entry.id} has no rendition to package`);
  const path = flavorPath(entry, first.version, flavors.length === 1 ? first.id : joinIds(flavors.map(({ id }) => id)));
  const set = flavors.length === 1 ? '' : '.urlset';
  return `${origin}/dash${path}/forceproxy/true/name/a.${extension(first)}${set}/manifest.mpd`;
}

/** The packager's media playlist of one rendition. */
export function hlsUrl(origin: string, entry: Entry, flavor: FlavorAsset): string {
  return `${origin}/hls${flavorPath(entry, flavor.version, flavor.id)}/name/a.${extension(flavor)}/index.m3u8`;
}

/** Reads what `joinIds` wrote; a single id is itself. */
export function splitIds(text: string): string[] {
  const parts = text.split(',');
  if (parts.length === 1) return parts;
  const [prefix = '', suffix = ''] = [parts[0], parts.at(-1)];
  return parts.slice(1, -1).map((part) => `${prefix}${part}${suffix}`);
}

/** The name a downloaded rendition gets. */
export function downloadName(entry: Entry, flavor: FlavorAsset): string {
  const params = findFlavorParams(flavor.flavorParamsId)?.name ?? '';
  return `${`${entry.name}_(${params})`.replaceAll(/[^\w().-]/gu, '_')}.${extension(flavor)}`;
}

/** Several ids share their beginning, as the packager wants it: `0_,abc,def,`. */
function joinIds(ids: readonly string[]): string {
  return `0_,${ids.map((id) => id.replace(/^0_/, '')).join(',')},`;
}

function flavorPath(entry: Entry, version: string, flavorIds: string): string {
  const { partnerId, id } = entry;
  return `/p/${partnerId}/sp/${partnerId}00/serveFlavor/entryId/${id}/v/${version}/ev/2/flavorId/${flavorIds}`;
}

function extension(flavor: FlavorAsset): string {
  return flavor.fileExt || 'mp4';
}
