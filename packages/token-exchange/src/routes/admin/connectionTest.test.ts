import {
  checkIds,
  connectionTestAnswerSchema,
  type CheckId,
  type ConnectionCheck,
  type ConnectionInput,
  type ConnectionTestAnswer,
} from '@spaces-kaltura/client/exchange';
import type { SandboxAppTokenInit } from '@spaces-kaltura/sandbox';
import * as v from 'valibot';
import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  createTestExchange,
  playerToken,
  userToken,
  type TestExchange,
  type TestExchangeOptions,
} from '../../testing/createTestExchange.ts';

async function tryIt(
  test: TestExchange,
  { body, claims }: { body?: unknown; claims?: Record<string, unknown> } = {},
): Promise<ConnectionTestAnswer> {
  const answer = await test.admin<ConnectionTestAnswer>('POST connection/test', {
    ...(body !== undefined && { body }),
    ...(claims !== undefined && { claims }),
  });
  expect(answer.status).toBe(200);
  return v.parse(connectionTestAnswerSchema, answer.body);
}

/** What each check says, in one word where there is nothing more. */
const inShort = ({ checks }: ConnectionTestAnswer): Record<string, string> =>
  Object.fromEntries(
    checks.map(({ id, outcome, finding }) => [id, finding === null ? outcome : `${outcome} ${finding}`]),
  );

const failures = ({ checks }: ConnectionTestAnswer): Pick<ConnectionCheck, 'id' | 'finding' | 'detail'>[] =>
  checks.filter(({ outcome }) => outcome === 'failed').map(({ id, finding, detail }) => ({ id, finding, detail }));

const stateOf = async (test: TestExchange): Promise<string> => (await test.admin('GET connection')).body.state;

/** How many upload tokens the account has, whoever they belong to. */
async function leftUploadTokens(test: TestExchange): Promise<number> {
  const call = async (name: string, params: Record<string, string>): Promise<unknown> => {
    const url = `${test.serviceUrl}/api_v3/service/${name.replace('.', '/action/')}`;
    const body = new URLSearchParams({ format: '1', ...params });
    return (await test.sandbox.fetch(new Request(url, { method: 'POST', body }))).json();
  };
  const ks = await call('session.start', { partnerId: '102', secret: test.partner.adminSecret, type: '2' });
  const { totalCount } = (await call('uploadToken.list', { ks: String(ks) })) as { totalCount: number };
  return totalCount;
}

const exception = (code: string, args: object = []): Response =>
  Response.json({ code, message: '', objectType: 'KalturaAPIException', args });

describe('a connection that is right', () => {
  it('passes every check, in order, and says what Kaltura granted', async () => {
    const test = await createTestExchange({ appToken: null });
    await test.connect({ ...userToken, sessionPrivileges: 'disableentitlement,list:*' }, { player: playerToken });
    await test.addVideo();
    await test.advance(60);
    const answer = await tryIt(test);
    expect(answer.checks.map(({ id }) => id)).toEqual(checkIds);
    expect(answer.checks.map(({ outcome }) => outcome)).toEqual(checkIds.map(() => 'passed'));
    expect(answer.checks.map(({ finding }) => finding)).toEqual(checkIds.map(() => null));
    expect(answer).toMatchObject({
      ok: true,
      granted: {
        user_id: 'ana@uni.example',
        user_origin: 'matched',
        can_list_all: true,
        can_upload: true,
        privileges: ['disableentitlement', 'list:*'],
        session_seconds: 3600,
      },
    });
  });

  it.each<[string, SandboxAppTokenInit]>([
    ['for own content', { sessionPrivileges: 'disableentitlement' }],
    ['for all content', { sessionPrivileges: 'disableentitlement,list:*' }],
    ['for a privacy context', { sessionPrivileges: 'enableentitlement,privacycontext:spaces,list:*' }],
    ['with SHA512', { hashType: 'SHA512' }],
    ['with sessions of a quarter of an hour', { sessionDuration: 900 }],
    ['that ends next year', { expiry: Math.floor(Date.now() / 1000) + 31_536_000 }],
  ])('raises no false alarm: a token %s', async (_, init) => {
    const test = await createTestExchange({ appToken: { ...userToken, ...init } });
    expect(inShort(await tryIt(test))).toEqual({
      ...Object.fromEntries(checkIds.map((id) => [id, 'passed'])),
      dash: 'skipped dash_unknown',
      player: 'skipped no_player_token',
    });
  });

  it('notes what it found on the stored connection, and that it was looked at', async () => {
    const test = await createTestExchange({
      appToken: { ...userToken, sessionPrivileges: 'disableentitlement,list:*' },
    });
    await tryIt(test);
    expect((await test.admin('GET connection')).body).toMatchObject({
      version: 1,
      state: 'ok',
      can_list_all: true,
      can_upload: true,
      granted_privileges: ['disableentitlement', 'list:*'],
      checked_at: new Date(test.sandbox.clock.now() * 1000).toISOString(),
    });
  });

  it('says whether it found the user of the admin or made it', async () => {
    const test = await createTestExchange();
    expect((await tryIt(test)).granted?.user_origin).toBe('created');
    await test.advance(60);
    expect((await tryIt(test)).granted?.user_origin).toBe('matched');
  });

  it('is left as it was: no upload token, no entry, no ADMIN session that could be used', async () => {
    const test = await createTestExchange({ appToken: null });
    const { sessionType: _, ...capable } = userToken;
    await test.connect(capable, { player: playerToken });
    const asked: { type: string | null; expiry: number }[] = [];
    test.intercept = async (action, request) => {
      const fields = new URLSearchParams(await request.text());
      if (action === 'appToken.startSession') {
        asked.push({ type: fields.get('type'), expiry: Number(fields.get('expiry')) });
      }
      return undefined;
    };
    await tryIt(test);
    expect(asked.filter(({ type }) => type === '2').length).toBeGreaterThan(0);
    expect(asked.filter(({ type, expiry }) => type !== '0' && expiry >= 0)).toEqual([]);
    expect(test.calls.filter((call) => call === 'uploadToken.add')).toHaveLength(1);
    expect(test.calls.filter((call) => call === 'uploadToken.delete')).toHaveLength(1);
    expect(test.calls).not.toContain('session.end');
    expect(test.calls).not.toContain('media.add');
    expect(await leftUploadTokens(test)).toBe(0);
  });
});

interface Misconfiguration {
  token?: SandboxAppTokenInit;
  /** What is typed in wrongly. */
  typed?: { id?: string; secret?: string; hashType?: 'MD5' | 'SHA1' | 'SHA256' | 'SHA512'; partnerId?: number };
  failed: CheckId;
  finding: string;
  detail?: Record<string, unknown>;
  state: string;
  /** What is not tried any more. */
  skipped?: CheckId[];
}

/** What a participant of a connection in this state meets. */
const codes: Record<string, string> = { refused: 'upstream_refused', misconfigured: 'connection_misconfigured' };

const after = (id: CheckId): CheckId[] => checkIds.slice(checkIds.indexOf(id) + 1);
const anyId: unknown = expect.stringMatching(/^0_\w+$/);

const misconfigurations: [string, Misconfiguration][] = [
  [
    'another account',
    {
      typed: { partnerId: 999 },
      failed: 'widget_session',
      finding: 'unknown_account',
      detail: { partner_id: '999' },
      state: 'refused',
      skipped: after('widget_session'),
    },
  ],
  ...(['MD5', 'SHA1', 'SHA512'] as const).map((hashType): [string, Misconfiguration] => [
    `the hash type ${hashType} instead of SHA256`,
    {
      typed: { hashType },
      failed: 'hash',
      finding: 'wrong_hash_type',
      detail: { given: hashType, hash_type: 'SHA256' },
      state: 'refused',
      skipped: ['session', 'rights', 'list', 'upload', 'user', 'dash', 'clock'],
    },
  ]),
  [
    'a wrong secret',
    { typed: { secret: 'f'.repeat(32) }, failed: 'hash', finding: 'wrong_secret', detail: {}, state: 'refused' },
  ],
  [
    'an unknown token id',
    {
      typed: { id: '0_nosuchid' },
      failed: 'session',
      finding: 'token_not_found',
      detail: { token_id: '0_nosuchid' },
      state: 'refused',
      skipped: ['hash', 'rights', 'list', 'upload', 'user', 'dash', 'clock'],
    },
  ],
  [
    'a disabled token',
    {
      token: { status: 1 },
      failed: 'session',
      finding: 'token_not_active',
      detail: { token_id: anyId },
      state: 'refused',
    },
  ],
  [
    'an expired token',
    {
      token: { expiry: 1 },
      failed: 'session',
      finding: 'token_expired',
      detail: { token_id: anyId },
      state: 'refused',
      skipped: ['rights', 'list', 'upload', 'user', 'dash', 'clock'],
    },
  ],
  [
    'sessions of no length',
    {
      token: { sessionDuration: 0 },
      failed: 'session',
      finding: 'session_too_short',
      detail: { seconds: '0' },
      state: 'misconfigured',
    },
  ],
  [
    'sessions of a minute',
    {
      token: { sessionDuration: 60 },
      failed: 'session',
      finding: 'session_too_short',
      detail: { seconds: '60' },
      state: 'ok',
    },
  ],
  [
    'a token that makes ADMIN sessions',
    {
      token: { sessionType: 2 },
      failed: 'rights',
      finding: 'admin_capable',
      detail: { session_type: '2' },
      state: 'misconfigured',
      skipped: ['list', 'upload', 'user', 'dash'],
    },
  ],
  [
    'one user for everybody',
    {
      token: { sessionUserId: 'shared@uni.example' },
      failed: 'rights',
      finding: 'pinned_user',
      detail: { user_id: 'shared@uni.example' },
      state: 'misconfigured',
      skipped: ['list', 'upload', 'user', 'dash'],
    },
  ],
  ...['edit:*', '*', 'xlist:*', 'setrole:PARTNER_ADMIN_ROLE', 'privacycontext:list:*'].map(
    (privilege): [string, Misconfiguration] => [
      `the privilege ${privilege}`,
      {
        token: { sessionPrivileges: `disableentitlement,${privilege}` },
        failed: 'rights',
        finding: 'dangerous_privilege',
        detail: { privilege },
        state: 'misconfigured',
      },
    ],
  ),
  [
    'sessions from one address only',
    {
      token: { sessionPrivileges: 'disableentitlement,iprestrict:10.0.0.1' },
      failed: 'rights',
      finding: 'restricted_session',
      detail: { privilege: 'iprestrict:10.0.0.1' },
      state: 'misconfigured',
      skipped: ['list', 'upload', 'dash'],
    },
  ],
  [
    'sessions for other actions only',
    {
      token: { sessionPrivileges: 'disableentitlement,urirestrict:/api_v3/service/user/*' },
      failed: 'list',
      finding: 'restricted_session',
      detail: { privilege: 'urirestrict:/api_v3/service/user/*' },
      state: 'ok',
    },
  ],
  [
    'sessions of three calls',
    {
      token: { sessionPrivileges: 'disableentitlement,actionslimit:3' },
      failed: 'upload',
      finding: 'restricted_session',
      detail: { privilege: 'actionslimit:3' },
      state: 'ok',
    },
  ],
];

describe('a connection with', () => {
  it.each(misconfigurations)('%s is told apart', async (_, misconfiguration) => {
    const { token = {}, typed = {}, failed, finding, detail = {}, state, skipped } = misconfiguration;
    const test = await createTestExchange({ appToken: null });
    const appToken = test.partner.addAppToken({ ...userToken, ...token });
    const { partnerId = 102, ...tokenTyped } = typed;
    const editor = { id: appToken.id, secret: appToken.token, hashType: 'SHA256' as const, ...tokenTyped };
    const init = { hub: 'atelier-nord', serviceUrl: test.serviceUrl, partnerId, tokens: { editor } };
    await test.exchange.connections.store(init);

    const answer = await tryIt(test);
    expect(answer.ok).toBe(false);
    expect(failures(answer)[0]).toEqual({ id: failed, finding, detail });
    const check = answer.checks.find(({ id }) => id === failed);
    expect(check?.fix).toMatch(/^[^{}]+\.$/);
    expect(await leftUploadTokens(test)).toBe(0);
    for (const id of skipped ?? []) expect(inShort(answer)).toMatchObject({ [id]: expect.stringMatching(/^skipped/) });
    expect(await stateOf(test)).toBe(state);
    // The state that a test finds is the one that participants meet.
    const session = await test.session({ sub: 'u2', email: 'bruno@uni.example' });
    expect(session.body.code).toBe(codes[state]);
  });
});

describe('how long sessions live', () => {
  it.each([60, 300])('is told alike however slow the way to Kaltura is: %i seconds', async (sessionDuration) => {
    const test = await createTestExchange({ appToken: { ...userToken, sessionDuration } });
    test.intercept = async () => {
      await test.advance(2);
      return undefined;
    };
    const { checks, granted } = await tryIt(test);
    const told = checks.find(({ id }) => id === 'session')?.detail['seconds'] ?? granted?.session_seconds;
    expect(Number(told)).toBe(sessionDuration);
  });
});

describe('a session pool that somebody has ended', () => {
  it('is noticed, although Kaltura goes on giving sessions', async () => {
    const test = await createTestExchange();
    const ks = (await test.session()).body.access_token;
    const body = new URLSearchParams({ ks, format: '1' });
    const end = `${test.serviceUrl}/api_v3/service/session/action/end`;
    await test.sandbox.fetch(new Request(end, { method: 'POST', body }));
    const answer = await tryIt(test);
    expect(failures(answer)).toEqual([{ id: 'session', finding: 'session_pool_killed', detail: { token_id: anyId } }]);
    expect(inShort(answer)).toMatchObject({ hash: 'passed', rights: 'skipped', user: 'skipped', clock: 'passed' });
    expect(await stateOf(test)).toBe('session_pool_killed');
  });
});

describe('a token that leaves the session type to its holder', () => {
  it('is told, although participants get their sessions', async () => {
    const { sessionType: _, ...capable } = userToken;
    const test = await createTestExchange({ appToken: capable });
    const answer = await tryIt(test);
    expect(failures(answer)).toEqual([{ id: 'rights', finding: 'admin_capable', detail: { session_type: 'none' } }]);
    expect(inShort(answer)).toMatchObject({ list: 'passed', upload: 'passed', user: 'passed' });
    expect(answer.granted?.can_upload).toBe(true);
    expect(await stateOf(test)).toBe('ok');
  });
});

describe('what works, and may surprise, is a hint', () => {
  it('pictures from a host that nobody has allowed, until the operator does', async () => {
    const fromElsewhere =
      (test: TestExchange): TestExchange['intercept'] =>
      async (action, request) => {
        if (action !== 'media.list') return undefined;
        const text = await (await test.sandbox.fetch(request)).text();
        return new Response(text.replaceAll('kaltura.example', 'cdn.kaltura.example'));
      };
    const list = async (options: TestExchangeOptions): Promise<unknown> => {
      const test = await createTestExchange({ appToken: userToken, ...options });
      await test.addVideo({ userId: 'ana@uni.example' });
      test.intercept = fromElsewhere(test);
      return (await tryIt(test)).checks.find((check) => check.id === 'list');
    };
    const unknown = { outcome: 'passed', finding: 'unknown_media_host', detail: { host: 'cdn.kaltura.example' } };
    expect(await list({})).toMatchObject(unknown);
    expect(await list({ allowedMediaHosts: ['cdn.kaltura.example'] })).toMatchObject({
      outcome: 'passed',
      finding: null,
    });
  });

  it.each<[string, SandboxAppTokenInit, CheckId, object]>([
    ['MD5', { hashType: 'MD5' }, 'hash', { finding: 'weak_hash_type', detail: { hash_type: 'MD5' } }],
    ['SHA1', { hashType: 'SHA1' }, 'hash', { finding: 'weak_hash_type', detail: { hash_type: 'SHA1' } }],
    [
      'entitlement left to the account',
      { sessionPrivileges: 'list:*' },
      'rights',
      { finding: 'missing_privilege', detail: { privilege: 'disableentitlement' } },
    ],
    [
      'a privacy context that lists nothing',
      { sessionPrivileges: 'enableentitlement,privacycontext:spaces' },
      'rights',
      { finding: 'missing_privilege', detail: { privilege: 'list:*' } },
    ],
    [
      'a limit that is far away',
      { sessionPrivileges: 'disableentitlement,actionslimit:500' },
      'rights',
      { finding: 'restricted_session', detail: { privilege: 'actionslimit:500' } },
    ],
  ])('%s', async (_, init, id, expected) => {
    const test = await createTestExchange({ appToken: { ...userToken, ...init } });
    const answer = await tryIt(test);
    expect(answer.ok).toBe(true);
    expect(answer.checks.find((check) => check.id === id)).toMatchObject({ outcome: 'passed', ...expected });
  });
});

describe('a role of the App Token', () => {
  it('that forbids uploading is told where it does', async () => {
    const test = await createTestExchange({ appToken: null });
    const sessionPrivileges = 'disableentitlement,setrole:PLAYBACK_BASE_ROLE';
    await test.connect({ ...userToken, sessionPrivileges }, { acceptedPrivileges: ['setrole:PLAYBACK_BASE_ROLE'] });
    const answer = await tryIt(test);
    expect(failures(answer)).toEqual([
      { id: 'upload', finding: 'restricted_session', detail: { privilege: 'setrole:PLAYBACK_BASE_ROLE' } },
    ]);
    expect(answer.granted?.can_upload).toBe(false);
    expect((await test.admin('GET connection')).body).toMatchObject({ state: 'ok', can_upload: false });
    expect((await test.session()).body.kaltura.can_upload).toBe(false);
  });

  it('that allows it is known to allow it, once that was tried', async () => {
    const test = await createTestExchange({ appToken: null });
    const sessionPrivileges = 'disableentitlement,restrictingrole:NO_LIVE_STREAMS';
    await test.connect(
      { ...userToken, sessionPrivileges },
      { acceptedPrivileges: ['restrictingrole:NO_LIVE_STREAMS'] },
    );
    expect((await test.session()).body.kaltura.can_upload).toBe(false);
    expect((await tryIt(test)).ok).toBe(true);
    expect((await test.session({ sub: 'u2', email: 'b@uni.example' })).body.kaltura.can_upload).toBe(true);
    expect((await test.admin('GET connection')).body.can_upload).toBe(true);
  });

  it('that Kaltura does not know makes sessions useless', async () => {
    const test = await createTestExchange({ appToken: null });
    const sessionPrivileges = 'disableentitlement,setrole:NO_SUCH_ROLE';
    await test.connect({ ...userToken, sessionPrivileges }, { acceptedPrivileges: ['setrole:NO_SUCH_ROLE'] });
    const [first] = failures(await tryIt(test));
    expect(first).toEqual({
      id: 'rights',
      finding: 'restricted_session',
      detail: { privilege: 'setrole:NO_SUCH_ROLE' },
    });
    expect(await stateOf(test)).toBe('misconfigured');
  });
});

describe('what Kaltura refuses', () => {
  it.each<[string, CheckId, string]>([
    ['media.list', 'list', 'list_refused'],
    ['uploadToken.add', 'upload', 'upload_refused'],
  ])('at %s is told with its reason', async (refused, id, finding) => {
    const test = await createTestExchange();
    test.intercept = (action) => (action === refused ? exception('SERVICE_FORBIDDEN') : undefined);
    expect(failures(await tryIt(test))).toEqual([{ id, finding, detail: { reason: 'SERVICE_FORBIDDEN' } }]);
    expect(await stateOf(test)).toBe('ok');
  });
});

describe('the admin as a Kaltura user', () => {
  it('who is blocked hears of it, and the connection is no worse for it', async () => {
    const test = await createTestExchange();
    test.partner.addUser({ id: 'ana@uni.example', status: 0 });
    const answer = await tryIt(test);
    expect(failures(answer)).toEqual([{ id: 'user', finding: 'user_blocked', detail: { user_id: 'ana@uni.example' } }]);
    expect(inShort(answer)).toMatchObject({ rights: 'passed', list: 'skipped', upload: 'skipped' });
    expect(answer.granted).toBeNull();
    expect(await stateOf(test)).toBe('ok');
  });

  it('whose id Kaltura takes for that of somebody else hears whose, and does nothing in their name', async () => {
    const test = await createTestExchange();
    test.partner.addUser({ id: 'zoé@uni.example' });
    const answer = await tryIt(test, { claims: { email: 'zoe@uni.example' } });
    expect(inShort(answer)).toMatchObject({ rights: 'passed', list: 'skipped', upload: 'skipped', dash: 'skipped' });
    expect(test.calls).not.toContain('uploadToken.add');
    expect(failures(answer)).toEqual([
      {
        id: 'user',
        finding: 'user_ambiguous',
        detail: { user_id: 'zoe@uni.example', other: 'zoé@uni.example' },
      },
    ]);
    expect(await stateOf(test)).toBe('ok');
  });

  it.each<[string, Record<string, unknown>, string]>([
    ['an email that is not verified', { email_verified: false }, 'email_not_verified'],
    ['an email that Kaltura cannot take', { email: 'zoé@uni.example' }, 'email_not_supported'],
  ])('with %s tests all the rest as nobody, and nobody is made', async (_, claims, problem) => {
    const test = await createTestExchange();
    const answer = await tryIt(test, { claims });
    expect(failures(answer)).toEqual([{ id: 'user', finding: 'user_unsupported', detail: { problem } }]);
    expect(inShort(answer)).toMatchObject({ session: 'passed', rights: 'passed', list: 'passed', upload: 'skipped' });
    expect(test.calls).not.toContain('user.get');
    expect(await stateOf(test)).toBe('ok');
  });
});

describe('DASH', () => {
  const dashOf = async (test: TestExchange) => (await tryIt(test)).checks.find(({ id }) => id === 'dash');

  it('is missing when recent videos have no flavor for it', async () => {
    const test = await createTestExchange();
    const { id } = await test.addVideo({ flavorParamsIds: [0] });
    expect(await dashOf(test)).toMatchObject({ outcome: 'failed', finding: 'no_dash', detail: { entry_id: id } });
    await test.addVideo();
    await test.advance(1);
    expect(await dashOf(test)).toMatchObject({ outcome: 'passed', finding: null });
  });

  it('says nothing about another profile', async () => {
    const test = await createTestExchange({ appToken: null });
    await test.connect(userToken, { conversionProfileId: 4711 });
    await test.addVideo({ flavorParamsIds: [0] });
    expect(await dashOf(test)).toMatchObject({ outcome: 'skipped', finding: 'dash_unknown' });
  });

  it.each<[boolean, object]>([
    [true, { outcome: 'passed', finding: null }],
    [false, { outcome: 'failed', finding: 'no_dash', detail: { conversion_profile_id: '7' } }],
  ])('is as guided connecting has seen it: %s', async (conversionProfileDash, expected) => {
    const test = await createTestExchange({ appToken: null });
    await test.connect(userToken, { conversionProfileId: 7, conversionProfileDash });
    expect(await dashOf(test)).toMatchObject(expected);
  });

  it.each<[string, Record<string, unknown>]>([
    ['that nobody may play without more', { accessControl: 'authenticated' }],
    ['without a file', { contentId: undefined }],
  ])('cannot be told from a video %s', async (_, init) => {
    const test = await createTestExchange();
    await test.addVideo({ userId: 'ana@uni.example', ...init });
    expect(await dashOf(test)).toMatchObject({ outcome: 'skipped', finding: 'dash_unknown' });
  });
});

describe('the token for playing', () => {
  it.each<[string, SandboxAppTokenInit, string, Record<string, unknown>]>([
    [
      'has no star to narrow',
      { sessionPrivileges: 'disableentitlementforentry:*,setrole:PLAYBACK_BASE_ROLE' },
      'missing_privilege',
      { privilege: 'sview:*' },
    ],
    [
      'may do more than play',
      { sessionPrivileges: 'sview:*,disableentitlementforentry:*' },
      'missing_privilege',
      { privilege: 'setrole:PLAYBACK_BASE_ROLE' },
    ],
    [
      'is one for everything',
      { sessionPrivileges: 'disableentitlement,list:*' },
      'dangerous_privilege',
      { privilege: 'disableentitlement' },
    ],
    ['makes ADMIN sessions', { sessionType: 2 }, 'admin_capable', { session_type: '2' }],
    ['makes everybody one user', { sessionUserId: 'shared' }, 'pinned_user', { user_id: 'shared' }],
    ['has expired', { expiry: 1 }, 'token_expired', { token_id: anyId }],
  ])('which %s is told, and everything else goes on', async (_, init, finding, detail) => {
    const test = await createTestExchange({ appToken: null });
    await test.connect(userToken, { player: { ...playerToken, ...init } });
    const answer = await tryIt(test);
    expect(failures(answer)).toEqual([{ id: 'player', finding, detail }]);
    expect(await stateOf(test)).toBe('ok');
  });

  it('whose secret is wrong is told as such', async () => {
    const test = await createTestExchange({ appToken: null });
    const [editor, player] = [test.partner.addAppToken(userToken), test.partner.addAppToken(playerToken)];
    const tokens = {
      editor: { id: editor.id, secret: editor.token, hashType: 'SHA256' },
      player: { id: player.id, secret: editor.token, hashType: 'SHA256' },
    } as const;
    await test.exchange.connections.store({ hub: 'atelier-nord', serviceUrl: test.serviceUrl, partnerId: 102, tokens });
    expect(failures(await tryIt(test))).toEqual([{ id: 'player', finding: 'wrong_secret', detail: {} }]);
    expect(await stateOf(test)).toBe('ok');
  });
});

/** Kaltura, its clock so many seconds ahead: all times in its answers are later. */
const withClock =
  (test: TestExchange, ahead: number): TestExchange['intercept'] =>
  async (action, request) => {
    const time = action === 'appToken.startSession' ? 'expiry' : action === 'user.get' ? 'createdAt' : undefined;
    if (time === undefined) return undefined;
    const answer = (await (await test.sandbox.fetch(request)).json()) as Record<string, number>;
    return Response.json({ ...answer, [time]: (answer[time] ?? 0) + ahead });
  };

describe('clocks', () => {
  it.each([
    [31, '31'],
    [-31, '-31'],
    [3600, '3600'],
  ])('that differ by %i seconds are told, and which way', async (ahead, seconds) => {
    const test = await createTestExchange();
    test.intercept = withClock(test, ahead);
    const answer = await tryIt(test);
    expect(failures(answer)).toEqual([{ id: 'clock', finding: 'clock_skew', detail: { seconds } }]);
    expect(answer.granted).toMatchObject({ session_seconds: 3600, user_origin: 'created' });
  });

  it('may differ by half a minute', async () => {
    const test = await createTestExchange();
    test.intercept = withClock(test, 30);
    expect((await tryIt(test)).ok).toBe(true);
  });
});

describe('a service that is not there', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  const causes: [string, () => Promise<Response>][] = [
    ['no such name', () => Promise.reject(new TypeError('getaddrinfo ENOTFOUND'))],
    ['a closed port', () => Promise.reject(new TypeError('connect ECONNREFUSED'))],
    ['a broken certificate', () => Promise.reject(new TypeError('self-signed certificate'))],
    ['a reset connection', () => Promise.reject(new TypeError('read ECONNRESET'))],
  ];

  it('looks the same, whatever the reason', async () => {
    const seen = new Set<string>();
    for (const [, cause] of causes) {
      const test = await createTestExchange();
      test.intercept = cause;
      const answer = await tryIt(test);
      expect(inShort(answer)).toEqual({
        ...Object.fromEntries(checkIds.map((id) => [id, 'skipped'])),
        reachable: 'failed unreachable',
      });
      seen.add(JSON.stringify(answer.checks, (name, value: unknown) => (name === 'ms' ? undefined : value)));
      expect(await stateOf(test)).toBe('ok');
    }
    expect(seen.size).toBe(1);
  });

  it('takes its time to be told, however soon it is known', async () => {
    const test = await createTestExchange();
    test.intercept = () => Promise.reject(new TypeError('connect ECONNREFUSED'));
    const { checks } = await tryIt(test);
    // The clock of the checks goes on while they wait; a timer may be a millisecond early.
    expect(checks[0]?.ms).toBeGreaterThanOrEqual(249);
  });

  it('in the middle ends the test there', async () => {
    const test = await createTestExchange();
    test.intercept = (action) =>
      action === 'uploadToken.add' ? Promise.reject(new TypeError('connect ECONNREFUSED')) : undefined;
    expect(inShort(await tryIt(test))).toMatchObject({
      list: 'passed',
      upload: 'failed unreachable',
      user: 'skipped',
      dash: 'skipped',
      player: 'skipped',
      clock: 'skipped',
    });
    expect((await test.admin('GET connection')).body).toMatchObject({ state: 'ok', can_upload: null });
  });

  it('but something else is, is no Kaltura', async () => {
    const test = await createTestExchange();
    test.intercept = () => new Response('<html>It works!</html>', { headers: { 'content-type': 'text/html' } });
    expect(failures(await tryIt(test))).toEqual([{ id: 'reachable', finding: 'not_kaltura', detail: {} }]);
  });

  it.each<[string, () => Response, string]>([
    ['limits calls', () => exception('ACTION_BLOCKED'), 'busy'],
    ['has an error of its own', () => exception('INTERNAL_SERVERL_ERROR'), 'upstream_trouble'],
    ['is down behind its proxy', () => new Response('', { status: 503 }), 'upstream_trouble'],
    ['answers nonsense', () => Response.json([{ nonsense: true }]), 'upstream_trouble'],
  ])('a Kaltura that %s is told as such', async (_, respond, finding) => {
    const test = await createTestExchange();
    test.intercept = (action) => (action === 'session.startWidgetSession' ? respond() : undefined);
    const answer = await tryIt(test);
    expect(failures(answer)[0]).toMatchObject({ id: 'widget_session', finding });
    expect(await stateOf(test)).toBe('ok');
  });
});

describe('values that are not stored yet', () => {
  async function candidate(test: TestExchange, init = {}): Promise<ConnectionInput> {
    const { id, token } = test.partner.addAppToken({ ...userToken, ...init });
    const editor = { id, secret: token, hash_type: 'SHA256' } as const;
    return { service_url: test.serviceUrl, partner_id: 102, tokens: { editor } };
  }

  it('are tried before there is a connection, and nothing is stored', async () => {
    const test = await createTestExchange({ appToken: null });
    const answer = await tryIt(test, { body: await candidate(test) });
    expect(answer.ok).toBe(true);
    expect((await test.admin('GET connection')).body.code).toBe('not_connected');
  });

  it('change nothing of what is stored', async () => {
    const test = await createTestExchange();
    const before = (await test.admin('GET connection')).body;
    expect((await tryIt(test, { body: await candidate(test, { sessionType: 2 }) })).ok).toBe(false);
    expect((await test.admin('GET connection')).body).toEqual(before);
  });

  it('take the secret from the store where it may go', async () => {
    const test = await createTestExchange();
    const { tokens } = (await test.admin('GET connection')).body;
    const editor = { id: tokens.editor.id, hash_type: tokens.editor.hash_type };
    const body = { service_url: test.serviceUrl, partner_id: 102, tokens: { editor }, user_id_mapping: 'local_part' };
    expect((await tryIt(test, { body })).granted?.user_id).toBe('ana');
  });

  it.each<[string, object]>([
    ['another service', { service_url: 'https://other-kaltura.example' }],
    ['another account', { partner_id: 103 }],
  ])('do not take it to %s', async (_, change) => {
    const test = await createTestExchange();
    const { tokens } = (await test.admin('GET connection')).body;
    const editor = { id: tokens.editor.id, hash_type: tokens.editor.hash_type };
    const body = { service_url: test.serviceUrl, partner_id: 102, tokens: { editor }, ...change };
    test.calls.length = 0;
    const answer = await test.admin('POST connection/test', { body });
    expect(answer).toMatchObject({ status: 422, body: { code: 'secret_required' } });
    expect(test.calls).toEqual([]);
  });

  it('go to no service that is not allowed', async () => {
    const test = await createTestExchange();
    const body = { ...(await candidate(test)), service_url: 'https://169.254.169.254' };
    test.calls.length = 0;
    expect((await test.admin('POST connection/test', { body })).body.code).toBe('service_url_not_allowed');
    expect(test.calls).toEqual([]);
  });

  it('are checked like those that are stored', async () => {
    const test = await createTestExchange();
    const body = { ...(await candidate(test)), mode: 'all' };
    expect((await test.admin('POST connection/test', { body })).body.errors).toEqual([
      { pointer: '/mode', code: expect.any(String) },
    ]);
  });
});

describe('POST /v1/admin/connection/test', () => {
  it('may be asked six times a minute for a hub, whoever asks', async () => {
    const test = await createTestExchange({ appToken: null });
    const codeFor = async (claims: object) =>
      (await test.admin('POST connection/test', { claims: { ...claims } })).body.code;
    for (let index = 0; index < 6; index++) expect(await codeFor({ sub: `admin-${index}` })).toBe('not_connected');
    const refused = await test.admin('POST connection/test');
    expect(refused).toMatchObject({ status: 429, body: { code: 'rate_limited' } });
    expect(Number(refused.headers.get('retry-after'))).toBe(10);
    expect(await codeFor({ hub: 'universite-delta' })).toBe('not_connected');
    await test.advance(10);
    expect(await codeFor({})).toBe('not_connected');
    expect(await codeFor({})).toBe('rate_limited');
  });

  it('does not mind while a former token serves that the new one is refused: participants do not feel it', async () => {
    const test = await createTestExchange();
    const { id } = test.partner.addAppToken(userToken);
    const body = { purpose: 'editor', token: { id, secret: 'f'.repeat(32), hash_type: 'SHA256' } };
    await test.admin('PUT connection/rotation', { version: 1, body });
    expect(failures(await tryIt(test))).toEqual([{ id: 'hash', finding: 'wrong_secret', detail: {} }]);
    expect(await stateOf(test)).toBe('ok');
    expect((await test.session()).status).toBe(200);
  });

  it('is possible while the connection is paused', async () => {
    const test = await createTestExchange();
    await test.admin('PUT connection/pause', { version: 1 });
    expect((await tryIt(test)).ok).toBe(true);
    expect((await test.session()).body.code).toBe('connection_paused');
  });

  it('is for hub admins alone', async () => {
    const test = await createTestExchange();
    expect((await test.admin('POST connection/test', { claims: { role: 'participant' } })).body.code).toBe(
      'role_required',
    );
  });
});
