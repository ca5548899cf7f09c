import { md5 } from '../bytes/md5.ts';
import { probeMedia } from '../bytes/probe.ts';
import { type Entry, EntryStatus } from '../media/Entry.ts';
import { findEntryAnywhere, flavorAssetsOf } from '../media/entryRows.ts';
import type { FlavorAsset } from '../media/FlavorAsset.ts';
import type { SandboxContext } from '../SandboxContext.ts';
import { chooseFlavors } from './chooseFlavors.ts';
import { codecName } from './dashManifest.ts';
import type { DeliveryPath } from './deliveryPath.ts';
import { deliveryError, DeliveryError } from './deliveryResponses.ts';
import { dashUrl, fileUrl, hlsUrl } from './flavorUrls.ts';
import { holdsKs } from './holdsKs.ts';

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
  const cacheKey = `playManifest-${md5(new TextEncoder().encode(url.pathname.replace(/^.*?\/playManifest/, '') + url.search))}`;
  const cached = answered.get(sandbox) ?? new Map<string, number>();
  answered.set(sandbox, cached);
  const isCached = ks === null && (cached.get(cacheKey) ?? 0) > sandbox.clock.now();
  const sent = ks ?? (isCached ? null : request.headers.get('x-kaltura-ks'));
  if (sent !== null && !holdsKs(sent, sandbox)) {
    const uncached = { 'Cache-Control': 'no-store, no-cache, must-revalidate, post-check=0, pre-check=0' };
    return deliveryError(DeliveryError.INVALID_KS, posted === null ? {} : uncached);
  }

  const found = findEntryAnywhere(sandbox, params.get('entryId') ?? '');
  if (!found || found.entry.status === EntryStatus.DELETED) return deliveryError(DeliveryError.ENTRY_NOT_FOUND);
  const { entry, partner } = found;
  const format = formats[params.get('format') ?? 'http'];
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
  const view: View = {
    entry,
    flavors,
    origin,
    sandbox,
    callback: params.get('callback') ?? 'callback',
    sources: format.sources,
  };
  const render = renderers[params.get('responseFormat') ?? ''] ?? format.render;
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

interface View {
  entry: Entry;
  flavors: readonly FlavorAsset[];
  origin: string;
  sandbox: SandboxContext;
  callback: string;
  sources: (view: View) => readonly Source[];
}

interface Source {
  url: string;
  flavor: FlavorAsset;
}

type Renderer = (view: View) => Response | Promise<Response>;

const files = ({ origin, entry, flavors }: View): Source[] =>
  flavors.slice(0, 1).map((flavor) => ({ flavor, url: fileUrl(origin, entry, flavor) }));
const downloads = ({ origin, entry, flavors }: View): Source[] =>
  flavors.slice(0, 1).map((flavor) => ({ flavor, url: fileUrl(origin, entry, flavor, true) }));
const allFiles = ({ origin, entry, flavors }: View): Source[] =>
  flavors.map((flavor) => ({ flavor, url: fileUrl(origin, entry, flavor) }));
const dash = ({ origin, entry, flavors }: View): Source[] =>
  flavors.slice(0, 1).map((flavor) => ({ flavor, url: dashUrl(origin, entry, flavors) }));
const hls = ({ origin, entry, flavors }: View): Source[] =>
  flavors.map((flavor) => ({ flavor, url: hlsUrl(origin, entry, flavor) }));

const redirect: Renderer = (view) =>
  manifest('\n', 'text/html; charset=UTF-8', { Location: view.sources(view)[0]?.url ?? '' }, 302);

const m3u8: Renderer = async (view) => {
  const variants = await Promise.all(
    view.sources(view).map(async (source) => `${await variantLine(source, view)}\n${source.url}`),
  );
  return manifest(`#EXTM3U\n${variants.join('\n')}\n`, 'application/x-mpegurl');
};

const f4m: Renderer = (view) => {
  const media = view
    .sources(view)
    .map(
      ({ url, flavor }) =>
        `<media url="${xmlText(url)}" bitrate="${flavor.bitrate}" width="${flavor.width}" height="${flavor.height}" />`,
    );
  const { id, durationMs } = view.entry;
  const body = `<?xml version="1.0" encoding="UTF-8"?>
	<manifest xmlns="http://ns.adobe.com/f4m/1.0">
		<id>${id}</id>
		<mimeType>video/x-flv</mimeType>
		<streamType>recorded</streamType>		
							
		<duration>${Math.floor(durationMs / 1000)}</duration>		
		
${media.join('\n')}

			</manifest>`;
  return manifest(body, 'text/xml; charset=UTF-8', { 'Content-Disposition': 'inline; filename=manifest.xml' });
};

const json: Renderer = async (view) => manifest(await jsonText(view), 'application/json');
const jsonp: Renderer = async (view) =>
  manifest(`${view.callback.replaceAll(/[^\w.]/g, '')}(${await jsonText(view)})`, 'application/json');

const PROGRESSIVE = [['mbr'], ['web']];
const HLS = [['applembr'], ['ipadnew', 'iphonenew'], ['ipad', 'iphone']];
const DASH = [['dash'], ['ipadnew', 'iphonenew'], ['ipad', 'iphone']];

interface Format {
  tagGroups: readonly (readonly string[])[];
  sources: (view: View) => readonly Source[];
  render: Renderer;
}

const formats: Readonly<Record<string, Format>> = {
  url: { tagGroups: PROGRESSIVE, sources: files, render: redirect },
  download: { tagGroups: PROGRESSIVE, sources: downloads, render: redirect },
  mpegdash: { tagGroups: DASH, sources: dash, render: redirect },
  applehttp: { tagGroups: HLS, sources: hls, render: m3u8 },
  http: { tagGroups: PROGRESSIVE, sources: allFiles, render: f4m },
  hdnetworkmanifest: { tagGroups: PROGRESSIVE, sources: allFiles, render: f4m },
};

const renderers: Readonly<Record<string, Renderer>> = { redirect, m3u8, f4m, f4mv2: f4m, json, jsonp };

async function variantLine({ flavor }: Source, { sandbox }: View): Promise<string> {
  const isVideo = flavor.height > 0;
  const rate = flavor.frameRate > 0 ? `,FRAME-RATE=${flavor.frameRate.toFixed(3)}` : '';
  const shape = isVideo ? `,RESOLUTION=${flavor.width}x${flavor.height}${rate}` : '';
  return `#EXT-X-STREAM-INF:PROGRAM-ID=1,BANDWIDTH=${flavor.bitrate * 1024}${shape},CODECS="${await codecsOf(flavor, sandbox)}"`;
}

async function codecsOf(flavor: FlavorAsset, { bytes }: SandboxContext): Promise<string> {
  const facts = flavor.contentId === null ? null : await probeMedia(bytes, flavor.contentId);
  return codecName((facts?.codecs ?? []).join(','));
}

async function jsonText(view: View): Promise<string> {
  const flavors = await Promise.all(
    view.sources(view).map(async ({ url, flavor }) => ({
      url,
      ext: flavor.fileExt,
      bitrate: flavor.bitrate,
      width: flavor.width,
      height: flavor.height,
      audioLanguage: null,
      audioLanguageName: null,
      audioLabel: null,
      audioCodec: null,
      defaultAudio: false,
      frameRate: flavor.frameRate,
      codecs: await codecsOf(flavor, view.sandbox),
    })),
  );
  const { id, durationMs } = view.entry;
  const value = { entryId: id, duration: Math.floor(durationMs / 1000), baseUrl: '', flavors };
  return JSON.stringify(value).replaceAll('/', String.raw`\/`);
}

function manifest(body: string, type: string, headers: Record<string, string> = {}, status = 200): Response {
  return new Response(body, {
    status,
    headers: {
      'Cache-Control': 'private, max-age=60, max-stale=0',
      'Access-Control-Allow-Origin': '*',
      'Access-Control-Expose-Headers': 'Server,range,Content-Length,Content-Range',
      'Timing-Allow-Origin': '*',
      'Content-Length': String(new TextEncoder().encode(body).byteLength),
      'Content-Type': type,
      ...headers,
    },
  });
}

async function postedKs(request: Request): Promise<string | null> {
  return new URLSearchParams(await request.text()).get('ks');
}

function xmlText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
