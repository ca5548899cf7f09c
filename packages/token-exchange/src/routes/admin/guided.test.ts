import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  guidedAccountAnswerSchema,
  guidedConnectAnswerSchema,
  guidedSignInAnswerSchema,
  type GuidedAccountAnswer,
  type GuidedSignInAnswer,
} from '@spaces-kaltura/client/exchange';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestExchange, type TestExchange, type TestExchangeOptions } from '../../testing/createTestExchange.ts';

const kim = { id: 'kim', email: 'kim@uni.example', password: 'Passw0rd!23', isAdmin: true };
const service_url = 'https://kaltura.example';
const login = { service_url, login_id: kim.email, password: kim.password, partner_id: 102 };
const wish = { effect: { kind: 'own' }, player: true, conversion_profile_id: null } as const;

/** Two accounts that Kim administers; in both, somebody without a name has done something once. */
async function start(options: TestExchangeOptions = {}): Promise<TestExchange> {
  const test = await createTestExchange({ appToken: null, ...options });
  for (const partner of [test.partner, test.sandbox.addPartner({ id: 103, name: 'School of Arts' })]) {
    partner.addUser({ id: '' });
    partner.addUser(kim);
  }
  return test;
}

const signIn = (test: TestExchange, body: object = login, claims = {}) =>
  test.admin<GuidedSignInAnswer>('POST guided/sign-in', { body, claims });
const choose = (test: TestExchange, handle: string, partner_id = 102, claims = {}) =>
  test.admin<GuidedAccountAnswer>('POST guided/account', { body: { handle, partner_id }, claims });
const connect = (test: TestExchange, handle: string, more: object = {}, version = 0) =>
  test.admin('POST guided/connect', { body: { handle, ...wish, ...more }, version });

/** The handle of somebody who has signed in and chosen. */
async function chosen(test: TestExchange, body: object = login, partner_id = 102): Promise<string> {
  return (await choose(test, (await signIn(test, body)).body.handle, partner_id)).body.handle;
}

/** Calls Kaltura past the exchange. */
async function ask<TAnswer>(test: TestExchange, call: string, params: Record<string, string>): Promise<TAnswer> {
  const [service, action] = call.split('.');
  const url = `${service_url}/api_v3/service/${service}/action/${action}`;
  const body = new URLSearchParams({ format: '1', ...params });
  return (await test.sandbox.fetch(new Request(url, { method: 'POST', body }))).json() as Promise<TAnswer>;
}

const startSession = (test: TestExchange, params: Record<string, string>, partnerId = 102): Promise<string> =>
  ask(test, 'session.start', {
    partnerId: String(partnerId),
    secret: test.sandbox.partner(partnerId).adminSecret,
    ...params,
  });

/** The App Tokens of an account, as its administrator sees them. */
async function appTokens(test: TestExchange, partnerId = 102): Promise<{ id: string; sessionPrivileges: string }[]> {
  const ks = await startSession(test, { type: '2', userId: 'auditor' }, partnerId);
  return (await ask<{ objects: { id: string; sessionPrivileges: string }[] }>(test, 'appToken.list', { ks })).objects;
}

/** Every KS that was sent to Kaltura. */
function watch(test: TestExchange): { action: string; ks: string }[] {
  const sent: { action: string; ks: string }[] = [];
  const before = test.intercept;
  test.intercept = async (action, request) => {
    sent.push({ action, ks: new URLSearchParams(await request.clone().text()).get('ks') ?? '' });
    return before(action, request);
  };
  return sent;
}

describe('guided connection', () => {
  it('goes from a password to a connection that works', async () => {
    const test = await start();
    const signedIn = await signIn(test);
    expect(signedIn.status).toBe(200);
    expect(v.parse(guidedSignInAnswerSchema, signedIn.body)).toMatchObject({
      expires_in: 600,
      accounts: [
        { partner_id: 102, name: 'Partner 102' },
        { partner_id: 103, name: 'School of Arts' },
      ],
    });

    const account = await choose(test, signedIn.body.handle);
    const { conversion_profiles, ...rest } = v.parse(guidedAccountAnswerSchema, account.body);
    expect(rest.account).toEqual({ partner_id: 102, name: 'Partner 102' });
    expect(conversion_profiles[0]).toMatchObject({ is_default: true, dash: true, max_height: 1080 });
    expect(conversion_profiles.find(({ name }) => name === 'Source Only')).toMatchObject({
      is_default: false,
      dash: false,
      max_height: null,
    });

    const effect = { kind: 'entitlement', privacyContext: 'SPACES' } as const;
    const made = await connect(test, account.body.handle, { effect, user_id_mapping: 'local_part' });
    expect([made.status, made.headers.get('etag')]).toEqual([201, '"1"']);
    const connection = v.parse(guidedConnectAnswerSchema, made.body);
    expect(connection).toMatchObject({
      partner_id: 102,
      service_url,
      user_id_mapping: 'local_part',
      conversion_profile_id: null,
      conversion_profile_dash: true,
      tokens: { editor: { hash_type: 'SHA256', expires_at: null }, player: { hash_type: 'SHA256' } },
    });
    const ids = (await appTokens(test)).map(({ id }) => id);
    expect(new Set(ids)).toEqual(new Set([connection.tokens.editor.id, connection.tokens.player?.id]));
    const { sessionPrivileges } = (await appTokens(test)).find(({ id }) => id === connection.tokens.editor.id) ?? {};
    expect(sessionPrivileges).toBe('enableentitlement,privacycontext:SPACES,list:*');

    expect((await test.session()).body.kaltura).toMatchObject({ user_id: 'ana', can_list_all: true });
    const { id: entryId } = test.partner.addEntry({ name: 'Atrium', mediaType: 1, userId: 'bruno' });
    expect((await test.playback({ entries: [entryId] }, { entryId })).status).toBe(200);
    const { rows } = (await test.admin<{ rows: { action: string; by: string }[] }>('GET audit')).body;
    expect(rows).toMatchObject([{ action: 'connection_created', by: 'person' }]);
  });

  it('connects another account of the admin with a session that never outlives a step', async () => {
    const test = await start();
    const sent = watch(test);
    const handle = await chosen(test, login, 103);
    const connection = await connect(test, handle, { player: false });
    expect(connection.body).toMatchObject({ partner_id: 103, tokens: { player: null } });
    expect(await appTokens(test, 103)).toHaveLength(1);
    expect(await appTokens(test, 102)).toHaveLength(0);
    // One for each of the two steps, and the one of the sign-in.
    expect(sent.filter(({ action }) => action === 'user.loginByKs')).toHaveLength(2);
    const ended = sent.filter(({ action }) => action === 'session.end').map(({ ks }) => ks);
    expect(new Set(ended).size).toBe(3);
    expect(new Set(sent.map(({ ks }) => ks).filter((ks) => ks !== ''))).toEqual(new Set(ended));
    for (const ks of ended) expect(await ask(test, 'partner.getInfo', { ks })).toMatchObject({ code: 'INVALID_KS' });
  });

  it('replaces a connection that is there', async () => {
    const test = await start();
    await test.connect({ hashType: 'SHA256', sessionType: 0 });
    const made = await connect(test, await chosen(test), {}, 1);
    expect([made.status, made.body.version]).toEqual([200, 2]);
  });

  it('marks profiles that give no DASH, and remembers it', async () => {
    const test = await start();
    const handle = (await signIn(test)).body.handle;
    const account = (await choose(test, handle)).body;
    const sourceOnly = account.conversion_profiles.find(({ dash }) => !dash);
    const made = await connect(test, account.handle, { conversion_profile_id: sourceOnly?.id });
    expect(made.body).toMatchObject({ conversion_profile_id: sourceOnly?.id, conversion_profile_dash: false });
  });

  it('refuses a conversion profile that the account has not, before anything is made', async () => {
    const test = await start();
    const made = await connect(test, await chosen(test), { conversion_profile_id: 99_999 });
    expect(made).toMatchObject({ status: 422, body: { code: 'invalid_field' } });
    expect(made.body.errors).toEqual([{ pointer: '/conversion_profile_id', code: 'unknown' }]);
    expect(await appTokens(test)).toEqual([]);
  });
});

const refusal = (code: string, args: object = {}): Response =>
  Response.json({ objectType: 'KalturaAPIException', code, message: `${kim.password} ${code}`, args });

describe('signing in to Kaltura', () => {
  it.each([
    ['a wrong password', { password: 'nope' }, 'kaltura_sign_in_refused'],
    ['an unknown address', { login_id: 'who@uni.example' }, 'kaltura_sign_in_refused'],
    ['another account', { partner_id: 999 }, 'kaltura_sign_in_refused'],
    ['a service that is not allowed', { service_url: 'https://evil.example' }, 'service_url_not_allowed'],
  ])('with %s: %s', async (_, change, code) => {
    const test = await start();
    expect(await signIn(test, { ...login, ...change })).toMatchObject({ status: 422, body: { code } });
  });

  it.each([
    ['USER_WRONG_PASSWORD', 'kaltura_sign_in_refused'],
    ['LOGIN_BLOCKED', 'kaltura_sign_in_refused'],
    ['LOGIN_RETRIES_EXCEEDED', 'kaltura_sign_in_refused'],
    ['USER_NOT_FOUND', 'kaltura_sign_in_refused'],
    ['constructor', 'kaltura_sign_in_refused'],
    ['MISSING_OTP', 'kaltura_otp_required'],
    ['INVALID_OTP', 'kaltura_otp_refused'],
    ['PASSWORD_EXPIRED', 'kaltura_password_expired'],
    ['DIRECT_LOGIN_BLOCKED', 'kaltura_sso_required'],
    ['INTERNAL_SERVERL_ERROR', 'upstream_unavailable'],
  ])('when Kaltura says %s: %s', async (said, code) => {
    const test = await start();
    test.intercept = (action) => (action === 'user.loginByLoginId' ? refusal(said) : undefined);
    expect((await signIn(test)).body.code).toBe(code);
    // A password is tried once.
    expect(test.calls).toEqual(['user.loginByLoginId']);
  });

  it('asks for the one-time password, and takes it', async () => {
    const test = await start();
    test.partner.addUser({ ...kim, otp: '246810' });
    expect((await signIn(test)).body.code).toBe('kaltura_otp_required');
    expect((await signIn(test, { ...login, otp: '111111' })).body.code).toBe('kaltura_otp_refused');
    expect((await signIn(test, { ...login, otp: '246810' })).status).toBe(200);
  });

  it('is for account admins, and leaves no session of anybody else behind', async () => {
    const test = await start();
    test.partner.addUser({ ...kim, isAdmin: false });
    const sent = watch(test);
    expect(await signIn(test)).toMatchObject({ status: 422, body: { code: 'kaltura_admin_required' } });
    const { ks = '' } = sent.at(-1) ?? {};
    expect(sent.at(-1)?.action).toBe('session.end');
    expect(await ask(test, 'user.get', { ks })).toMatchObject({ code: 'INVALID_KS' });
  });

  it('leaves no session behind when the accounts cannot be read', async () => {
    const test = await start();
    test.intercept = (action) => (action === 'partner.getInfo' ? new Response('<html>') : undefined);
    expect((await signIn(test)).body.code).toBe('upstream_bad_response');
    expect(test.calls.at(-1)).toBe('session.end');
  });

  it('works with a pasted ADMIN KS', async () => {
    const test = await start();
    const ks = await startSession(test, { type: '2', userId: 'kim' });
    const signedIn = await signIn(test, { service_url, ks });
    expect(signedIn.body.accounts.map(({ partner_id }) => partner_id)).toEqual([102, 103]);
    const handle = (await choose(test, signedIn.body.handle)).body.handle;
    expect((await connect(test, handle)).status).toBe(201);
    expect(await ask(test, 'partner.getInfo', { ks })).toMatchObject({ code: 'INVALID_KS' });
  });

  it.each([
    ['a USER KS', { type: '0', userId: 'ana@uni.example' }, 'kaltura_admin_required'],
    ['a USER KS of somebody who administers the account', { type: '0', userId: 'kim' }, 'kaltura_admin_required'],
    ['a KS that is over', { type: '2', userId: 'kim', expiry: '-5' }, 'kaltura_sign_in_refused'],
  ])('refuses %s that is pasted', async (_, params, code) => {
    const test = await start();
    const ks = await startSession(test, params);
    expect((await signIn(test, { service_url, ks })).body.code).toBe(code);
  });

  it('refuses any other text', async () => {
    const test = await start();
    expect((await signIn(test, { service_url, ks: 'djJ8MTAyfGhlbGxvIHdvcmxk' })).body.code).toBe(
      'kaltura_sign_in_refused',
    );
  });

  it('gives a handle no longer than the KS that was pasted', async () => {
    const test = await start();
    const ks = await startSession(test, { type: '2', userId: 'kim', expiry: '90' });
    expect((await signIn(test, { service_url, ks })).body.expires_in).toBe(90);
  });

  it('never ends a session that comes from an App Token: that would end all of them', async () => {
    const test = await start();
    const { id, token } = test.partner.addAppToken({ sessionType: 2, hashType: 'SHA256' });
    const widget = await ask<{ ks: string }>(test, 'session.startWidgetSession', { widgetId: '_102' });
    const { createHash } = await import('node:crypto');
    const tokenHash = createHash('sha256')
      .update(widget.ks + token)
      .digest('hex');
    const params = { ks: widget.ks, id, tokenHash, userId: 'kim' };
    const { ks } = await ask<{ ks: string }>(test, 'appToken.startSession', params);
    const handle = await chosen(test, { service_url, ks }, 103);
    expect((await connect(test, handle)).status).toBe(201);
    expect(test.calls).not.toContain('session.end');
    expect(await ask(test, 'partner.getInfo', { ks })).toMatchObject({ id: 102 });
  });

  it('is tried six times a minute in a hub, whoever tries', async () => {
    const test = await start();
    const wrong = { ...login, password: 'nope' };
    for (let turn = 0; turn < 6; turn += 1) {
      expect((await signIn(test, wrong, { sub: `admin-${turn}` })).body.code).toBe('kaltura_sign_in_refused');
    }
    test.calls.length = 0;
    const seventh = await signIn(test, login, { sub: 'admin-7' });
    expect([seventh.status, seventh.headers.get('retry-after')]).toEqual([429, '10']);
    expect(test.calls).toEqual([]);
    expect((await signIn(test, login, { hub: 'universite-delta' })).status).toBe(200);
    await test.advance(10);
    expect((await signIn(test)).status).toBe(200);
  });

  it.each([
    ['a participant', { role: 'participant' }, {}, 'role_required'],
    ['an admin who signed in long ago', { auth_time: 1 }, {}, 'reauth_required'],
    ['no page', {}, { origin: undefined }, 'origin_not_allowed'],
  ])('is not for %s', async (_, claims, headers, code) => {
    const test = await start();
    expect((await test.admin('POST guided/sign-in', { body: login, claims, headers })).body.code).toBe(code);
    expect(test.calls).toEqual([]);
  });
});

describe('the handle between the steps', () => {
  it('is over after ten minutes', async () => {
    const test = await start();
    const handle = await chosen(test);
    await test.advance(599);
    expect((await choose(test, handle)).body).toMatchObject({ expires_in: 1 });
    await test.advance(1);
    expect(await choose(test, handle)).toMatchObject({ status: 409, body: { code: 'guided_expired' } });
    expect((await connect(test, handle)).body.code).toBe('guided_expired');
  });

  it('is good for this person in this hub only, and as it was made', async () => {
    const test = await start();
    const handle = await chosen(test);
    test.calls.length = 0;
    for (const claims of [{ sub: 'user-2' }, { hub: 'universite-delta' }]) {
      expect((await choose(test, handle, 102, claims)).body.code).toBe('guided_expired');
    }
    const [kid, text = ''] = handle.split('.');
    const flipped = (at: number) => `${text.slice(0, at)}${text[at] === 'A' ? 'B' : 'A'}${text.slice(at + 1)}`;
    for (const changed of [
      `k9.${text}`,
      `${kid}.${flipped(0)}`,
      `${kid}.${flipped(40)}`,
      `${kid}.abc`,
      `${kid}`,
      '.',
    ]) {
      expect((await choose(test, changed)).body.code).toBe('guided_expired');
    }
    expect(test.calls).toEqual([]);
  });

  it('has to have gone through the choice of an account', async () => {
    const test = await start();
    const made = await connect(test, (await signIn(test)).body.handle);
    expect(made.body.errors).toEqual([{ pointer: '/handle', code: 'unknown' }]);
  });

  it('connects once', async () => {
    const test = await start();
    const handle = await chosen(test);
    const answers = await Promise.all([connect(test, handle), connect(test, handle)]);
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect((await connect(test, handle, {}, 1)).body.code).toBe('guided_expired');
    expect(await appTokens(test)).toHaveLength(2);
  });

  it('is refused for an account that the person does not administer', async () => {
    const test = await start();
    test.sandbox.addPartner({ id: 104 }).addUser({ ...kim, isAdmin: false });
    const handle = (await signIn(test)).body.handle;
    for (const partnerId of [104, 999]) {
      expect((await choose(test, handle, partnerId)).body.code).toBe('kaltura_account_refused');
    }
  });

  it('is over when its session is', async () => {
    const test = await start();
    const ks = await startSession(test, { type: '2', userId: 'kim' });
    const handle = await chosen(test, { service_url, ks });
    await ask(test, 'session.end', { ks });
    expect((await choose(test, handle)).body.code).toBe('guided_expired');
    expect((await choose(test, handle, 103)).body.code).toBe('guided_expired');
    expect((await connect(test, handle)).body.code).toBe('guided_expired');
  });
});

describe('what goes wrong while connecting', () => {
  it('is found out before anything is made, where somebody else has changed the connection', async () => {
    const test = await start();
    const handle = await chosen(test);
    await test.connect({ hashType: 'SHA256', sessionType: 0 });
    const tokens = (await appTokens(test)).length;
    expect((await connect(test, handle)).body.code).toBe('changed_meanwhile');
    expect(await appTokens(test)).toHaveLength(tokens);
    // The handle is still good for whoever has looked.
    expect((await connect(test, handle, {}, 1)).status).toBe(200);
  });

  it('leaves no App Token behind that could not be stored', async () => {
    const test = await start();
    const handle = await chosen(test);
    let isFirst = true;
    test.intercept = async (action) => {
      if (action === 'appToken.add' && isFirst) {
        isFirst = false;
        await test.connect({ hashType: 'SHA256', sessionType: 0 });
      }
      return undefined;
    };
    expect((await connect(test, handle)).body.code).toBe('changed_meanwhile');
    expect(await appTokens(test)).toHaveLength(1);
    expect(test.calls.at(-1)).toBe('session.end');
    expect((await test.session()).status).toBe(200);
  });

  it('leaves none behind of which the second could not be made', async () => {
    const test = await start();
    const handle = await chosen(test);
    let made = 0;
    test.intercept = (action) =>
      action === 'appToken.add' && (made += 1) === 2
        ? refusal('SERVICE_FORBIDDEN', { SERVICE: 'appToken->add' })
        : undefined;
    expect(await connect(test, handle)).toMatchObject({ status: 409, body: { code: 'app_token_not_created' } });
    expect(await appTokens(test)).toEqual([]);
    expect(test.calls.at(-1)).toBe('session.end');
    expect((await test.admin('GET connection')).body.code).toBe('not_connected');
  });

  it('is explained in a brand-new account', async () => {
    const test = await createTestExchange({ appToken: null });
    test.partner.addUser(kim);
    const made = await connect(test, await chosen(test));
    expect(made).toMatchObject({ status: 409, body: { code: 'kaltura_account_new', next_step: 'sign_in_to_kaltura' } });
    expect(test.calls.at(-1)).toBe('session.end');
  });

  it('does not happen in a brand-new account with a KS of nobody, which makes it ready', async () => {
    const test = await createTestExchange({ appToken: null });
    const ks = await startSession(test, { type: '2' });
    const signedIn = await signIn(test, { service_url, ks });
    expect(signedIn.body.accounts).toEqual([{ partner_id: 102, name: 'Partner 102' }]);
    const handle = (await choose(test, signedIn.body.handle)).body.handle;
    expect((await connect(test, handle)).status).toBe(201);
    expect((await test.session()).status).toBe(200);
    expect(test.calls).toContain('uploadToken.delete');
  });

  it('makes each App Token once though Kaltura’s answers are lost', async () => {
    const test = await start();
    const handle = await chosen(test);
    test.intercept = async (action, request) => {
      if (action !== 'appToken.add') return undefined;
      await test.sandbox.fetch(request);
      return new Response('', { status: 504 });
    };
    const { status, body } = await connect(test, handle);
    expect(status).toBe(201);
    const ids = (await appTokens(test)).map(({ id }) => id);
    expect(new Set(ids)).toEqual(new Set([body.tokens.editor.id, body.tokens.player?.id]));
    expect((await test.session()).status).toBe(200);
    expect(test.calls.filter((call) => call === 'appToken.add')).toHaveLength(2);
  });

  it.each(['conversionProfile.list', 'flavorParams.list', 'appToken.add', 'user.loginByKs'])(
    'is told as what it is when Kaltura breaks at %s, and the session is ended',
    async (broken) => {
      const test = await start();
      const handle = await chosen(test, login, 103);
      test.intercept = (action) => (action === broken ? new Response('', { status: 503 }) : undefined);
      const { status, body } = await connect(test, handle);
      expect([status, body.code]).toEqual([503, 'upstream_unavailable']);
      expect(test.calls.at(-1)).toBe('session.end');
      expect(await appTokens(test, 103)).toEqual([]);
    },
  );
});

describe('credentials', () => {
  let directory = '';
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'spaces-kaltura-guided-'));
  });
  afterAll(() => rm(directory, { recursive: true, force: true }));

  it('are in no log, no answer and no file, and the accounts’ secrets neither', async () => {
    const test = await start({ database: { sqlite: join(directory, 'exchange.db') } });
    test.partner.addUser({ ...kim, otp: '97531864' });
    const sent = watch(test);
    const said: unknown[] = [];
    const note = async <TAnswer extends { body: unknown }>(answer: Promise<TAnswer>): Promise<TAnswer> => {
      said.push((await answer).body);
      return answer;
    };
    await note(signIn(test, { ...login, password: 'Wr0ng-passw0rd!' }));
    await note(signIn(test, login));
    const { handle } = (await note(signIn(test, { ...login, otp: '97531864' }))).body;
    const account = await note(choose(test, handle, 103));
    await note(connect(test, account.body.handle));
    test.intercept = (action) => (action === 'user.loginByLoginId' ? refusal('USER_WRONG_PASSWORD') : undefined);
    await note(signIn(test, login));
    await test.exchange.close();

    const files = await Promise.all(
      (await readdir(directory)).map((file) => readFile(join(directory, file), 'latin1')),
    );
    const secrets = [
      kim.password,
      'Wr0ng-passw0rd!',
      '97531864',
      ...[102, 103].flatMap((id) => [test.sandbox.partner(id).adminSecret, test.sandbox.partner(id).userSecret]),
      ...sent.map(({ ks }) => ks).filter((ks) => ks !== ''),
    ];
    const everything = [...test.lines, JSON.stringify(said), ...files].join('\n');
    const forms = (secret: string) => [
      secret,
      encodeURIComponent(secret),
      Buffer.from(secret).toString('base64').slice(2, -4),
    ];
    expect(secrets.length).toBeGreaterThan(12);
    expect(secrets.filter((secret) => forms(secret).some((form) => everything.includes(form)))).toEqual([]);
    expect(everything).not.toContain('djJ8');
  });
});
