import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { createTestExchange, userToken } from '../testing/createTestExchange.ts';

describe('who may have a session', () => {
  it.each([
    ['starter', 'plan_not_entitled'],
    ['Enterprise', 'plan_not_entitled'],
    ['enterprise ', 'plan_not_entitled'],
    [['enterprise'], 'plan_not_entitled'],
    [null, 'plan_not_entitled'],
    [undefined, 'plan_not_entitled'],
    ['constructor', 'plan_not_entitled'],
    ['enterprise', undefined],
    ['university', undefined],
  ])('with the plan %j: %s', async (plan, code) => {
    const test = await createTestExchange();
    const { body } = await test.session({ plan });
    expect(body.code).toBe(code);
    expect(test.calls.length > 0).toBe(code === undefined);
  });

  it('is configured by the operator as far as plans go', async () => {
    const test = await createTestExchange({ plans: ['starter'] });
    expect((await test.session({ plan: 'starter' })).status).toBe(200);
    expect((await test.session({ plan: 'enterprise' })).body.code).toBe('plan_not_entitled');
  });

  it.each([
    ['participant', 200],
    ['hub_admin', 200],
    ['service', 403],
  ])('as %s: %i', async (role, status) => {
    const test = await createTestExchange();
    expect((await test.session({ role })).status).toBe(status);
  });

  it.each([true, 'true', 1, null, undefined, [true], {}])('with email_verified %j', async (email_verified) => {
    const test = await createTestExchange();
    const { status, body } = await test.session({ email_verified });
    expect([status, body.code]).toEqual(email_verified === true ? [200, undefined] : [403, 'email_not_verified']);
  });

  it('comes from the host token alone: an unknown hub is not connected', async () => {
    const test = await createTestExchange();
    expect(await test.session({ hub: 'universite-delta' })).toMatchObject({
      status: 404,
      body: { code: 'not_connected' },
    });
    expect(test.calls).toEqual([]);
  });

  it('keeps the Kaltura user of a person whose email changed', async () => {
    const test = await createTestExchange();
    await test.session({ email: 'ana@uni.example' });
    await test.advance(7200);
    expect((await test.session({ email: 'ana.new@uni.example' })).body.kaltura.user_id).toBe('ana@uni.example');
  });

  it('gives nobody the Kaltura user of somebody else whose email they have now', async () => {
    const test = await createTestExchange();
    await test.session({ sub: 'u1', email: 'ana@uni.example' });
    test.calls.length = 0;
    const answer = await test.session({ sub: 'u2', email: 'ana@uni.example' });
    expect(answer).toMatchObject({ status: 409, body: { code: 'kaltura_user_taken', fix_by: 'hub_admin' } });
    expect(test.calls).toEqual([]);
  });

  it('maps people as the hub wishes', async () => {
    const test = await createTestExchange({ appToken: null });
    await test.connect(userToken, { userIdMapping: 'local_part' });
    expect((await test.session()).body.kaltura.user_id).toBe('ana');
    await test.connect(userToken, { userIdMapping: 'claim:staff_id' });
    expect((await test.session({ staff_id: 'S-123' })).body.kaltura.user_id).toBe('S-123');
    expect((await test.session({ sub: 'u2' })).body.code).toBe('email_not_supported');
    expect((await test.session({ sub: 'u2', staff_id: '0' })).body.code).toBe('email_not_supported');
  });
});

describe('a broken record of a connection', () => {
  it('is the trouble of its hub alone, and is mended by entering the secret again', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'spaces-kaltura-broken-'));
    const file = join(directory, 'exchange.db');
    const test = await createTestExchange({ database: { sqlite: file } });
    await test.connect(userToken, { hub: 'universite-delta' });
    const database = new DatabaseSync(file);
    database.exec(`UPDATE app_tokens SET sealed = 'AAAA' || substr(sealed, 5)
      WHERE connection_id = (SELECT id FROM connections WHERE hub = 'atelier-nord')`);
    database.close();

    expect(await test.session()).toMatchObject({
      status: 500,
      body: { code: 'secret_unreadable', next_step: 'enter_secret_again', fix_by: 'hub_admin' },
    });
    expect((await test.status()).body).toMatchObject({
      connection: 'unreadable',
      problem: 'secret_unreadable',
      kaltura: null,
    });
    expect((await test.session({ hub: 'universite-delta' })).status).toBe(200);
    await test.connect(userToken);
    expect((await test.session()).status).toBe(200);
    await test.exchange.close();
    await rm(directory, { recursive: true });
  });
});
