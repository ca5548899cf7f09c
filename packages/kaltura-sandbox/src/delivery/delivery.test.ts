import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import type { BytesStore } from '../bytes/BytesStore.ts';
import { readImageSize } from '../bytes/imageSize.ts';
import { createMemoryBytes } from '../bytes/memoryBytes.ts';
import { createSandbox } from '../createSandbox.ts';
import { createAssets } from '../demo/assets.ts';
import type { Sandbox } from '../Sandbox.ts';

const origin = 'https://kaltura.test';
let sandbox: Sandbox;
let store: BytesStore;
let assets: ReturnType<typeof createAssets>;
/** Ids of a video, a picture and a sound. */
let video: string;
let picture: string;
let sound: string;

beforeEach(() => {
  store = createMemoryBytes();
  assets = createAssets(store);
  sandbox = createSandbox({ bytes: store, partners: [{ id: 102 }, { id: 103 }], clock: { frozen: true } });
  const add = (name: string): string =>
    sandbox.partner(102).addEntry({ name, userId: 'ada', ...assets.content(name) }).id;
  [video, picture, sound] = [add('heart-model'), add('alpine-lake'), add('slow-piano')];
});

const get = (path: string, init: RequestInit = {}): Promise<Response> =>
  sandbox.fetch(new Request(path.startsWith('https:') ? path : `${origin}${path}`, { redirect: 'manual', ...init }));

const manifestOf = (id: string, rest: string): string => `/p/102/sp/10200/playManifest/entryId/${id}/${rest}`;

async function startSession(partnerId: number, privileges: string): Promise<string> {
  const secret = sandbox.partner(partnerId).userSecret;
  const body = new URLSearchParams({ format: '1', partnerId: String(partnerId), secret, userId: 'bob', privileges });
  return (await get('/api_v3/service/session/action/start', { method: 'POST', body })).json() as Promise<string>;
}

async function follow(path: string): Promise<Response> {
  return get((await get(path)).headers.get('location') ?? '');
}

async function imageOf(path: string): Promise<{ width: number; height: number } | null> {
  const response = await get(path);
  expect(response.status).toBe(200);
  return readImageSize(new Uint8Array(await response.arrayBuffer()));
}

describe('playManifest', () => {
  it('sends players on to the file, with the scheme that was asked for', async () => {
    const response = await get(manifestOf(video, 'format/url/protocol/http'));
    expect(response.status).toBe(302);
    expect(response.headers.get('location')).toMatch(
      new RegExp(
        `^http://kaltura\\.test/p/102/sp/10200/serveFlavor/entryId/${video}/v/2/ev/2/flavorId/0_\\w{8}/forceproxy/true/name/a\\.mp4$`,
      ),
    );
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
  });

  it('is for sessions that may view the entry, where its access control wants that', async () => {
    const partner = sandbox.partner(102);
    const restricted = { ...assets.content('heart-model'), accessControl: 'authenticated' } as const;
    const { id } = partner.addEntry({ name: 'Members only', userId: 'ada', ...restricted });
    const ask = async (partnerId: number, privileges: string) => {
      const ks = await startSession(partnerId, privileges);
      const body = new URLSearchParams({ ks });
      return (await get(manifestOf(id, 'format/mpegdash/protocol/https/a.mpd'), { method: 'POST', body })).headers;
    };
    const refused = 'exiting on error 3 - access control restricted';
    expect((await get(manifestOf(id, 'format/mpegdash'))).headers.get('x-kaltura-app')).toBe(refused);
    expect((await ask(102, 'list:*')).get('x-kaltura-app')).toBe(refused);
    expect((await ask(102, 'sview:0_other000')).get('x-kaltura-app')).toBe(refused);
    expect((await ask(103, 'sview:*')).get('x-kaltura-app')).toBe(refused);
    expect((await ask(102, `sview:${id}`)).get('location')).toContain('manifest.mpd');
  });

  it('knows nothing of entries that the session is not entitled to', async () => {
    const partner = sandbox.partner(102);
    const elsewhere = { ...assets.content('heart-model'), contexts: ['school'] };
    const { id } = partner.addEntry({ name: 'Of the school', userId: 'ada', ...elsewhere });
    const ask = async (privileges: string) => {
      const body = new URLSearchParams({ ks: await startSession(102, privileges) });
      return get(manifestOf(id, 'format/url'), { method: 'POST', body });
    };
    const inHub = 'enableentitlement,privacycontext:hub';
    expect((await ask(inHub)).headers.get('x-kaltura-app')).toBe('exiting on error 1 - requested entry not found');
    expect((await ask(`${inHub},disableentitlementforentry:${id}`)).status).toBe(302);
    expect((await get(manifestOf(id, 'format/url'))).status).toBe(302);
  });

  it('gives the source when its flavor is asked for, and the usual one when the asked one does not exist', async () => {
    const versionOf = async (rest: string): Promise<string | undefined> =>
      /\/v\/(\d+)\//.exec((await get(manifestOf(video, rest))).headers.get('location') ?? '')?.[1];
    expect(await versionOf('format/url/flavorParamIds/0')).toBe('12');
    expect(await versionOf('format/url/flavorParamIds/7')).toBe('2');
  });

  it('does not look at the account in the path', async () => {
    const response = await get(`/p/103/sp/10300/playManifest/entryId/${video}/format/url/protocol/https`);
    expect(response.headers.get('location')).toContain('/p/102/');
  });

  it('lists HLS variants and answers F4M when no format is named', async () => {
    const hls = await (await get(manifestOf(video, 'format/applehttp/protocol/https'))).text();
    expect(hls).toMatch(/^#EXTM3U\n#EXT-X-STREAM-INF:PROGRAM-ID=1,BANDWIDTH=\d+,RESOLUTION=640x360.*CODECS="avc1/);
    expect(await (await get(manifestOf(video, 'format/applehttp'))).text()).toContain('/hls/p/102/');
    const f4m = await (await get(`/p/102/playManifest/entryId/${video}`)).text();
    expect(f4m).toContain('<mimeType>video/x-flv</mimeType>');
  });

  it.each([
    ['an entry that is not there', 'entryId/0_zzzzzzzz/format/url', 'error-1'],
    ['a format nobody speaks', 'entryId/VIDEO/format/rtmp', 'error-25'],
    ['a picture', 'entryId/PICTURE/format/url', 'error-6'],
    ['a KS that nobody signed', 'entryId/VIDEO/ks/badks/format/url', 'error-7'],
  ])('answers 404 without CORS for %s', async (_what, path, error) => {
    const response = await get(`/p/102/playManifest/${path.replace('VIDEO', video).replace('PICTURE', picture)}`);
    expect(response.status).toBe(404);
    expect(response.headers.get('x-kaltura')).toBe(error);
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
    expect(await response.text()).toBe('');
  });

  it('looks at a KS in the body of a POST, and at one in a header only while nothing is cached', async () => {
    const path = manifestOf(video, 'format/mpegdash/protocol/http/a.mpd');
    const header = { 'X-Kaltura-Ks': 'nope' };
    expect((await get(path, { headers: header })).status).toBe(404);
    expect((await get(path)).status).toBe(302);
    expect((await get(path, { headers: header })).status).toBe(302);
    await sandbox.clock.advance(61);
    expect((await get(path, { headers: header })).status).toBe(404);
    expect((await get(path, { method: 'POST', body: new URLSearchParams({ ks: 'nope' }) })).status).toBe(404);
  });
});

describe('packaged media', () => {
  it('describes picture and sound of a video by byte ranges that are really there', async () => {
    const response = await follow(manifestOf(video, 'format/mpegdash/protocol/https'));
    expect(response.headers.get('content-type')).toBe('application/dash+xml');
    const mpd = await response.text();
    expect(mpd).toMatch(/contentType="video"[^]*codecs="avc1[^]*contentType="audio"[^]*codecs="mp4a\.40\.2"/);

    const base = (await get(manifestOf(video, 'format/mpegdash/protocol/https'))).headers.get('location') ?? '';
    const range = /<Initialization range="(\d+-\d+)"/.exec(mpd)?.[1];
    const start = await get(base.replace('manifest.mpd', 'f1-v1.mp4'), { headers: { Range: `bytes=${range}` } });
    expect(start.status).toBe(206);
    expect(new TextDecoder('latin1').decode(await start.arrayBuffer())).toMatch(/^[^]{4}ftyp[^]*moov/);
    for (const [, from, to] of mpd.matchAll(/mediaRange="(\d+)-(\d+)"/g))
      expect(Number(to)).toBeGreaterThan(Number(from));
  });

  it('has only sound for a sound', async () => {
    const mpd = await (await follow(manifestOf(sound, 'format/mpegdash/protocol/https'))).text();
    expect(mpd).toContain('contentType="audio"');
    expect(mpd).not.toContain('contentType="video"');
  });
});

describe('several renditions', () => {
  it('stand in one manifest, the sound once', async () => {
    const content = assets.content('heart-model');
    const { id } = sandbox.partner(102).addEntry({ name: 'Two', userId: 'ada', ...content, flavorParamsIds: [2, 3] });
    const { headers } = await get(manifestOf(id, 'format/mpegdash/protocol/https'));
    expect(headers.get('location')).toMatch(
      /\/flavorId\/0_,\w{8},\w{8},\/forceproxy\/true\/name\/a\.mp4\.urlset\/manifest\.mpd$/,
    );
    const mpd = await (await get(headers.get('location') ?? '')).text();
    expect([...mpd.matchAll(/<Representation id="(\w+)"/g)].map(([, name]) => name)).toEqual(['v1', 'v2', 'a1']);
    const second = await get((headers.get('location') ?? '').replace('manifest.mpd', 'f2-v1.mp4'), { method: 'HEAD' });
    expect(second.status).toBe(200);
  });
});

describe('serveFlavor', () => {
  it('answers ranges with 206, the end of a file, and 416 behind it', async () => {
    const file =
      (await get(manifestOf(video, 'format/url/flavorParamIds/0/protocol/https'))).headers.get('location') ?? '';
    const whole = await get(file);
    const bytes = new Uint8Array(await whole.arrayBuffer());
    expect(whole.headers.get('content-type')).toBe('video/mp4');
    expect(bytes).toEqual(new Uint8Array(readFileSync(new URL('../../assets/media/heart-model.mp4', import.meta.url))));

    const some = await get(file, { headers: { Range: 'bytes=10-19' } });
    expect(some.status).toBe(206);
    expect(some.headers.get('content-range')).toBe(`bytes 10-19/${bytes.byteLength}`);
    expect(new Uint8Array(await some.arrayBuffer())).toEqual(bytes.slice(10, 20));
    const last = await get(file, { headers: { Range: 'bytes=-5' } });
    expect(new Uint8Array(await last.arrayBuffer())).toEqual(bytes.slice(-5));
    expect((await get(file, { headers: { Range: 'bytes=99999999-' } })).status).toBe(416);

    const head = await get(file, { method: 'HEAD' });
    expect(head.headers.get('content-length')).toBe(String(bytes.byteLength));
    expect(await head.text()).toBe('');
    expect((await get(file, { method: 'OPTIONS' })).headers.get('access-control-allow-headers')).toContain(
      'X-Kaltura-Ks',
    );
  });
});

describe('thumbnails', () => {
  const of = (id: string, rest = ''): string => `/p/102/thumbnail/entry_id/${id}${rest}`;

  it('has the size that was asked for', async () => {
    expect(await imageOf(of(picture))).toEqual({ width: 120, height: 68 });
    expect(await imageOf(of(picture, '/width/320'))).toEqual({ width: 320, height: 180 });
    expect(await imageOf(of(picture, '/width/300/height/300/type/3'))).toEqual({ width: 300, height: 300 });
    expect(await imageOf(of(picture, '/width/0/height/0'))).toEqual({ width: 800, height: 450 });
    expect(await imageOf(of(picture, '/def_width/640/def_height/480/type/1'))).toEqual({ width: 640, height: 360 });
    expect(await imageOf(of(picture, '/width/200/height/100/type/5.png'))).toEqual({ width: 200, height: 100 });
  });

  it('takes what is no number for nothing, and draws nothing beyond 4096 pixels', async () => {
    expect(await imageOf(of(picture, '/width/wide/type/nine'))).toEqual({ width: 120, height: 68 });
    expect(await imageOf(of(picture, '/width/20000'))).toEqual({ width: 4096, height: 2304 });
  });

  it('shows a frame, or a strip of frames, of a video', async () => {
    expect(await imageOf(of(video, '/vid_sec/2/width/100'))).toEqual({ width: 100, height: 56 });
    expect(await imageOf(of(video, '/vid_slices/5/width/100/height/60'))).toEqual({ width: 500, height: 56 });
    expect(await imageOf(of(video, '/vid_slices/5/vid_slice/2/width/100'))).toEqual({ width: 100, height: 56 });
  });

  it('has frames, or a picture that stands for them, of a video that brought none', async () => {
    const { pictures: _, ...content } = assets.content('heart-model');
    const { id } = sandbox.partner(102).addEntry({ name: 'Uploaded', userId: 'ada', ...content });
    expect(await imageOf(of(id, '/width/320'))).toEqual({ width: 320, height: 180 });
    expect(await imageOf(of(id, '/vid_slices/4/width/100'))).toEqual({ width: 400, height: 56 });
  });

  it('shows different frames at different times', async () => {
    const bytesOf = async (path: string): Promise<string> => (await (await get(path)).bytes()).toString();
    expect(await bytesOf(of(video, '/vid_sec/1/width/60'))).not.toBe(await bytesOf(of(video, '/vid_sec/6/width/60')));
  });

  it('has one picture for all sounds, and none for what is not there', async () => {
    expect(await imageOf(of(sound, '/width/320'))).toEqual({ width: 320, height: 180 });
    const missing = await get(of('0_zzzzzzzz'));
    expect([missing.status, missing.headers.get('x-kaltura')]).toEqual([404, 'error-1']);
    const empty = sandbox.partner(102).addEntry({ name: 'Nothing yet', mediaType: 1, userId: 'ada', status: 7 });
    expect((await get(of(empty.id))).headers.get('x-kaltura')).toBe('error-10');
  });

  it('shows an upload before there is an entry', async () => {
    const call = async (path: string, params: Record<string, string | Blob>): Promise<unknown> => {
      const body = new FormData();
      for (const [name, value] of Object.entries({ format: '1', ...params })) body.set(name, value);
      return (await get(`/api_v3/service/${path}`, { method: 'POST', body })).json();
    };
    const { adminSecret } = sandbox.partner(102);
    const ks = String(await call('session/action/start', { partnerId: '102', secret: adminSecret, userId: 'ada' }));
    const { id } = (await call('uploadToken/action/add', { ks })) as { id: string };
    expect((await get(`/p/102/thumbnail/upload_token_id/${id}`)).status).toBe(404);
    const fileData = new File([readFileSync(new URL('../../assets/media/lighthouse.jpg', import.meta.url))], 'l.jpg');
    await call('uploadToken/action/upload', { ks, uploadTokenId: id, fileData });
    expect(await imageOf(`/p/102/thumbnail/upload_token_id/${id}/width/60`)).toEqual({ width: 60, height: 75 });
  });

  it('serves a broken picture as it is', async () => {
    const contentId = await store.create();
    await store.append(contentId, new TextEncoder().encode('RIFF....WEBPVP8 nothing'));
    const { id } = sandbox.partner(102).addEntry({ name: 'Broken', mediaType: 2, userId: 'ada', contentId });
    const response = await get(of(id, '/width/100'));
    expect([response.status, (await response.bytes()).byteLength]).toEqual([200, 23]);
  });

  it('may be drawn on a canvas of another origin', async () => {
    expect((await get(of(picture))).headers.get('access-control-allow-origin')).toBe('*');
    expect((await get(`/p/102/raw/entry_id/${picture}`)).headers.get('access-control-allow-origin')).toBe('*');
  });
});

describe('raw', () => {
  it('hands out a picture as it was uploaded, and sends for a video to a path with its name', async () => {
    const original = await get(`/p/102/sp/10200/raw/entry_id/${picture}/version/100012`);
    expect(original.headers.get('content-disposition')).toBe('attachment; filename="alpine-lake.jpg"');
    const video2 = await get(`/p/102/sp/10200/raw/entry_id/${video}`);
    expect(video2.headers.get('location')).toBe(`/p/102/sp/10200/raw/entry_id/${video}/heart-model.mp4?relocate=f.mp4`);
    const file = await get(video2.headers.get('location') ?? '');
    expect(file.headers.get('content-type')).toBe('video/mp4');
  });
});
