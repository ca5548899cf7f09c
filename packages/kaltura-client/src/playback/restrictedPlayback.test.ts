import { describe, expect, it } from 'vitest';
import { ExchangeError, NetworkError } from '../errors.ts';
import { exchangeErrors, type ExchangeErrorCode } from '../exchange/exchangeErrors.ts';
import type { MediaReference } from '../reference/MediaReference.ts';
import { toMediaReference } from '../reference/toMediaReference.ts';
import { createStaticSessionSource } from '../session/createStaticSessionSource.ts';
import type { PlaybackSessionSource, SessionSource } from '../session/KalturaSession.ts';
import { connectSandbox, serviceUrl } from '../testing/connectSandbox.ts';
import { resolvePlayback } from './resolvePlayback.ts';

const ada = 'ada@uni.example';
const bruno = 'bruno@uni.example';

/** An entry of Bruno's that Ada wants to play. */
async function start(init: { contexts?: string[]; accessControl?: 'authenticated' }, privileges?: string) {
  const connection = connectSandbox({ responseCache: 0 }, privileges);
  const { partner } = connection;
  const { id } = await connection.addVideo({ userId: bruno, ...init });
  const ofBruno = await connection.clientOf(bruno).media.get(id);
  const reference = toMediaReference(ofBruno, { serviceUrl, partnerId: 102 });
  const sent: { url: string; ks: string | null }[] = [];
  const fetch = async (request: Request): Promise<Response> => {
    const fields = new URLSearchParams(await request.clone().text());
    sent.push({ url: request.url, ks: fields.get('ks') });
    return connection.fetch(request);
  };
  async function startSession(userId: string, privileges: string): Promise<string> {
    const body = new URLSearchParams({ format: '1', partnerId: '102', secret: partner.userSecret, userId, privileges });
    const url = `${serviceUrl}/api_v3/service/session/action/start`;
    return (await connection.sandbox.fetch(new Request(url, { method: 'POST', body }))).json() as Promise<string>;
  }
  /** As the exchange gives them: narrowed to the entry that is asked for. */
  const playbackSessions: PlaybackSessionSource = {
    of(entryId) {
      const session = startSession(ada, `sview:${entryId},disableentitlementforentry:${entryId}`).then((ks) =>
        createStaticSessionSource({ ks, serviceUrl, partnerId: 102, userId: ada, canUpload: false }),
      );
      return {
        get: async (options) => (await session).get(options),
        renew: async (stale, options) => (await session).renew(stale, options),
        clear: () => {},
      };
    },
    clear: () => {},
  };
  return { connection, reference, fetch, sent, session: connection.sessionOf(ada), playbackSessions };
}

const refusing = (code: ExchangeErrorCode): PlaybackSessionSource => {
  const { status, retriable: retry, fixBy, nextStep } = exchangeErrors[code];
  const refuse = () => Promise.reject(new ExchangeError({ code, status, retry, fixBy, nextStep, requestId: null }));
  return { of: () => ({ get: refuse, renew: refuse, clear: () => {} }), clear: () => {} };
};

const hidden = { contexts: ['school'] };
const inHub = 'enableentitlement,privacycontext:hub,list:*';
const restricted = { accessControl: 'authenticated' } as const;

describe('an entry of somebody else', () => {
  it('plays with the viewer’s own session as long as it is not restricted', async () => {
    const { reference, session, fetch } = await start({});
    const playbackSessions = refusing('no_player_token');
    const result = await resolvePlayback(reference, { session, playbackSessions, fetch });
    expect(result).toMatchObject({ playable: true });
  });

  it.each([
    ['access control restricts', restricted, undefined],
    ['entitlement hides', hidden, inHub],
    ['both do', { ...hidden, ...restricted }, inHub],
  ])('that %s plays with a session for it alone, which goes into bodies of manifests only', async (_, init, own) => {
    const { reference, session, playbackSessions, fetch, sent } = await start(init, own);
    const result = await resolvePlayback(reference, { session, playbackSessions, fetch });
    if (!result.playable) throw new Error(result.reason);
    const { dash, manifestBody } = result.sources;
    const { ks } = await playbackSessions.of(reference.entryId).get();
    const body = await manifestBody(dash!);
    expect(body?.get('ks')?.slice(0, 4)).toBe('djJ8');
    expect(body?.get('ks')).not.toBe((await session.get()).ks);
    expect(sent.every(({ url }) => !url.includes('djJ8'))).toBe(true);
    await expect(
      manifestBody('https://kaltura.test/p/102/playManifest/entryId/0_other/format/url'),
    ).resolves.toBeNull();

    const manifest = await fetch(new Request(dash!, { method: 'POST', body, redirect: 'manual' }));
    expect(manifest.status).toBe(302);
    // Without it, or with the viewer's own KS, there would be nothing.
    const withOwn = new URLSearchParams({ ks: (await session.get()).ks });
    expect((await fetch(new Request(dash!, { method: 'POST', body: withOwn }))).status).toBe(404);
    expect(ks).toBeTruthy();
  });

  it('that is restricted says that the hub has no App Token for playing', async () => {
    const { reference, session, fetch } = await start(restricted);
    const playbackSessions = refusing('no_player_token');
    const result = await resolvePlayback(reference, { session, playbackSessions, fetch });
    expect(result).toMatchObject({ playable: false, reason: 'no_player_token', entry: { id: reference.entryId } });
  });

  it.each(['entry_not_named', 'connection_misconfigured', 'person_revoked'] as const)(
    'that is restricted is forbidden when the exchange says %s, or gives no such sessions',
    async (code) => {
      const { reference, session, fetch } = await start(restricted);
      for (const playbackSessions of [refusing(code), undefined]) {
        const result = resolvePlayback(reference, { session, playbackSessions, fetch });
        await expect(result).resolves.toMatchObject({ playable: false, reason: 'forbidden' });
      }
    },
  );

  it('that only entitlement hides plays for anybody, so also for this viewer, without a KS', async () => {
    const { reference, session, fetch } = await start(hidden, inHub);
    const result = await resolvePlayback(reference, { session, playbackSessions: refusing('no_player_token'), fetch });
    if (!result.playable) throw new Error(result.reason);
    await expect(result.sources.manifestBody(result.sources.dash!)).resolves.toBeNull();
  });

  it('that is hidden and restricted says what is missing', async () => {
    const { reference, session, fetch } = await start({ ...hidden, ...restricted }, inHub);
    const result = resolvePlayback(reference, { session, playbackSessions: refusing('no_player_token'), fetch });
    await expect(result).resolves.toMatchObject({ playable: false, reason: 'no_player_token' });
  });

  it('that was deleted is deleted, whoever asks', async () => {
    const { reference, session, playbackSessions, fetch, connection } = await start(restricted);
    await connection.clientOf(bruno).call({
      service: 'media',
      action: 'delete',
      params: { entryId: reference.entryId },
      repeatable: false,
      read: () => null,
    });
    for (const source of [playbackSessions, refusing('no_player_token'), undefined]) {
      const result = resolvePlayback(reference, { session, playbackSessions: source, fetch });
      await expect(result).resolves.toMatchObject({ playable: false, reason: 'deleted' });
    }
  });

  it('is not asked for again when it cannot be played for another reason', async () => {
    const { reference, session, fetch, connection } = await start({});
    const { id } = connection.partner.addEntry({ name: 'Being converted', mediaType: 1, userId: bruno, status: 1 });
    const unasked: PlaybackSessionSource = { of: () => expect.fail('asked'), clear: () => {} };
    const options = { session, playbackSessions: unasked, fetch };
    const result = await resolvePlayback({ ...reference, entryId: id }, options);
    expect(result).toMatchObject({ playable: false, reason: 'processing' });
  });

  it('throws what passes, so that it can be tried again', async () => {
    const { reference, session, fetch } = await start(restricted);
    const busy = resolvePlayback(reference, { session, playbackSessions: refusing('draining'), fetch });
    await expect(busy).rejects.toMatchObject({ code: 'draining' });
    const offline: SessionSource = {
      ...session,
      get: () => Promise.reject(new NetworkError('network_unreachable', 'x')),
    };
    const playbackSessions: PlaybackSessionSource = { of: () => offline, clear: () => {} };
    await expect(resolvePlayback(reference, { session, playbackSessions, fetch })).rejects.toBeInstanceOf(NetworkError);
  });
});

describe('a page that only plays', () => {
  it('asks anybody first, and for a session where that is not enough', async () => {
    const { reference, playbackSessions, fetch } = await start(restricted);
    const allowedHosts = ['kaltura.test'];
    const result = await resolvePlayback(reference, { playbackSessions, allowedHosts, fetch });
    expect(result).toMatchObject({ playable: true });
    await expect(resolvePlayback(reference, { playbackSessions, fetch })).resolves.toMatchObject({ playable: true });
    const open = await start({});
    const unasked: PlaybackSessionSource = { of: () => expect.fail('asked'), clear: () => {} };
    const anonymous = resolvePlayback(open.reference, { playbackSessions: unasked, allowedHosts, fetch: open.fetch });
    await expect(anonymous).resolves.toMatchObject({ playable: true });
  });

  it('sends a session for playing to its own account only', async () => {
    const { reference, playbackSessions, fetch, sent } = await start(restricted);
    const crafted: MediaReference[] = [
      { ...reference, partnerId: 103 },
      { ...reference, serviceUrl: 'https://evil.example' },
    ];
    for (const other of crafted) {
      const result = resolvePlayback(other, { playbackSessions, allowedHosts: ['kaltura.test'], fetch });
      await expect(result).resolves.toMatchObject({ playable: false });
    }
    expect(sent.filter(({ ks }) => ks !== null)).toEqual([]);
    expect(sent.filter(({ url }) => !url.startsWith(serviceUrl))).toEqual([]);
  });
});
