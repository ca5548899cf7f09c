import { md5 } from '@noble/hashes/legacy.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { mayPlay } from '../media/accessControl.ts';
import { EntryStatus } from '../media/Entry.ts';
import { findEntryAnywhere, flavorAssetsOf } from '../media/entryRows.ts';
import { visibilityFor } from '../media/visibility.ts';
import type { SandboxContext } from '../SandboxContext.ts';
import { noSession } from '../session/Session.ts';
import { chooseFlavors } from './chooseFlavors.ts';
import type { DeliveryPath } from './deliveryPath.ts';
import { deliveryError, DeliveryError } from './deliveryResponses.ts';
import { deliverySession } from './deliverySession.ts';
import { dashUrl, fileUrl, hlsUrl } from './flavorUrls.ts';
import {
  f4m,
  m3u8,
  type ManifestRenderer,
  type ManifestSource,
  type ManifestView,
  redirect,
  renderers,
} from './manifestRenderers.ts';
import { ownValue } from '../ownValue.ts';

/**
 * Where an entry plays, in the form a player asked for: a redirect to the file or the packager's MPD, an HLS master playlist, F4M
 * or JSON. The account in the path is not looked at. A KS is taken from the path, the query, the header `X-Kaltura-Ks` (which an
 * answer that is already cached does not look at) or the body of a POST.
 */
export async function playManifest(request: Request, path: DeliveryPath, sandbox: SandboxContext): Promise<Response> {
  const url = new URL(request.url);
  const params = new Map([...url.searchParams, ...path.params]);
  const posted = request.method === 'POST' ? await postedKs(request) : null;
  const ks = posted ?? params.get('ks') ?? null;
  const cacheKey = `playManifest-${bytesToHex(md5(utf8ToBytes(url.pathname.replace(/^.*?\/playManifest/, '') + url.search)))}`;
  const cached = answered.get(sandbox) ?? new Map<string, number>();
  answered.set(sandbox, cached);
  const isCached = ks === null && (cached.get(cacheKey) ?? 0) > sandbox.clock.now();
  const sent = ks ?? (isCached ? null : request.headers.get('x-kaltura-ks'));
  const session = sent === null ? noSession : deliverySession(sent, sandbox);
  if (session === null) {
    const uncached = { 'Cache-Control': 'no-store, no-cache, must-revalidate, post-check=0, pre-check=0' };
    return deliveryError(DeliveryError.INVALID_KS, posted === null ? {} : uncached);
  }

  const found = findEntryAnywhere(sandbox, params.get('entryId') ?? '');
  if (!found || found.entry.status === EntryStatus.DELETED) return deliveryError(DeliveryError.ENTRY_NOT_FOUND);
  const { entry, partner } = found;
  // A KS of another account says nothing about this one.
  const viewer = session.partnerId === partner.id ? session : noSession;
  if (!visibilityFor(viewer, partner.media).isEntitled(entry)) return deliveryError(DeliveryError.ENTRY_NOT_FOUND);
  if (!mayPlay(entry, viewer)) return deliveryError(DeliveryError.ACCESS_CONTROL_RESTRICTED, looked);
  const format = ownValue(formats, params.get('format') ?? 'http');
  if (!format) return deliveryError(DeliveryError.BAD_QUERY, looked);
  const isReady = entry.status === EntryStatus.READY;
  const flavors = isReady ? chooseFlavors(flavorAssetsOf(partner, entry.id), params, format.tagGroups) : [];
  if (flavors.length === 0) return deliveryError(DeliveryError.FLAVOR_NOT_FOUND, looked);

  const scheme =
    params.get('protocol') === 'https'
      ? 'https'
      : params.get('protocol') === 'http'
        ? 'http'
        : url.protocol.replace(':', '');
  const origin = `${scheme}://${url.host}`;
  const view: ManifestView = {
    entry,
    flavors,
    origin,
    sandbox,
    callback: params.get('callback') ?? 'callback',
    sources: format.sources,
  };
  const render = ownValue(renderers, params.get('responseFormat') ?? '') ?? format.render;
  const response = await render(view);
  response.headers.set('X-Kaltura-ACP', '2');
  if (sent === null) {
    response.headers.set('X-Kaltura', isCached ? `cached-dispatcher,${cacheKey},0.0001` : `cache-key,${cacheKey}`);
    cached.set(cacheKey, sandbox.clock.now() + 60);
  }
  return response;
}

/** Until when (unix seconds) an answer to anybody is replayed; Kaltura keeps them a minute. */
const answered = new WeakMap<SandboxContext, Map<string, number>>();

const looked = { 'X-Kaltura-ACP': '2' };

const files = ({ origin, entry, flavors }: ManifestView): ManifestSource[] =>
  flavors.slice(0, 1).map((flavor) => ({ flavor, url: fileUrl(origin, entry, flavor) }));
const downloads = ({ origin, entry, flavors }: ManifestView): ManifestSource[] =>
  flavors.slice(0, 1).map((flavor) => ({ flavor, url: fileUrl(origin, entry, flavor, true) }));
const allFiles = ({ origin, entry, flavors }: ManifestView): ManifestSource[] =>
  flavors.map((flavor) => ({ flavor, url: fileUrl(origin, entry, flavor) }));
const dash = ({ origin, entry, flavors }: ManifestView): ManifestSource[] =>
  flavors.slice(0, 1).map((flavor) => ({ flavor, url: dashUrl(origin, entry, flavors) }));
const hls = ({ origin, entry, flavors }: ManifestView): ManifestSource[] =>
  flavors.map((flavor) => ({ flavor, url: hlsUrl(origin, entry, flavor) }));

const PROGRESSIVE = [['mbr'], ['web']];
const HLS = [['applembr'], ['ipadnew', 'iphonenew'], ['ipad', 'iphone']];
const DASH = [['dash'], ['ipadnew', 'iphonenew'], ['ipad', 'iphone']];

interface Format {
  tagGroups: readonly (readonly string[])[];
  sources: (view: ManifestView) => readonly ManifestSource[];
  render: ManifestRenderer;
}

const formats: Readonly<Record<string, Format>> = {
  url: { tagGroups: PROGRESSIVE, sources: files, render: redirect },
  download: { tagGroups: PROGRESSIVE, sources: downloads, render: redirect },
  mpegdash: { tagGroups: DASH, sources: dash, render: redirect },
  applehttp: { tagGroups: HLS, sources: hls, render: m3u8 },
  http: { tagGroups: PROGRESSIVE, sources: allFiles, render: f4m },
  hdnetworkmanifest: { tagGroups: PROGRESSIVE, sources: allFiles, render: f4m },
};

async function postedKs(request: Request): Promise<string | null> {
  return new URLSearchParams(await request.text()).get('ks');
}
