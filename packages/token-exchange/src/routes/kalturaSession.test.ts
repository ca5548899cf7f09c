import { createHash } from 'node:crypto';
import { kalturaSessionAnswerSchema, problemSchema } from '@spaces-kaltura/client/exchange';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { createTestExchange, userToken, type TestExchange } from '../testing/createTestExchange.ts';

/** Whom Kaltura takes the KS for. */
async function userOf({ sandbox, serviceUrl }: TestExchange, ks: string): Promise<string> {
  const body = new URLSearchParams({ ks, format: '1' });
  const response = await sandbox.fetch(
    new Request(`${serviceUrl}/api_v3/service/user/action/get`, { method: 'POST', body }),
  );
  const user = (await response.json()) as { id: string };
  return user.id;
}

const staleOf = (ks: string) => createHash('sha256').update(ks).digest('hex').slice(0, 16);
const newSession = ['appToken.startSession', 'user.get'];

describe('POST /v1/kaltura-session', () => {
  it('gives the person of the host token a KS that acts for them', async () => {
    const test = await createTestExchange();
    const { status, body } = await test.session({ email: 'Ana@Uni.example' });
    expect(status).toBe(200);
    expect(v.parse(kalturaSessionAnswerSchema, body)).toMatchObject({
      issued_token_type: 'urn:spaces:token-type:kaltura-session',
      token_type: 'N_A',
      expires_in: 3600,
      refresh_in: 2592,
      kaltura: {
        service_url: test.serviceUrl,
        partner_id: 102,
        user_id: 'ana@uni.example',
        user_origin: 'created',
        hosts: ['kaltura.example'],
        conversion_profile_id: null,
        can_list_all: false,
        can_upload: true,
      },
    });
    expect(await userOf(test, body.access_token)).toBe('ana@uni.example');
    expect(test.calls).toEqual(['session.startWidgetSession', ...newSession]);
  });

  it('says that an existing Kaltura user was matched, and spells the id as Kaltura does', async () => {
    const test = await createTestExchange();
    test.partner.addUser({ id: 'Ana@Uni.example' });
    await test.advance(3600);
    const { body } = await test.session();
    expect(body.kaltura).toMatchObject({ user_id: 'Ana@Uni.example', user_origin: 'matched' });
    expect((await test.session()).body.access_token).toBe(body.access_token);
  });

  it('keeps saying how the user came about', async () => {
    const test = await createTestExchange();
    await test.session();
    await test.advance(86_400);
    const { body } = await test.session();
    expect(body.kaltura.user_origin).toBe('created');
  });

  it.each(['MD5', 'SHA1', 'SHA256', 'SHA512'] as const)('redeems App Tokens of hash type %s', async (hashType) => {
    const test = await createTestExchange({ appToken: { ...userToken, hashType } });
    expect((await test.session()).status).toBe(200);
  });

  it('says what the App Token lets people see', async () => {
    const test = await createTestExchange({
      appToken: { ...userToken, sessionPrivileges: 'disableentitlement,list:*' },
    });
    await test.connect(
      { ...userToken, sessionPrivileges: 'list:*' },
      { conversionProfileId: 12, mediaHosts: ['cdn.example'] },
    );
    expect((await test.session()).body.kaltura).toMatchObject({
      can_list_all: true,
      conversion_profile_id: 12,
      hosts: ['kaltura.example', 'cdn.example'],
    });
  });

  it('names the hosts that media may come from, those that the operator allows among them', async () => {
    const test = await createTestExchange({ allowedMediaHosts: ['cdn.kaltura.example'] });
    expect((await test.session()).body.kaltura.hosts).toEqual(['kaltura.example', 'cdn.kaltura.example']);
  });

  it('asks for type USER, our expiry and nothing else', async () => {
    const test = await createTestExchange();
    const sent: string[] = [];
    test.intercept = async (action, request) => {
      if (action === 'appToken.startSession') sent.push(await request.text());
      return undefined;
    };
    await test.session();
    const fields = new URLSearchParams(sent[0]);
    expect([...fields.keys()].sort()).toEqual([
      'clientTag',
      'expiry',
      'format',
      'id',
      'ks',
      'tokenHash',
      'type',
      'userId',
    ]);
    expect(fields.get('type')).toBe('0');
    expect(fields.get('expiry')).toBe('3600');
  });
});

describe('the cache of KS', () => {
  it('answers again without asking Kaltura, with the time that is left', async () => {
    const test = await createTestExchange();
    const first = await test.session();
    test.calls.length = 0;
    await test.advance(600);
    const second = await test.session();
    expect(second.body.access_token).toBe(first.body.access_token);
    expect(second.body).toMatchObject({ expires_in: 3000, refresh_in: 1992 });
    expect(test.calls).toEqual([]);
  });

  it('opens one session when a thousand tabs of a person ask at once', async () => {
    const test = await createTestExchange();
    const answers = await Promise.all(Array.from({ length: 1000 }, () => test.session()));
    expect(answers.every(({ status }) => status === 200)).toBe(true);
    expect(new Set(answers.map(({ body }) => body.access_token)).size).toBe(1);
    expect(test.calls).toEqual(['session.startWidgetSession', ...newSession]);
  });

  it('gives nobody the KS of somebody else, with one widget session for all of them', async () => {
    const test = await createTestExchange();
    const people = Array.from({ length: 200 }, (_, index) => `person-${index}@uni.example`);
    const everybody = [...people, ...people, ...people];
    const answers = await Promise.all(everybody.map((email) => test.session({ email, sub: email })));
    expect(answers.map(({ body }) => body.kaltura.user_id)).toEqual(everybody);
    const owners = await Promise.all(answers.slice(0, 200).map(({ body }) => userOf(test, body.access_token)));
    expect(owners).toEqual(people);
    expect(test.calls.filter((call) => call === 'session.startWidgetSession')).toHaveLength(1);
    expect(test.calls.filter((call) => call === 'appToken.startSession')).toHaveLength(200);
  });

  it('renews a KS before it expires', async () => {
    const test = await createTestExchange();
    const first = await test.session();
    await test.advance(first.body.refresh_in);
    const second = await test.session();
    expect(second.body.access_token).not.toBe(first.body.access_token);
    expect(second.body.expires_in).toBe(3600);
  });

  it('drops a KS that Kaltura refused, if it is the cached one, and not twice in 30 seconds', async () => {
    const test = await createTestExchange();
    const first = await test.session();
    expect((await test.session({}, { stale: '0000000000000000' })).body.access_token).toBe(first.body.access_token);
    const second = await test.session({}, { stale: staleOf(first.body.access_token) });
    expect(second.body.access_token).not.toBe(first.body.access_token);
    expect((await test.session({}, { stale: staleOf(first.body.access_token) })).body.access_token).toBe(
      second.body.access_token,
    );
    expect((await test.session({}, { stale: staleOf(second.body.access_token) })).body.access_token).toBe(
      second.body.access_token,
    );
    await test.advance(30);
    const third = await test.session({}, { stale: staleOf(second.body.access_token) });
    expect(third.body.access_token).not.toBe(second.body.access_token);
  });

  it('forgets everything when the connection changes', async () => {
    const test = await createTestExchange();
    const first = await test.session();
    await test.connect({ ...userToken, sessionPrivileges: 'list:*' });
    const second = await test.session();
    expect(second.body.access_token).not.toBe(first.body.access_token);
    expect(second.body.kaltura.can_list_all).toBe(true);
    await test.exchange.connections.remove('atelier-nord');
    expect(await test.session()).toMatchObject({ status: 404, body: { code: 'not_connected' } });
  });

  it('does not outlive a short App Token', async () => {
    const test = await createTestExchange({ appToken: { ...userToken, sessionDuration: 120 } });
    const { body } = await test.session();
    expect(body).toMatchObject({ expires_in: 120, refresh_in: 86 });
    await test.advance(119);
    expect((await test.session()).body.access_token).not.toBe(body.access_token);
  });
});

describe('answers of errors', () => {
  it('are problems of the catalogue with the request id', async () => {
    const test = await createTestExchange({ appToken: null });
    const { headers, body } = await test.session();
    expect(headers.get('content-type')).toBe('application/problem+json');
    expect(v.parse(problemSchema, body)).toEqual({
      type: 'urn:spaces-kaltura:problem:not_connected',
      title: 'This hub is not connected to Kaltura',
      status: 404,
      code: 'not_connected',
      detail: "A hub admin can connect it in the hub's settings.",
      next_step: 'connect_kaltura',
      fix_by: 'hub_admin',
      retriable: 'no',
      instance: `urn:request:${headers.get('x-request-id')}`,
    });
  });
});
