import type { AuditAnswer, RevocationInput } from '@spaces-kaltura/client/exchange';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestExchange, playerToken, userToken, type TestExchange } from '../testing/createTestExchange.ts';
import { testDatabases } from '../testing/testDatabases.ts';

/** The host's own backend speaks: no page, no person. */
async function say(test: TestExchange, body: RevocationInput | object, claims: Record<string, unknown> = {}) {
  const token = await test.host.token({ role: 'service', sub: 'spaces-backend', email: undefined, ...claims });
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  return test.request('/v1/revocations', { method: 'POST', headers, body: JSON.stringify(body) });
}

const ana = { sub: 'user-1', email: 'ana@uni.example' };
const bruno = { sub: 'user-2', email: 'bruno@uni.example' };

describe('POST /v1/revocations', () => {
  it('takes a person’s sessions away at once, and gives them back', async () => {
    const test = await createTestExchange();
    const before = await test.session(ana);
    expect((await say(test, { action: 'revoke', person: 'user-1' })).status).toBe(204);
    test.calls.length = 0;
    expect(await test.session(ana)).toMatchObject({ status: 403, body: { code: 'person_revoked', retriable: 'no' } });
    expect((await test.status(ana)).body).toMatchObject({ connection: 'ok', problem: 'person_revoked' });
    expect(test.calls).toEqual([]);
    expect((await test.session(bruno)).status).toBe(200);

    expect((await say(test, { action: 'readmit', person: 'user-1' })).status).toBe(204);
    expect((await test.session(ana)).body.access_token).toBe(before.body.access_token);
    expect((await test.status(ana)).body.problem).toBeNull();
  });

  it('hears of people of a hub whose plan has no Kaltura any more', async () => {
    const test = await createTestExchange();
    await test.session(ana);
    const claims = { plan: 'starter' };
    expect((await say(test, { action: 'release', person: 'user-1' }, claims)).status).toBe(204);
    expect((await test.session({ ...ana, sub: 'user-9' })).status).toBe(200);
  });

  it('takes away what plays entries of others as well', async () => {
    const test = await createTestExchange({ appToken: null });
    await test.connect(userToken, { player: playerToken });
    const { id: entryId } = test.partner.addEntry({ name: 'Atrium', mediaType: 1, userId: 'bruno@uni.example' });
    const play = () => test.playback({ ...ana, entries: [entryId] }, { entryId });
    expect((await play()).status).toBe(200);
    await say(test, { action: 'revoke', person: 'user-1' });
    expect((await play()).body.code).toBe('person_revoked');
  });

  it('takes everybody’s away, and a person’s stays away when the others have theirs back', async () => {
    const test = await createTestExchange();
    await say(test, { action: 'revoke', person: 'user-1' });
    await say(test, { action: 'revoke', everybody: true });
    expect((await test.session(bruno)).body.code).toBe('person_revoked');
    await say(test, { action: 'readmit', person: 'user-2' });
    expect((await test.session(bruno)).body.code).toBe('person_revoked');
    await say(test, { action: 'readmit', everybody: true });
    expect((await test.session(bruno)).status).toBe(200);
    expect((await test.session(ana)).body.code).toBe('person_revoked');
  });

  it('is heard while Kaltura is being asked', async () => {
    const test = await createTestExchange();
    test.intercept = async (action) => {
      if (action === 'user.get') await say(test, { action: 'revoke', person: 'user-1' });
      return undefined;
    };
    expect((await test.session(ana)).body.code).toBe('person_revoked');
  });

  it('frees the Kaltura user of somebody who was made anew in the host app', async () => {
    const test = await createTestExchange();
    expect((await test.session(ana)).body.kaltura.user_origin).toBe('created');
    const anew = { ...ana, sub: 'user-1b' };
    expect((await test.session(anew)).body.code).toBe('kaltura_user_taken');
    expect((await test.status(anew)).body.problem).toBe('kaltura_user_taken');

    await say(test, { action: 'revoke', person: 'user-1' });
    await say(test, { action: 'release', person: 'user-1' });
    await test.advance(60);
    expect((await test.session(anew)).body.kaltura).toMatchObject({ user_id: ana.email, user_origin: 'matched' });
    expect((await test.session(ana)).body.code).toBe('person_revoked');
  });

  it('is about this hub and the people of this host app only', async () => {
    const test = await createTestExchange();
    await test.session(ana);
    for (const action of ['revoke', 'release'] as const) {
      await say(test, { action, person: 'user-1' }, { hub: 'universite-delta' });
    }
    expect((await test.session(ana)).status).toBe(200);
    expect((await test.session({ ...ana, sub: 'user-1b' })).body.code).toBe('kaltura_user_taken');
  });

  it('is written down once for each change', async () => {
    const test = await createTestExchange();
    for (let turn = 0; turn < 2; turn += 1) await say(test, { action: 'revoke', person: 'user-1' });
    await say(test, { action: 'readmit', everybody: true });
    await say(test, { action: 'readmit', person: 'user-1' });
    await test.session(ana);
    await say(test, { action: 'release', person: 'user-1' });
    const { rows } = (await test.admin<AuditAnswer>('GET audit')).body;
    expect(rows.slice(0, -1).map(({ by, action, detail }) => ({ by, action, detail }))).toEqual([
      { by: 'host', action: 'person_released', detail: { person: 'user-1' } },
      { by: 'host', action: 'people_readmitted', detail: { person: 'user-1' } },
      { by: 'host', action: 'people_revoked', detail: { person: 'user-1' } },
    ]);
  });

  it.each([
    [{}],
    [{ action: 'revoke' }],
    [{ action: 'revoke', person: '' }],
    [{ action: 'revoke', person: null }],
    [{ action: 'revoke', person: 'user 1' }],
    [{ action: 'revoke', everybody: false }],
    [{ action: 'revoke', person: 'user-1', everybody: true }],
    [{ action: 'release', everybody: true }],
    [{ action: 'forget', person: 'user-1' }],
    [{ action: 'revoke', person: 'user-1', hub: 'universite-delta' }],
  ])('refuses %j', async (body) => {
    const test = await createTestExchange();
    expect(await say(test, body)).toMatchObject({ status: 422, body: { code: 'invalid_field' } });
    expect((await test.session(ana)).status).toBe(200);
  });

  it.each(['participant', 'hub_admin'])('is not for a %s', async (role) => {
    const test = await createTestExchange();
    const claims = { role, email: 'eva@uni.example' };
    expect((await say(test, { action: 'revoke', everybody: true }, claims)).body.code).toBe('role_required');
  });
});

describe.each(testDatabases)('two instances on one %s', (_, databases) => {
  beforeAll(() => databases.start());
  afterAll(() => databases.stop());

  it('both stop giving sessions within a second, and both begin again', async () => {
    const database = await databases.create();
    const one = await createTestExchange({ database });
    const two = await createTestExchange({ database, with: one, appToken: null });
    expect((await two.session(ana)).status).toBe(200);
    await say(one, { action: 'revoke', everybody: true });
    expect((await one.session(ana)).body.code).toBe('person_revoked');
    await two.advance(1);
    expect((await two.session(ana)).body.code).toBe('person_revoked');
    await say(two, { action: 'readmit', everybody: true });
    await one.advance(1);
    expect((await one.session(ana)).status).toBe(200);
    await say(one, { action: 'release', person: 'user-1' });
    await two.advance(1);
    expect((await two.session({ ...ana, sub: 'user-9' })).status).toBe(200);
    await one.exchange.close();
    await two.exchange.close();
  });
});
