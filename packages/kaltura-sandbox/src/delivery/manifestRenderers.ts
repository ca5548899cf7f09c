import { probeMedia } from '../bytes/probe.ts';
import type { Entry } from '../media/Entry.ts';
import type { FlavorAsset } from '../media/FlavorAsset.ts';
import type { SandboxContext } from '../SandboxContext.ts';

/** What a manifest is about. */
export interface ManifestView {
  entry: Entry;
  flavors: readonly FlavorAsset[];
  origin: string;
  sandbox: SandboxContext;
  callback: string;
  sources: (view: ManifestView) => readonly ManifestSource[];
}

/** A rendition and where it is served. */
export interface ManifestSource {
  url: string;
  flavor: FlavorAsset;
}

export type ManifestRenderer = (view: ManifestView) => Response | Promise<Response>;

export const redirect: ManifestRenderer = (view) =>
  manifest('\n', 'text/html; charset=UTF-8', { Location: view.sources(view)[0]?.url ?? '' }, 302);

export const m3u8: ManifestRenderer = async (view) => {
  const variants = await Promise.all(
    view.sources(view).map(async (source) => `${await variantLine(source, view)}\n${source.url}`),
  );
  return manifest(`#EXTM3U\n${variants.join('\n')}\n`, 'application/x-mpegurl');
};

export const f4m: ManifestRenderer = (view) => {
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

const json: ManifestRenderer = async (view) => manifest(`${await jsonText(view)}\n`, 'application/json');
const jsonp: ManifestRenderer = async (view) =>
  manifest(`${view.callback.replaceAll(/[^\w.]/g, '')}(${await jsonText(view)})\n`, 'application/json');

/** By `responseFormat`, which overrides what a format answers by itself. */
export const renderers: Readonly<Record<string, ManifestRenderer>> = { redirect, m3u8, f4m, f4mv2: f4m, json, jsonp };

async function variantLine({ flavor }: ManifestSource, { sandbox }: ManifestView): Promise<string> {
  const isVideo = flavor.height > 0;
  const rate = flavor.frameRate > 0 ? `,FRAME-RATE=${flavor.frameRate.toFixed(3)}` : '';
  const shape = isVideo ? `,RESOLUTION=${flavor.width}x${flavor.height}${rate}` : '';
  return `#EXT-X-STREAM-INF:PROGRAM-ID=1,BANDWIDTH=${flavor.bitrate * 1024}${shape},CODECS="${await codecsOf(flavor, sandbox)}"`;
}

async function codecsOf(flavor: FlavorAsset, { bytes }: SandboxContext): Promise<string> {
  const facts = flavor.contentId === null ? null : await probeMedia(bytes, flavor.contentId);
  return (facts?.codecs ?? []).join(',');
}

async function jsonText(view: ManifestView): Promise<string> {
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

function xmlText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
