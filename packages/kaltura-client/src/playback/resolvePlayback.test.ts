import { beforeEach, describe, expect, it } from 'vitest';
import { createKalturaClient, type KalturaClient } from '../createKalturaClient.ts';
import { ExchangeError, NetworkError } from '../errors.ts';
import type { MediaReference } from '../reference/MediaReference.ts';
import { toMediaReference } from '../reference/toMediaReference.ts';
import { type KalturaMediaEntry, KalturaMediaType } from '../services/KalturaMediaEntry.ts';
import { createStaticSessionSource } from '../session/createStaticSessionSource.ts';
import type { SessionSource } from '../session/KalturaSession.ts';
import { addMedia } from '../testing/addMedia.ts';
import { connectSandbox, type SandboxConnection, serviceUrl } from '../testing/connectSandbox.ts';
import { sampleImage, sampleSound } from '../testing/sampleFiles.ts';
import { resolvePlayback } from './resolvePlayback.ts';

const ada = 'ada@uni.example';
const here = { serviceUrl, partnerId: 102 };
const allowedHosts = ['kaltura.test'];

let connection: SandboxConnection;
let session: SessionSource;
let client: KalturaClient;
/** Every request, with the body that went along. */
let sent: { url: string; body: string }[];
let fetch: (request: Request) => Promise<Response>;

beforeEach(() => {
  connection = connectSandbox({ responseCache: 0 });
  session = connection.sessionOf(ada);
  client = createKalturaClient({ session, fetch: connection.fetch, clock: connection.clock });
  sent = [];
  fetch = async (request) => {
    sent.push({ url: request.url, body: await request.clone().text() });
    return connection.fetch(request);
  };
});

async function video(flavorParamsIds: number[] = [2]): Promise<KalturaMediaEntry> {
  const { id } = await connection.addVideo({ userId: ada, tags: '360', flavorParamsIds });
  return client.media.get(id);
}

async function upload(file: File, mediaType: KalturaMediaType): Promise<KalturaMediaEntry> {
  const { id } = await addMedia(client, connection.fetch, file, { mediaType, name: 'Lobby' });
  return client.media.get(id);
}

describe('an entry of one’s own account', () => {
  it('plays as DASH, HLS and file; the KS travels in bodies only', async () => {
    const reference = toMediaReference(await video(), here);
    const result = await resolvePlayback(reference, { session, fetch });
    if (!result.playable) throw new Error(result.reason);
    const { dash, dashState, hls, progressive, image, manifestBody } = result.sources;
    expect(dash).toMatch(/^https:\/\/kaltura\.test\/p\/102\/.*\/format\/mpegdash\/manifest\.mpd$/);
    expect(dashState).toBe('ready');
    expect(hls).toContain('/format/applehttp/');
    expect(progressive).toContain('/format/url/');
    expect(image).toBeNull();

    const { ks } = await session.get();
    expect((await manifestBody(dash!))?.get('ks')).toBe(ks);
    expect(sent).toHaveLength(1);
    expect(sent.some(({ url }) => url.includes(ks))).toBe(false);
    expect(JSON.stringify(result)).not.toContain(ks);
  });

  it('gives its KS to the manifest of this entry on the account’s hosts, to nobody else', async () => {
    const reference = toMediaReference(await video(), here);
    const result = await resolvePlayback(reference, { session, fetch });
    if (!result.playable) throw new Error(result.reason);
    const path = `/p/102/sp/10200/playManifest/entryId/${reference.entryId}/format/mpegdash`;
    for (const url of [
      `https://evil.example${path}`,
      `https://kaltura.test.evil.example${path}`,
      `https://kaltura.test@evil.example${path}`,
      `https://kaltura.test/p/102/sp/10200/playManifest/entryId/0_other/format/mpegdash`,
      'https://kaltura.test/dash/segment-1.m4s',
      'not a url',
    ]) {
      await expect(result.sources.manifestBody(url)).resolves.toBeNull();
    }
  });

  it('gives nobody’s KS to it once the page has changed to another account', async () => {
    const reference = toMediaReference(await video(), here);
    const first = await session.get();
    let now = first;
    const changing: SessionSource = { ...session, get: () => Promise.resolve(now) };
    const result = await resolvePlayback(reference, { session: changing, fetch });
    if (!result.playable) throw new Error(result.reason);
    now = { ...first, ks: 'of-another-account', partnerId: 103 };
    await expect(result.sources.manifestBody(result.sources.dash!)).resolves.toBeNull();
  });

  it('is an image with its original and a size for every texture', async () => {
    const reference = toMediaReference(await upload(sampleImage, KalturaMediaType.IMAGE), here);
    const result = await resolvePlayback(reference, { session, fetch });
    if (!result.playable) throw new Error(result.reason);
    expect(result.sources.image?.original).toContain('/raw/entry_id/');
    expect(result.sources.image?.scaled).toMatch(/\/width\/4096$/);
    expect(result.sources).toMatchObject({ dash: null, dashState: 'not_applicable' });
  });

  it('is processing first and plays later, with the reference from the beginning', async () => {
    const early = await upload(sampleSound, KalturaMediaType.AUDIO);
    const reference = toMediaReference(early, here);
    await expect(resolvePlayback(reference, { session, fetch })).resolves.toMatchObject({
      playable: false,
      reason: 'processing',
    });
    await connection.sandbox.clock.advance(60);
    await expect(resolvePlayback(reference, { session, fetch })).resolves.toMatchObject({ playable: true });
  });

  it('says that its renditions make no DASH', async () => {
    const reference = toMediaReference(await video([]), here);
    const result = await resolvePlayback(reference, { session, fetch });
    expect(result).toMatchObject({ playable: false, reason: 'no_sources' });
  });

  it('says why it does not play', async () => {
    const { partner } = connection;
    const failed = partner.addEntry({ name: 'Failed', mediaType: 1, userId: ada, status: -1 });
    const bare = partner.addEntry({ name: 'Without renditions', mediaType: 1, userId: ada });
    const blocked = partner.addEntry({ name: 'Blocked', mediaType: 1, userId: ada, status: 6 });
    const deleted = partner.addEntry({ name: 'Deleted', mediaType: 1, userId: ada, status: 3 });
    for (const [id, reason] of [
      [failed.id, 'failed'],
      [bare.id, 'no_sources'],
      [blocked.id, 'blocked'],
      [deleted.id, 'deleted'],
      ['0_never', 'deleted'],
    ] as const) {
      const reference: MediaReference = { ...referenceTo(id), mediaType: 'video' };
      await expect(resolvePlayback(reference, { session, fetch })).resolves.toMatchObject({ playable: false, reason });
    }
  });
});

describe('a viewer without a session', () => {
  it('plays what is unrestricted, where the page allows the service', async () => {
    const reference = toMediaReference(await video(), here);
    const result = await resolvePlayback(reference, { allowedHosts, fetch });
    expect(result).toMatchObject({ playable: true, sources: { dashState: 'ready' } });
    if (!result.playable) throw new Error(result.reason);
    await expect(result.sources.manifestBody(result.sources.dash!)).resolves.toBeNull();
    expect(sent.map(({ body }) => new URLSearchParams(body).get('ks'))).toEqual([null]);
  });

  it('is one whose hub gives no session', async () => {
    const reference = toMediaReference(await video(), here);
    const locked: SessionSource = {
      ...session,
      get: () =>
        Promise.reject(
          new ExchangeError({
            code: 'plan_not_entitled',
            status: 403,
            retry: 'no',
            fixBy: 'hub_admin',
            nextStep: 'change_plan',
            requestId: null,
          }),
        ),
    };
    const playback = resolvePlayback(reference, { session: locked, allowedHosts, fetch });
    await expect(playback).resolves.toMatchObject({ playable: true });
  });

  it('asks nobody whom the page does not allow', async () => {
    const result = await resolvePlayback(referenceTo('0_any'), { fetch, allowedHosts: ['www.kaltura.com'] });
    expect(result).toEqual({ playable: false, reason: 'host_not_allowed', entry: null });
    expect(sent).toEqual([]);
  });

  it('hears that an account is not there', async () => {
    const reference = { ...referenceTo('0_any'), partnerId: 999 };
    await expect(resolvePlayback(reference, { allowedHosts, fetch })).resolves.toMatchObject({ playable: false });
  });
});

describe('a crafted reference', () => {
  it('to another service gets no KS, and no request when that service is not allowed', async () => {
    const reference = { ...referenceTo('0_a'), serviceUrl: 'https://evil.example' };
    await expect(resolvePlayback(reference, { session, allowedHosts, fetch })).resolves.toMatchObject({
      reason: 'host_not_allowed',
    });
    expect(sent).toEqual([]);
  });

  it('to another account of the same service is asked for without the KS', async () => {
    const other = connection.sandbox.addPartner({ id: 103 });
    const { id } = other.addEntry({ name: 'Theirs', mediaType: 1, userId: 'eve' });
    const reference = { ...referenceTo(id), partnerId: 103 };
    await resolvePlayback(reference, { session, allowedHosts, fetch });
    const { ks } = await session.get();
    expect(sent).toHaveLength(1);
    expect(sent.some(({ body }) => body.includes(encodeURIComponent(ks)))).toBe(false);
  });

  it('gets no media of hosts that Kaltura may be made to name', async () => {
    const entry = await video();
    const misled = async (request: Request): Promise<Response> => {
      const text = await (await connection.fetch(request)).text();
      return new Response(text.replaceAll('https:\\/\\/kaltura.test', 'https:\\/\\/evil.example'));
    };
    const result = await resolvePlayback(toMediaReference(entry, here), { session, fetch: misled });
    expect(result).toMatchObject({ playable: false, reason: 'host_not_allowed' });
    expect(JSON.stringify(result)).not.toContain('evil.example');
  });
});

it('throws what passes, so that it can be tried again', async () => {
  const offline = (): Promise<Response> => Promise.reject(new TypeError('fetch failed'));
  const own = createStaticSessionSource({ ks: 'ks', serviceUrl, partnerId: 102, userId: ada });
  const playback = resolvePlayback(referenceTo('0_a'), { session: own, fetch: offline, clock: connection.clock });
  await expect(playback).rejects.toBeInstanceOf(NetworkError);
});

function referenceTo(entryId: string): MediaReference {
  return {
    version: 1,
    source: 'kaltura',
    ...here,
    entryId,
    mediaType: 'video',
    name: 'Crafted',
    projection: 'flat',
    stereoMode: 'mono',
    durationMs: null,
    width: null,
    height: null,
    thumbnailUrl: null,
  };
}
