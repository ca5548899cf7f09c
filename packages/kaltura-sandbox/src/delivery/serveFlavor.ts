import { sniffContentType } from '../bytes/sniff.ts';
import { EntryStatus } from '../media/Entry.ts';
import { findEntryAnywhere, flavorAssetsOf } from '../media/entryRows.ts';
import { type FlavorAsset, FlavorAssetStatus } from '../media/FlavorAsset.ts';
import type { SandboxContext } from '../SandboxContext.ts';
import { dashManifest, type DashTrack } from './dashManifest.ts';
import type { DeliveryPath } from './deliveryPath.ts';
import { deliveryError, DeliveryError } from './deliveryResponses.ts';
import { fileResponse } from './fileResponse.ts';
import { splitIds } from './flavorUrls.ts';
import { type FragmentedMedia, fragmentMedia, type TrackChoice } from './fragmentMedia.ts';
import { hlsPlaylist } from './hlsPlaylist.ts';

/** The bytes of a rendition: the file itself, or what the packager makes of it (`/dash/…`, `/hls/…`). No KS is asked for. */
export async function serveFlavor(request: Request, path: DeliveryPath, sandbox: SandboxContext): Promise<Response> {
  const flavors = findFlavors(path, sandbox);
  const [first] = flavors;
  if (!first) return deliveryError(DeliveryError.FLAVOR_NOT_FOUND);
  if (path.packager === null) {
    const contentType = sniffContentType(await sandbox.bytes.slice(first.contentId, 0, 4096));
    return fileResponse(request, sandbox.bytes, first.contentId, contentType, { ...forEver, 'X-Kaltura-ACP': '2' });
  }
  const piece = /^f(\d+)-(v1|a1|v1-a1)\.mp[34]$/.exec(path.file);
  if (piece) {
    const flavor = flavors[Number(piece[1]) - 1];
    const media = flavor && (await packaged(sandbox, flavor.contentId, choices[piece[2] ?? ''] ?? 'muxed'));
    if (!media) return deliveryError(DeliveryError.FLAVOR_NOT_FOUND);
    return fileResponse(request, sandbox.bytes, media.blob, media.mimeType, forEver);
  }
  if (path.packager === 'dash' && path.file === 'manifest.mpd') return dashResponse(flavors, sandbox);
  if (path.packager === 'hls' && path.file === 'index.m3u8') return hlsResponse(first, sandbox);
  return deliveryError(DeliveryError.BAD_QUERY);
}

const choices: Readonly<Record<string, TrackChoice>> = { v1: 'video', a1: 'audio', 'v1-a1': 'muxed' };

async function dashResponse(flavors: readonly PlayableFlavor[], sandbox: SandboxContext): Promise<Response> {
  const video: DashTrack[] = [];
  const audio: DashTrack[] = [];
  for (const [index, { contentId }] of flavors.entries()) {
    const number = index + 1;
    const picture = await packaged(sandbox, contentId, 'video');
    if (picture) video.push({ id: `v${number}`, url: `f${number}-v1.${ending(picture)}`, media: picture });
    const sound = audio.length > 0 && picture ? null : await packaged(sandbox, contentId, 'audio');
    if (sound) audio.push({ id: `a${number}`, url: `f${number}-a1.${ending(sound)}`, media: sound });
  }
  if (video.length + audio.length === 0) return deliveryError(DeliveryError.FLAVOR_NOT_FOUND);
  return packagerText(dashManifest({ video, audio }), 'application/dash+xml');
}

async function hlsResponse({ contentId }: PlayableFlavor, sandbox: SandboxContext): Promise<Response> {
  const media = await packaged(sandbox, contentId, 'muxed');
  if (!media) return deliveryError(DeliveryError.FLAVOR_NOT_FOUND);
  return packagerText(hlsPlaylist(media, `f1-v1-a1.${ending(media)}`), 'application/vnd.apple.mpegurl');
}

/** Players of HLS go by the name. */
function ending({ mimeType }: FragmentedMedia): string {
  return mimeType === 'audio/mpeg' ? 'mp3' : 'mp4';
}

type PlayableFlavor = FlavorAsset & { contentId: string };

function findFlavors(path: DeliveryPath, sandbox: SandboxContext): PlayableFlavor[] {
  const found = findEntryAnywhere(sandbox, path.params.get('entryId') ?? '');
  if (!found || found.entry.status === EntryStatus.DELETED) return [];
  const ids = splitIds(path.params.get('flavorId') ?? '');
  return flavorAssetsOf(found.partner, found.entry.id).filter(
    (asset): asset is PlayableFlavor =>
      ids.includes(asset.id) && asset.status === FlavorAssetStatus.READY && asset.contentId !== null,
  );
}

/** Every file is packaged once for all who ask, also while the first one is still waiting for it. */
function packaged(sandbox: SandboxContext, contentId: string, choice: TrackChoice): Promise<FragmentedMedia | null> {
  const store = packages.get(sandbox) ?? new Map<string, Promise<FragmentedMedia | null>>();
  packages.set(sandbox, store);
  const key = `${contentId} ${choice}`;
  const known = store.get(key);
  if (known) return known;
  const made = fragmentMedia(sandbox.bytes, contentId, choice);
  store.set(key, made);
  return made;
}

const packages = new WeakMap<SandboxContext, Map<string, Promise<FragmentedMedia | null>>>();

const forEver = { 'Cache-Control': 'public, max-age=8640000, max-stale=0' };

function packagerText(body: string, type: string): Response {
  return new Response(body, {
    headers: {
      ...forEver,
      'Access-Control-Allow-Origin': '*',
      'Access-Control-Expose-Headers': 'Server,range,Content-Length,Content-Range',
      'Timing-Allow-Origin': '*',
      'Content-Type': type,
    },
  });
}
