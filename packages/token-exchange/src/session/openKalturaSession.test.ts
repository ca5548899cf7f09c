import { describe, expect, it } from 'vitest';
import { createTestExchange, userToken } from '../testing/createTestExchange.ts';
import type { SandboxAppTokenInit } from '@spaces-kaltura/sandbox';

const html = () => new Response('<html>Bad gateway</html>', { headers: { 'content-type': 'text/html' } });
const exception = (code: string, args: object = []) =>
  Response.json({ code, message: `${code} djJ8secret`, objectType: 'KalturaAPIException', args });

describe('an App Token that does not fit', () => {
  it.each<[string, SandboxAppTokenInit]>([
    ['gives ADMIN sessions', { sessionType: 2 }],
    ['makes everybody the same user', { sessionUserId: 'shared@uni.example' }],
    ['has edit:*', { sessionPrivileges: 'edit:*' }],
    ['has * as privilege', { sessionPrivileges: '*' }],
    ['has a look-alike of list:*', { sessionPrivileges: 'xlist:*' }],
    ['has list:* inside another value', { sessionPrivileges: 'privacycontext:list:*' }],
    ['sets a role nobody accepted', { sessionPrivileges: 'setrole:PARTNER_ADMIN_ROLE' }],
    ['gives sessions of no length', { sessionDuration: 0 }],
    ['allows no further call', { sessionPrivileges: 'iprestrict:10.0.0.1' }],
  ])('which %s yields no KS and is marked', async (_, appToken) => {
    const test = await createTestExchange({ appToken: { ...userToken, ...appToken } });
    const answer = await test.session();
    expect(answer).toMatchObject({
      status: 409,
      body: { code: 'connection_misconfigured', next_step: 'check_app_token' },
    });
    expect(JSON.stringify(answer.body)).not.toContain('djJ8');
    expect((await test.status()).body).toMatchObject({
      connection: 'misconfigured',
      problem: 'connection_misconfigured',
      user: null,
    });
  });

  it('without a session type gives what we ask for: a USER session', async () => {
    const { sessionType: _, ...appToken } = userToken;
    const test = await createTestExchange({ appToken });
    expect((await test.session()).status).toBe(200);
  });

  it('may set a role that the hub admin has accepted by name', async () => {
    const appToken = { ...userToken, sessionPrivileges: 'appid:spaces-app' };
    const test = await createTestExchange({ appToken });
    expect((await test.session()).status).toBe(200);
    await test.connect({ ...userToken, sessionPrivileges: 'preview:5' });
    expect((await test.session({ sub: 'u1', email: 'b@uni.example' })).status).toBe(409);
    await test.connect({ ...userToken, sessionPrivileges: 'preview:5' }, { acceptedPrivileges: ['preview:5'] });
    expect((await test.session({ sub: 'u1', email: 'b@uni.example' })).status).toBe(200);
  });

  it('is refused in words for the hub admin when the secret is wrong', async () => {
    const test = await createTestExchange({ appToken: null });
    const { id } = test.partner.addAppToken(userToken);
    const tokens = { editor: { id, secret: 'f'.repeat(32), hashType: 'SHA256' } } as const;
    await test.exchange.connections.store({ hub: 'atelier-nord', serviceUrl: test.serviceUrl, partnerId: 102, tokens });
    expect(await test.session()).toMatchObject({
      status: 502,
      body: { code: 'upstream_refused', fix_by: 'hub_admin' },
    });
    expect((await test.status()).body).toMatchObject({ connection: 'refused', problem: 'upstream_refused' });
  });

  it.each([
    [
      'another hash type',
      async (id: string, secret: string) => ({ id, secret, hashType: 'SHA1' as const, partnerId: 102 }),
    ],
    [
      'an unknown token id',
      async (_: string, secret: string) => ({ id: '0_nosuchid', secret, hashType: 'SHA256' as const, partnerId: 102 }),
    ],
    [
      'an unknown account',
      async (id: string, secret: string) => ({ id, secret, hashType: 'SHA256' as const, partnerId: 999 }),
    ],
  ])('is refused with %s', async (_, change) => {
    const test = await createTestExchange({ appToken: null });
    const { id, token } = test.partner.addAppToken(userToken);
    const { partnerId, ...editor } = await change(id, token);
    await test.exchange.connections.store({
      hub: 'atelier-nord',
      serviceUrl: test.serviceUrl,
      partnerId,
      tokens: { editor },
    });
    expect((await test.session()).body.code).toBe('upstream_refused');
  });

  it('is asked again only after ten seconds, and works as soon as it was mended', async () => {
    const test = await createTestExchange({ appToken: { ...userToken, expiry: 1 } });
    expect((await test.session()).body.code).toBe('upstream_refused');
    test.calls.length = 0;
    for (let index = 0; index < 20; index++)
      expect((await test.session({ sub: `u${index}` })).body.code).toBe('upstream_refused');
    expect(test.calls).toEqual([]);
    await test.connect(userToken);
    expect((await test.session()).status).toBe(200);
    expect((await test.status()).body).toMatchObject({ connection: 'ok', problem: null });
  });
});

describe('a session pool that somebody ended', () => {
  it('is noticed at once, named, and left alone for a minute', async () => {
    const test = await createTestExchange();
    const { body } = await test.session();
    const params = new URLSearchParams({ ks: body.access_token, format: '1' });
    const end = `${test.serviceUrl}/api_v3/service/session/action/end`;
    await test.sandbox.fetch(new Request(end, { method: 'POST', body: params }));

    const other = { sub: 'u2', email: 'bruno@uni.example' };
    expect(await test.session(other)).toMatchObject({
      status: 502,
      body: { code: 'session_pool_killed', next_step: 'create_app_token', retriable: 'no' },
    });
    expect((await test.status()).body).toMatchObject({
      connection: 'session_pool_killed',
      problem: 'session_pool_killed',
    });
    test.calls.length = 0;
    await test.advance(59);
    for (let index = 0; index < 100; index++) await test.session({ sub: `v${index}`, email: `v${index}@uni.example` });
    expect(test.calls).toEqual([]);
    await test.connect(userToken);
    expect((await test.session(other)).status).toBe(200);
  });
});

describe('a Kaltura user that is not the one asked for', () => {
  it.each([
    ['an accent', 'zoé@uni.example', 'zoe@uni.example'],
    ['a trailing space', 'zoe@uni.example ', 'zoe@uni.example'],
  ])('by %s gets nobody a KS and hurts nobody else', async (_, existing, email) => {
    const test = await createTestExchange();
    test.partner.addUser({ id: existing });
    const answer = await test.session({ email });
    expect(answer).toMatchObject({ status: 409, body: { code: 'email_ambiguous' } });
    expect((await test.session({ sub: 'u2', email: 'ana@uni.example' })).status).toBe(200);
    expect((await test.status()).body).toMatchObject({ connection: 'ok', user: null });
  });

  it.each([0, 2] as const)('because that one has status %i gets nobody a KS', async (status) => {
    const test = await createTestExchange();
    test.partner.addUser({ id: 'ana@uni.example', status });
    expect((await test.session()).body.code).toBe('kaltura_user_blocked');
    test.calls.length = 0;
    for (let index = 0; index < 20; index++) expect((await test.session()).body.code).toBe('kaltura_user_blocked');
    expect(test.calls).toEqual([]);
    expect((await test.session({ sub: 'u2', email: 'bruno@uni.example' })).status).toBe(200);
    await test.advance(10);
    expect((await test.session()).body.code).toBe('kaltura_user_blocked');
    expect(test.calls).toContain('user.get');
  });
});

describe('a shared widget session', () => {
  it('that Kaltura refuses is replaced once, unseen', async () => {
    const test = await createTestExchange();
    await test.session();
    test.calls.length = 0;
    let refused = 0;
    test.intercept = (action) =>
      action === 'appToken.startSession' && refused++ === 0
        ? exception('INVALID_KS', { KSID: 'LOGOUT', ERR_CODE: '-1' })
        : undefined;
    expect((await test.session({ sub: 'u2', email: 'bruno@uni.example' })).status).toBe(200);
    expect(test.calls).toEqual([
      'appToken.startSession',
      'session.startWidgetSession',
      'appToken.startSession',
      'user.get',
    ]);
  });

  it('that Kaltura goes on refusing is no endless loop', async () => {
    const test = await createTestExchange();
    test.intercept = (action) => (action === 'appToken.startSession' ? exception('INVALID_KS') : undefined);
    expect((await test.session()).body.code).toBe('upstream_refused');
    expect(test.calls).toHaveLength(4);
  });

  it('is renewed after three quarters of an hour', async () => {
    const test = await createTestExchange();
    await test.session();
    await test.advance(2700);
    test.calls.length = 0;
    await test.session({ sub: 'u2', email: 'bruno@uni.example' });
    expect(test.calls).toContain('session.startWidgetSession');
  });
});

describe('Kaltura in trouble', () => {
  const user = { id: 'ana@uni.example', userId: 'ana@uni.example', status: 1, createdAt: 0 };
  const fine = { ...user, ks: 'djJ8', partnerId: 102, sessionType: 0, expiry: 4_000_000_000, privileges: '' };
  const steps = ['session.startWidgetSession', 'appToken.startSession', 'user.get'];
  const faults: [string, () => Response | Promise<Response>, string][] = [
    ['HTML with status 200', html, 'upstream_bad_response'],
    ['HTML with status 502', () => new Response('<html>', { status: 502 }), 'upstream_unavailable'],
    ['status 503', () => new Response('', { status: 503 }), 'upstream_unavailable'],
    ['status 429', () => new Response('', { status: 429, headers: { 'retry-after': '60' } }), 'upstream_unavailable'],
    ['status 404', () => new Response('not found', { status: 404 }), 'upstream_bad_response'],
    ['an empty answer', () => new Response(''), 'upstream_bad_response'],
    ['half an answer', () => new Response('{"ks":"djJ8'), 'upstream_bad_response'],
    ['null', () => Response.json(null), 'upstream_bad_response'],
    ['a number', () => Response.json(7), 'upstream_bad_response'],
    ['a list', () => Response.json([{ ks: 'x' }]), 'upstream_bad_response'],
    ['an object without the fields', () => Response.json({ objectType: 'KalturaSomething' }), 'upstream_bad_response'],
    ['fields of wrong types', () => Response.json({ ks: {}, id: [], partnerId: 'x' }), 'upstream_bad_response'],
    [
      '300 kB that are otherwise fine',
      () => Response.json({ ...fine, pad: 'x'.repeat(300_000) }),
      'upstream_bad_response',
    ],
    ['a reset connection', () => Promise.reject(new TypeError('fetch failed')), 'upstream_unavailable'],
    ['its internal error', () => exception('INTERNAL_SERVERL_ERROR'), 'upstream_unavailable'],
    ['a blocked action', () => exception('ACTION_BLOCKED'), 'upstream_unavailable'],
    ['an error nobody knows', () => exception('SOMETHING_NEW'), 'upstream_bad_response'],
  ];

  it.each(steps.flatMap((step) => faults.map(([name, fault, code]) => [name, step, fault, code] as const)))(
    'answers %s at %s: no KS, a retriable problem, and it goes on afterwards',
    async (_, step, fault, code) => {
      const test = await createTestExchange();
      test.intercept = (action) => (action === step ? fault() : undefined);
      const answer = await test.session();
      expect(answer.body.code).toBe(code);
      expect(answer.status).toBeGreaterThanOrEqual(502);
      expect(answer.body.retriable).toBe('after');
      expect(JSON.stringify(answer.body)).not.toMatch(/djJ8|html|SOMETHING_NEW/);
      expect(test.calls.length).toBeLessThanOrEqual(5);
      test.intercept = () => undefined;
      expect((await test.session()).status).toBe(200);
      expect((await test.status()).body.connection).toBe('ok');
    },
  );

  it('is asked again once or twice where a moment may help', async () => {
    const test = await createTestExchange();
    let failed = 0;
    test.intercept = (action) =>
      action === 'user.get' && failed++ < 2 ? new Response('', { status: 503 }) : undefined;
    expect((await test.session()).status).toBe(200);
    expect(test.calls.filter((call) => call === 'user.get')).toHaveLength(3);
  });

  it('takes nobody the KS that is still good', async () => {
    const test = await createTestExchange();
    const first = await test.session();
    test.intercept = () => new Response('', { status: 503 });
    await test.advance(3500);
    expect((await test.session()).body.access_token).toBe(first.body.access_token);
    await test.advance(40);
    expect((await test.session()).body.code).toBe('upstream_unavailable');
  });

  it('is left alone when it keeps failing, and asked again after five seconds', async () => {
    const test = await createTestExchange();
    test.intercept = () => new Response('', { status: 500 });
    const people = Array.from({ length: 60 }, (_, index) => ({ sub: `u${index}`, email: `u${index}@uni.example` }));
    const codes: unknown[] = [];
    for (const person of people) codes.push((await test.session(person)).body.code);
    expect(codes.at(0)).toBe('upstream_unavailable');
    expect(codes.at(-1)).toBe('breaker_open');
    // Twenty calls open it; retries stop being affordable before that.
    expect(test.calls.length).toBeLessThan(40);
    test.calls.length = 0;
    test.intercept = () => undefined;
    const refused = await test.session();
    expect(refused).toMatchObject({ status: 503, body: { code: 'breaker_open' } });
    expect(Number(refused.headers.get('retry-after'))).toBeLessThanOrEqual(5);
    expect(test.calls).toEqual([]);
    await test.advance(5);
    expect((await test.session()).status).toBe(200);
  });

  it('never sends us or a KS anywhere else', async () => {
    const test = await createTestExchange();
    const redirects: string[] = [];
    test.intercept = (_, request) => {
      redirects.push(request.redirect);
      return undefined;
    };
    await test.session();
    expect(redirects).toEqual(['manual', 'manual', 'manual']);
  });
});
