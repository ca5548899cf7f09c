import { problemSchema } from '@spaces-kaltura/client/exchange';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { createTestExchange } from '../testing/createTestExchange.ts';

const path = '/v1/kaltura-session';

/** A POST with a good host token; `change` adds to it. */
async function post({ headers, ...change }: Omit<RequestInit, 'headers'> & { headers?: Record<string, string> } = {}) {
  const test = await createTestExchange();
  const authorization = `Bearer ${await test.host.token()}`;
  const answer = await test.request(path, { method: 'POST', ...change, headers: { authorization, ...headers } });
  return { ...answer, test };
}

describe('every answer', () => {
  it.each([
    ['a session', path, 'POST', 200],
    ['a refusal', '/v1/status', 'GET', 401],
    ['nothing there', '/nowhere', 'GET', 404],
    ['health', '/livez', 'GET', 200],
    ['readiness', '/readyz', 'GET', 200],
  ])('such as %s carries the security headers', async (_, where, method, status) => {
    const test = await createTestExchange();
    const headers =
      status === 200 && method === 'POST' ? { authorization: `Bearer ${await test.host.token()}` } : undefined;
    const answer = await test.request(where, { method, ...(headers && { headers }) });
    expect(answer.status).toBe(status);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'cache-control': 'no-store',
      vary: 'Origin, Authorization',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      'x-request-id': expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
    expect(answer.headers.get('set-cookie')).toBeNull();
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
  });

  it.each([
    ['0123456789abcdef', true],
    ['short', false],
    ['x'.repeat(65), false],
    ['abc<script>defgh', false],
    ['line%0abreak1234', false],
  ])('takes the request id %s over: %s', async (id, isTaken) => {
    const test = await createTestExchange();
    const { headers } = await test.request('/livez', { headers: { 'x-request-id': id } });
    expect(headers.get('x-request-id') === id).toBe(isTaken);
  });

  it('tells how many more are allowed', async () => {
    const { headers } = await post();
    expect(headers.get('ratelimit-policy')).toBe('"user";q=2000;w=100');
    expect(headers.get('ratelimit')).toBe('"user";r=1999;t=1');
  });
});

describe('host tokens', () => {
  it.each([
    ['no header', {}, 'token_missing'],
    ['another scheme', { authorization: 'Basic YTpi' }, 'token_invalid'],
    ['no token', { authorization: 'Bearer ' }, 'token_invalid'],
    ['two tokens', { authorization: 'Bearer a.b.c a.b.c' }, 'token_invalid'],
    ['nonsense', { authorization: 'Bearer a.b.c' }, 'token_invalid'],
    ['a cookie instead', { cookie: 'token=a.b.c' }, 'token_missing'],
  ])('with %s are answered 401', async (_, headers, code) => {
    const test = await createTestExchange();
    const answer = await test.request(path, { method: 'POST', headers: headers as Record<string, string> });
    expect(answer).toMatchObject({ status: 401, body: { code } });
    expect(answer.headers.get('www-authenticate')).toBe('Bearer error="invalid_token"');
    expect(test.calls).toEqual([]);
  });

  it('in the URL or the body are no host tokens', async () => {
    const test = await createTestExchange();
    const token = await test.host.token();
    expect((await test.request(`${path}?access_token=${token}`, { method: 'POST' })).body.code).toBe('token_missing');
    const body = JSON.stringify({ access_token: token });
    expect(
      (await test.request(path, { method: 'POST', body, headers: { 'content-type': 'application/json' } })).body.code,
    ).toBe('token_missing');
  });

  it('that are refused again and again are answered 429, by address', async () => {
    const test = await createTestExchange();
    const refused = (address: string) =>
      test.exchange.fetch(
        new Request(`https://exchange.example${path}`, { method: 'POST', headers: { authorization: 'Bearer a.b.c' } }),
        { address },
      );
    const statuses = [];
    for (let index = 0; index < 61; index++) statuses.push((await refused('192.0.2.1')).status);
    expect(statuses.slice(0, 60).every((status) => status === 401)).toBe(true);
    expect(statuses.at(-1)).toBe(429);
    expect((await refused('192.0.2.1')).headers.get('retry-after')).toBe('1');
    expect((await refused('192.0.2.2')).status).toBe(401);
    await test.advance(1);
    expect((await refused('192.0.2.1')).status).toBe(401);
    expect((await test.session()).status).toBe(200);
  });

  it('of one person who hammers are answered 429', async () => {
    const test = await createTestExchange();
    const authorization = `Bearer ${await test.host.token()}`;
    const statuses = new Map<number, number>();
    for (let index = 0; index < 2010; index++) {
      const { status } = await test.request(path, { method: 'POST', headers: { authorization } });
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
    expect(Object.fromEntries(statuses)).toEqual({ 200: 2000, 429: 10 });
    expect((await test.session({ sub: 'u2', email: 'bruno@uni.example' })).status).toBe(200);
  });
});

describe('other web pages', () => {
  it.each([
    ['https://spaces.example', true],
    ['https://spaces.example.evil.example', false],
    ['https://evil-spaces.example', false],
    ['https://sub.spaces.example', false],
    ['http://spaces.example', false],
    ['https://spaces.example:8443', false],
    ['https://SPACES.example', false],
    ['null', false],
    ['file://', false],
    ['', false],
  ])('from %s may call: %s', async (origin, isAllowed) => {
    const answer = await post({ headers: { origin } });
    expect(answer.status).toBe(isAllowed ? 200 : 403);
    expect(answer.headers.get('access-control-allow-origin')).toBe(isAllowed ? origin : null);
    expect(answer.headers.get('access-control-allow-credentials')).toBeNull();
    expect(answer.body.code).toBe(isAllowed ? undefined : 'origin_not_allowed');
  });

  it('can read errors and the headers that matter', async () => {
    const test = await createTestExchange({ appToken: null });
    const { headers } = await test.session();
    expect(headers.get('access-control-allow-origin')).toBe(test.origin);
    expect(headers.get('access-control-expose-headers')).toBe(
      'X-Request-Id, Retry-After, RateLimit, RateLimit-Policy, ETag',
    );
  });

  it.each([
    ['https://spaces.example', 204],
    ['https://evil.example', 403],
  ])('ask before they call: %s gets %i', async (origin, status) => {
    const test = await createTestExchange();
    const headers = { origin, 'access-control-request-method': 'PATCH', 'access-control-request-headers': 'x-evil' };
    const answer = await test.request(path, { method: 'OPTIONS', headers });
    expect(answer.status).toBe(status);
    expect(answer.headers.get('access-control-allow-origin')).toBe(status === 204 ? origin : null);
    expect(answer.headers.get('access-control-allow-headers') ?? '').not.toContain('x-evil');
    expect(answer.headers.get('access-control-allow-methods') ?? '').not.toContain('PATCH');
  });
});

describe('other methods and paths', () => {
  it.each(['GET', 'PUT', 'DELETE', 'PATCH'])('%s on a session names the method that is there', async (method) => {
    const test = await createTestExchange();
    const answer = await test.request(path, { method });
    expect(answer).toMatchObject({ status: 405, body: { code: 'method_not_allowed' } });
    expect(answer.headers.get('allow')).toBe('POST');
  });

  it('HEAD is answered like GET, without the body', async () => {
    const { exchange } = await createTestExchange();
    const ask = (method: string) => exchange.fetch(new Request('https://exchange.example/livez?probe#1', { method }));
    const [head, get] = [await ask('HEAD'), await ask('GET')];
    expect([head.status, await head.text()]).toEqual([200, '']);
    expect([get.status, await get.text()]).toEqual([200, expect.stringContaining('{')]);
    expect([...head.headers.keys()]).toEqual([...get.headers.keys()]);
  });

  it.each([
    '/',
    '/v1',
    '/v1/kaltura-session/',
    '/V1/kaltura-session',
    '/v1/kaltura-session/x',
    '/v1/%6baltura-session',
    '//v1/kaltura-session',
    '/v1/admin',
    '/v1/admin/connection/',
    '/..%2f',
    '/%00',
  ])('%s is nowhere', async (where) => {
    const test = await createTestExchange();
    const answer = await test.request(where, { method: 'POST' });
    expect(v.parse(problemSchema, answer.body)).toMatchObject({ status: 404, code: 'not_found' });
  });
});

describe('an exchange that is about to stop', () => {
  it('refuses new work and says that it is not ready', async () => {
    const test = await createTestExchange();
    test.exchange.drain();
    const answer = await test.session();
    expect(answer).toMatchObject({ status: 503, body: { code: 'draining', retriable: 'after' } });
    expect(answer.headers.get('retry-after')).toBe('2');
    expect((await test.request('/readyz')).status).toBe(503);
    expect((await test.request('/livez')).status).toBe(200);
  });
});
