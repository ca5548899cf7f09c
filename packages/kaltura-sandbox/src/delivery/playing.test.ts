import { createRequire } from 'node:module';
import { type Browser, chromium, type Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createMemoryBytes } from '../bytes/memoryBytes.ts';
import { createSandbox } from '../createSandbox.ts';
import { createAssets } from '../demo/assets.ts';
import { type SandboxServer, serveSandbox } from '../node/serveSandbox.ts';

const bytes = createMemoryBytes();
const assets = createAssets(bytes);
const sandbox = createSandbox({ bytes, partners: [{ id: 102 }] });
let server: SandboxServer;
let browser: Browser;

beforeAll(async () => {
  server = await serveSandbox({ sandbox });
  browser = await chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--autoplay-policy=no-user-gesture-required'],
  });
});

afterAll(async () => {
  await browser.close();
  await server.close();
});

describe('a player in a browser', () => {
  it.each([
    { asset: 'heart-model', what: 'a flat video' },
    { asset: 'sunset-sea-360', what: 'a spherical video' },
    { asset: 'slow-piano', what: 'a sound' },
  ])('streams $what as DASH', async ({ asset }) => {
    const id = seed(asset);
    const { currentTime, duration } = await play(`playManifest/entryId/${id}/format/mpegdash/protocol/http/a.mpd`);
    expect(currentTime).toBeGreaterThan(0.4);
    expect(duration).toBeGreaterThan(5.9);
  });

  it.each(['campus-walk', 'warm-drone'])('streams %s as HLS', async (asset) => {
    const id = seed(asset);
    const { currentTime } = await play(`playManifest/entryId/${id}/format/applehttp/protocol/http/a.m3u8`);
    expect(currentTime).toBeGreaterThan(0.4);
  });

  it('sends the KS in the body of a POST and plays all the same', async () => {
    const id = seed('molecule');
    const body = new URLSearchParams({ format: '1', partnerId: '102', secret: sandbox.partner(102).adminSecret });
    const ks = await (
      await fetch(`${server.url}/api_v3/service/session/action/start`, { method: 'POST', body })
    ).json();
    const { currentTime } = await play(`playManifest/entryId/${id}/format/mpegdash/protocol/http/a.mpd`, String(ks));
    expect(currentTime).toBeGreaterThan(0.4);
  });
});

function seed(asset: string): string {
  return sandbox.partner(102).addEntry({ name: asset, userId: 'ada', ...assets.content(asset) }).id;
}

/** Plays in a page of another origin until the picture (or the sound) has moved on and all of it has arrived. */
async function play(path: string, ks?: string): Promise<Progress> {
  const page: Page = await browser.newPage();
  try {
    await page.setContent('<video muted width="320"></video>');
    await page.addScriptTag({
      path: createRequire(import.meta.url).resolve('shaka-player/dist/shaka-player.compiled.js'),
    });
    return await page.evaluate(watch, { url: `${server.url}/p/102/sp/10200/${path}`, ks });
  } finally {
    await page.close();
  }
}

interface Progress {
  currentTime: number;
  duration: number;
}

interface ShakaRequest {
  uris: string[];
  method: string;
  body: unknown;
  headers: Record<string, string>;
}

interface Shaka {
  Player: new () => {
    attach(video: HTMLVideoElement): Promise<void>;
    load(url: string): Promise<void>;
    getNetworkingEngine(): { registerRequestFilter(filter: (type: number, request: ShakaRequest) => void): void };
  };
}

async function watch({ url, ks }: { url: string; ks: string | undefined }): Promise<Progress> {
  const { Player } = (window as unknown as { shaka: Shaka }).shaka;
  const video = document.querySelector('video');
  if (!video) throw new Error('The page has no video');
  const player = new Player();
  await player.attach(video);
  player.getNetworkingEngine().registerRequestFilter((_type, request) => {
    if (ks === undefined || !request.uris[0]?.includes('playManifest')) return;
    request.method = 'POST';
    request.body = new TextEncoder().encode(new URLSearchParams({ ks }).toString()).buffer;
    request.headers['Content-Type'] = 'application/x-www-form-urlencoded';
  });
  await player.load(url);
  await video.play();
  await new Promise<void>((resolve, reject) => {
    video.addEventListener('timeupdate', () => {
      const end = video.buffered.length > 0 ? video.buffered.end(0) : 0;
      if (video.currentTime > 0.4 && end > video.duration - 0.2) resolve();
    });
    video.addEventListener('error', () => reject(new Error(video.error?.message ?? 'The video cannot be played')));
  });
  const { currentTime, duration } = video;
  return { currentTime, duration };
}
