import { createHash } from 'node:crypto';
import { playbackSessionAnswerSchema } from '@spaces-kaltura/client/exchange';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { createTestExchange, playerToken, userToken, type TestExchange } from '../testing/createTestExchange.ts';

/** What Kaltura says to this KS. */
async function ask({ sandbox, serviceUrl }: TestExchange, ks: string, call: string, params: Record<string, string>) {
  const [service, action] = call.split('.');
  const body = new URLSearchParams({ ...params, ks, format: '1' });
  const url = `${serviceUrl}/api_v3/service/${service}/action/${action}`;
  const response = await sandbox.fetch(new Request(url, { method: 'POST', body }));
  return (await response.json()) as { id?: string; code?: string; userId?: string };
}

async function start(player: typeof playerToken | null = playerToken) {
  const test = await createTestExchange({ appToken: null });
  const { id: entryId } = test.partner.addEntry({ name: 'Atrium', mediaType: 1, userId: 'bruno@uni.example' });
  await test.connect(userToken, player === null ? {} : { player });
  const play = (claims: Record<string, unknown> = {}, body: object = { entryId }) =>
    test.playback({ entries: [entryId], ...claims }, body);
  return { test, entryId, play };
}

describe('POST /v1/playback-session', () => {
  it('gives a KS that acts for the viewer and plays the entry of somebody else', async () => {
    const { test, entryId, play } = await start();
    const { status, body } = await play();
    expect(status).toBe(200);
    expect(v.parse(playbackSessionAnswerSchema, body)).toMatchObject({
      issued_token_type: 'urn:spaces:token-type:kaltura-session',
      token_type: 'N_A',
      expires_in: 1800,
      refresh_in: 1296,
      kaltura: {
        service_url: test.serviceUrl,
        partner_id: 102,
        user_id: 'ana@uni.example',
        entry_id: entryId,
        hosts: ['kaltura.example'],
      },
    });
    expect(await ask(test, body.access_token, 'user.get', {})).toMatchObject({ id: 'ana@uni.example' });
    expect(await ask(test, body.access_token, 'media.get', { entryId })).toMatchObject({ id: entryId });
  });

  it('gives it no other power', async () => {
    const { test, play } = await start();
    const ks = (await play()).body.access_token;
    expect(await ask(test, ks, 'uploadToken.add', {})).toMatchObject({ code: 'SERVICE_FORBIDDEN' });
    const mediaEntry = { 'mediaEntry:objectType': 'KalturaMediaEntry', 'mediaEntry:name': 'Mine' };
    const { id: other } = test.partner.addEntry({ name: 'Other', mediaType: 1, userId: 'bruno@uni.example' });
    expect(await ask(test, ks, 'media.update', { entryId: other, ...mediaEntry })).toMatchObject({
      code: 'INVALID_KS',
    });
  });

  it('asks Kaltura for type USER, half an hour, and the two privileges of this entry', async () => {
    const { test, entryId, play } = await start();
    const sent: URLSearchParams[] = [];
    test.intercept = async (action, request) => {
      if (action === 'appToken.startSession') sent.push(new URLSearchParams(await request.text()));
      return undefined;
    };
    await play();
    expect(sent).toHaveLength(1);
    const { type, expiry, userId, sessionPrivileges } = Object.fromEntries(sent[0] ?? []);
    expect({ type, expiry, userId, sessionPrivileges }).toEqual({
      type: '0',
      expiry: '1800',
      userId: 'ana@uni.example',
      sessionPrivileges: `sview:${entryId},disableentitlementforentry:${entryId}`,
    });
  });

  it('binds a person whose first wish is to play something', async () => {
    const { test, play } = await start();
    expect((await play()).status).toBe(200);
    expect((await test.status()).body.user).toMatchObject({ id: 'ana@uni.example', origin: 'created' });
    // Somebody else with the same address does not get that user.
    expect((await play({ sub: 'u2' })).body.code).toBe('kaltura_user_taken');
  });

  it.each<[wish: string, claims: Record<string, unknown>, body: unknown, status: number, code: string]>([
    ['an entry that is not named', { entries: ['0_other000'] }, undefined, 403, 'entry_not_named'],
    ['an entry when none is named', { entries: undefined }, undefined, 403, 'entry_not_named'],
    ['an entry of which another is the beginning', { entries: ['0_atrium00x'] }, undefined, 403, 'entry_not_named'],
    ['an entry in another case', { entries: ['0_ATRIUM00'] }, undefined, 403, 'entry_not_named'],
    ['an entry of a hub that is not connected', { hub: 'universite-delta' }, undefined, 404, 'not_connected'],
    ['an entry in a plan without Kaltura', { plan: 'starter' }, undefined, 403, 'plan_not_entitled'],
    ['an entry as the host itself', { role: 'service' }, undefined, 403, 'role_required'],
    ['an entry without a verified address', { email_verified: false }, undefined, 403, 'email_not_verified'],
    ['an entry with a token that has expired', { iat: -600, exp: -300 }, undefined, 401, 'token_expired'],
    ['everything, named by the host', { entries: ['*'] }, { entryId: '*' }, 401, 'token_invalid'],
    ['everything', {}, { entryId: '*' }, 422, 'invalid_field'],
    ['two entries', {}, { entryId: '0_atrium00/0_other000' }, 422, 'invalid_field'],
    ['another privilege', {}, { entryId: '0_atrium00,list:*' }, 422, 'invalid_field'],
    ['a privilege on a line of its own', {}, { entryId: '0_atrium00\nlist:*' }, 422, 'invalid_field'],
    ['a list of entries', {}, { entryId: ['0_atrium00'] }, 422, 'invalid_field'],
    ['no entry', {}, { entryId: '' }, 422, 'invalid_field'],
    ['nothing', {}, {}, 422, 'invalid_field'],
    ['privileges', {}, { entryId: '0_atrium00', privileges: 'list:*' }, 422, 'invalid_field'],
    ['another person', {}, { entryId: '0_atrium00', userId: 'bruno@uni.example' }, 422, 'invalid_field'],
  ])('refuses %s', async (_, claims, body, status, code) => {
    const test = await createTestExchange({ appToken: null });
    await test.connect(userToken, { player: playerToken });
    const now = test.sandbox.clock.now();
    const times = typeof claims['exp'] === 'number' ? { iat: now - 600, exp: now - 300 } : {};
    test.partner.addEntry({ id: '0_atrium00', name: 'Atrium', mediaType: 1, userId: 'bruno@uni.example' });
    const wish = { entries: ['0_atrium00'], ...claims, ...times };
    expect(await test.playback(wish, body ?? { entryId: '0_atrium00' })).toMatchObject({ status, body: { code } });
    expect(test.calls).toEqual([]);
  });

  it('says that there is no App Token for playing', async () => {
    const { test, play } = await start(null);
    expect(await play()).toMatchObject({ status: 409, body: { code: 'no_player_token', fix_by: 'hub_admin' } });
    expect(test.calls).toEqual([]);
  });

  it.each([
    ['reads everything by id', 'disableentitlement'],
    ['reads everything by id, and would be narrowed', 'disableentitlement,sview:*,disableentitlementforentry:*'],
    ['lists everything', 'sview:*,disableentitlementforentry:*,setrole:PLAYBACK_BASE_ROLE,list:*'],
    ['edits everything', 'sview:*,disableentitlementforentry:*,setrole:PLAYBACK_BASE_ROLE,edit:*'],
    ['plays another entry as well', 'sview:0_other000,disableentitlementforentry:*,setrole:PLAYBACK_BASE_ROLE'],
    ['does not get around entitlement', 'sview:*,setrole:PLAYBACK_BASE_ROLE'],
    ['does not get around access control', 'disableentitlementforentry:*,setrole:PLAYBACK_BASE_ROLE'],
    ['may do whatever the viewer may', 'sview:*,disableentitlementforentry:*'],
    ['has another role', 'sview:*,disableentitlementforentry:*,setrole:SPACES'],
    ['has nothing', undefined],
  ])('gives no KS of a token that %s', async (_, sessionPrivileges) => {
    const { play } = await start({
      sessionType: 0,
      hashType: 'SHA256',
      ...(sessionPrivileges && { sessionPrivileges }),
    });
    const { status, body } = await play();
    expect([status, body.code, body.access_token]).toEqual([409, 'connection_misconfigured', undefined]);
  });

  it('gives no KS of a token that could give ADMIN sessions or is bound to a user', async () => {
    const admin = await start({ ...playerToken, sessionType: 2 });
    expect((await admin.play()).body.code).toBe('connection_misconfigured');
    const pinned = await start({ ...playerToken, sessionUserId: 'service' });
    expect((await pinned.play()).body.code).toBe('connection_misconfigured');
  });

  it('leaves everything else as it is when its own token is at fault', async () => {
    const { test, play } = await start({ ...playerToken, sessionPrivileges: 'disableentitlement' });
    expect((await test.session()).status).toBe(200);
    expect((await play()).body.code).toBe('connection_misconfigured');
    await test.advance(1);
    expect((await test.session({ sub: 'u2', email: 'bruno@uni.example' })).status).toBe(200);
    expect((await test.status()).body.connection).toBe('ok');
    // Kaltura is not asked again at once.
    test.calls.length = 0;
    expect((await play()).body.code).toBe('connection_misconfigured');
    expect(test.calls).toEqual([]);
  });

  it('does not outlive the App Token', async () => {
    const { test, play } = await start();
    await test.connect(userToken, { player: { ...playerToken, sessionDuration: 60 } });
    expect((await play()).body.expires_in).toBe(60);
  });
});

describe('the cache of KS for playing', () => {
  it('is by hub, person and entry', async () => {
    const { test, play } = await start();
    const { id: second } = test.partner.addEntry({ name: 'Foyer', mediaType: 1, userId: 'bruno@uni.example' });
    const entries = { entries: [(await play()).body.kaltura.entry_id, second] };
    const wishes = entries.entries.flatMap((entryId) => [
      [entries, { entryId }] as const,
      [{ ...entries, sub: 'u2', email: 'chiara@uni.example' }, { entryId }] as const,
    ]);
    const ask = async () => Promise.all(wishes.map(async (wish) => (await test.playback(...wish)).body.access_token));
    const first = await ask();
    expect(new Set(first).size).toBe(4);
    test.calls.length = 0;
    expect(await ask()).toEqual(first);
    expect(test.calls).toEqual([]);
    expect(first).not.toContain((await test.session()).body.access_token);
  });

  it('opens one session when many ask at once, and a new one before it expires', async () => {
    const { test, play } = await start();
    const answers = await Promise.all(Array.from({ length: 50 }, () => play()));
    expect(new Set(answers.map(({ body }) => body.access_token)).size).toBe(1);
    expect(test.calls.filter((call) => call === 'appToken.startSession')).toHaveLength(1);
    await test.advance(answers[0]?.body.refresh_in ?? 0);
    expect((await play()).body).toMatchObject({ expires_in: 1800 });
    expect(test.calls.filter((call) => call === 'appToken.startSession')).toHaveLength(2);
  });

  it('forgets a KS that Kaltura refused, and everything when the connection changes', async () => {
    const { test, play, entryId } = await start();
    const first = (await play()).body.access_token;
    const stale = createHash('sha256').update(first).digest('hex').slice(0, 16);
    const second = (await play({}, { entryId, stale })).body.access_token;
    expect(second).not.toBe(first);
    await test.connect(userToken, { player: playerToken });
    expect((await play()).body.access_token).not.toBe(second);
    await test.exchange.connections.remove('atelier-nord');
    expect((await play()).body.code).toBe('not_connected');
  });
});
