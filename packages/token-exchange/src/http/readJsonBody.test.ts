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

describe('bodies', () => {
  const json = { 'content-type': 'application/json' };

  it('may be absent or an empty object', async () => {
    expect((await post()).status).toBe(200);
    expect((await post({ headers: json, body: '{}' })).status).toBe(200);
    expect((await post({ headers: { 'content-type': 'application/json; charset=utf-8' }, body: '{}' })).status).toBe(
      200,
    );
  });

  it.each<[string, Record<string, string>, string, number, string]>([
    ['text', { 'content-type': 'text/plain' }, '{}', 415, 'unsupported_media_type'],
    ['a form', { 'content-type': 'application/x-www-form-urlencoded' }, 'a=b', 415, 'unsupported_media_type'],
    ['another charset', { 'content-type': 'application/json; charset=utf-16' }, '{}', 415, 'unsupported_media_type'],
    ['a compressed body', { ...json, 'content-encoding': 'gzip' }, '{}', 415, 'unsupported_media_type'],
    ['a body said to be identical', { ...json, 'content-encoding': 'identity' }, '{}', 415, 'unsupported_media_type'],
    ['broken JSON', json, '{"stale":', 400, 'malformed_json'],
    ['nothing but space', json, ' ', 400, 'malformed_json'],
    ['a list', json, '[]', 422, 'invalid_field'],
    ['null', json, 'null', 422, 'invalid_field'],
    ['a wrong stale', json, '{"stale":"XYZ"}', 422, 'invalid_field'],
    ['a stale that is a number', json, '{"stale":1}', 422, 'invalid_field'],
    ['a body of 17 kB', json, JSON.stringify({ stale: 'x'.repeat(17_000) }), 413, 'too_large'],
    ['a length of 1 GB', { ...json, 'content-length': '1073741824' }, '{}', 413, 'too_large'],
  ])('of %s are refused', async (_, headers, body, status, code) => {
    const answer = await post({ headers, body });
    expect(answer).toMatchObject({ status, body: { code } });
    expect(answer.test.calls).toEqual([]);
  });

  it('without a length are cut off at 16 KiB, not read to their end', async () => {
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 1024;
        controller.enqueue(new TextEncoder().encode('x'.repeat(1024)));
      },
    });
    const answer = await post({ headers: json, body: endless, duplex: 'half' } as RequestInit & {
      headers: Record<string, string>;
    });
    expect(answer.body.code).toBe('too_large');
    expect(sent).toBeLessThan(64 * 1024);
  });

  it('that are no UTF-8 are refused', async () => {
    expect((await post({ headers: json, body: new Uint8Array([0x7b, 0xff, 0x7d]) })).body.code).toBe('malformed_json');
  });

  const wishes = [
    'privileges',
    'sessionPrivileges',
    'session_privileges',
    'scope',
    'type',
    'sessionType',
    'ttl',
    'expiry',
    'expires_in',
    'user',
    'userId',
    'user_id',
    'sub',
    'email',
    'hub',
    'hub_id',
    'partnerId',
    'partner_id',
    'role',
    'plan',
    'entries',
    'ks',
    'service_url',
    'constructor',
    'toString',
  ];
  const values = [
    'list:*',
    'LIST:*',
    'xlist:*',
    'list%3A*',
    'list:*,edit:*',
    'list:*\nedit:*',
    '*',
    'all:*',
    'disableentitlement',
    2,
  ];

  it('with a wish for more power are refused, and no wish reaches Kaltura', async () => {
    const test = await createTestExchange();
    const authorization = `Bearer ${await test.host.token()}`;
    const codes = new Set<string>();
    for (const wish of [
      ...wishes.map((name) => ({ [name]: 'list:*' })),
      ...values.map((value) => ({ sessionPrivileges: value })),
    ]) {
      const answer = await test.request(path, {
        method: 'POST',
        headers: { ...json, authorization },
        body: JSON.stringify(wish),
      });
      codes.add(answer.body.code);
      expect(answer.body.errors?.[0]?.pointer).toBe(`/${Object.keys(wish)[0]}`);
    }
    expect([...codes]).toEqual(['invalid_field']);
    expect(test.calls).toEqual([]);
  });

  it('cannot change what all objects have', async () => {
    const answer = await post({
      headers: json,
      body: '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}',
    });
    expect(answer.status).toBe(422);
    expect('polluted' in {}).toBe(false);
  });
});
