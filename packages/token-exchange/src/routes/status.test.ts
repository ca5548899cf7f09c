import { statusAnswerSchema } from '@spaces-kaltura/client/exchange';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { createTestExchange, userToken } from '../testing/createTestExchange.ts';

describe('GET /v1/status', () => {
  it('says as whom a person will be in Kaltura, without asking Kaltura', async () => {
    const test = await createTestExchange({ appToken: { ...userToken, sessionPrivileges: 'list:*' } });
    const { status, body } = await test.status({ email: 'Ana@uni.example' });
    expect(status).toBe(200);
    expect(v.parse(statusAnswerSchema, body)).toEqual({
      connection: 'ok',
      problem: null,
      expected_user_id: 'ana@uni.example',
      user: null,
      kaltura: {
        service_url: test.serviceUrl,
        partner_id: 102,
        conversion_profile_id: null,
        can_list_all: null,
        can_upload: null,
        checked_at: null,
      },
      server_time: new Date(test.sandbox.clock.now() * 1000).toISOString(),
    });
    expect(test.calls).toEqual([]);
  });

  it('says after the first session who the person is and what Kaltura granted', async () => {
    const test = await createTestExchange({ appToken: { ...userToken, sessionPrivileges: 'list:*' } });
    const at = new Date(test.sandbox.clock.now() * 1000).toISOString();
    await test.session();
    await test.advance(60);
    test.calls.length = 0;
    expect((await test.status()).body).toMatchObject({
      user: { id: 'ana@uni.example', origin: 'created', since: at },
      kaltura: { can_list_all: true, can_upload: true, checked_at: at },
    });
    expect(test.calls).toEqual([]);
  });

  it.each([
    ['an email that is not verified', { email_verified: false }, 'email_not_verified'],
    ['an email that Kaltura cannot take', { email: 'zoé@uni.example' }, 'email_not_supported'],
  ])('names %s', async (_, claims, problem) => {
    const test = await createTestExchange();
    expect((await test.status(claims)).body).toMatchObject({ connection: 'ok', problem, expected_user_id: null });
  });

  it('names an email that is the Kaltura user of somebody else', async () => {
    const test = await createTestExchange();
    await test.session();
    expect((await test.status({ sub: 'u2' })).body).toMatchObject({ problem: 'kaltura_user_taken', user: null });
  });

  it('says when the hub is not connected', async () => {
    const test = await createTestExchange({ appToken: null });
    expect(await test.status()).toMatchObject({
      status: 200,
      body: { connection: 'not_connected', problem: 'not_connected', user: null, kaltura: null },
    });
  });

  it('is part of the plan, like everything else', async () => {
    const test = await createTestExchange();
    expect(await test.status({ plan: 'starter' })).toMatchObject({ status: 403, body: { code: 'plan_not_entitled' } });
    expect(await test.status({ role: 'service' })).toMatchObject({ status: 403, body: { code: 'role_required' } });
  });
});
