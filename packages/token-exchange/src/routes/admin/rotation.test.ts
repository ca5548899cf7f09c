import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectionAnswerSchema, type AuditAnswer } from '@spaces-kaltura/client/exchange';
import * as v from 'valibot';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createTestExchange, playerToken, userToken, type TestExchange } from '../../testing/createTestExchange.ts';

const person = (index: number) => ({ sub: `p${index}`, email: `p${index}@uni.example` });
const day = 24 * 3600;

/** A new App Token of the account, as an admin types it; `change` is what is wrong with it. */
function newToken(test: TestExchange, init = {}, change = {}): { id: string; secret: string; hash_type: string } {
  const { id, token } = test.partner.addAppToken({ ...userToken, ...init });
  return { id, secret: token, hash_type: 'SHA256', ...change };
}

const rotate = (test: TestExchange, version: number, token: object, purpose = 'editor') =>
  test.admin('PUT connection/rotation', { version, body: { purpose, token } });

/** Which App Token the next sessions come from. */
async function tokenInUse(test: TestExchange, index: number): Promise<string> {
  const ids: string[] = [];
  test.intercept = async (action, request) => {
    if (action === 'appToken.startSession') ids.push(new URLSearchParams(await request.text()).get('id') ?? '');
    return undefined;
  };
  expect((await test.session(person(index))).status).toBe(200);
  test.intercept = () => undefined;
  return ids.at(-1) ?? '';
}

const rotations = async (test: TestExchange) =>
  v.parse(connectionAnswerSchema, (await test.admin('GET connection')).body).rotations;

describe('replacing an App Token', () => {
  it('uses the new one from now on and keeps the former one at hand for a day', async () => {
    const test = await createTestExchange();
    const { body: before } = await test.admin('GET connection');
    const { body: session } = await test.session();
    const token = newToken(test);
    const answer = await rotate(test, 1, { ...token, expiry: 4_000_000_000 });
    expect(answer).toMatchObject({
      status: 200,
      body: {
        version: 2,
        state: 'ok',
        tokens: { editor: { id: token.id, expires_at: '2096-10-02T07:06:40.000Z' } },
        rotations: [
          {
            purpose: 'editor',
            former: before.tokens.editor,
            until: new Date((test.sandbox.clock.now() + day) * 1000).toISOString(),
            former_serves_since: null,
          },
        ],
      },
    });
    expect(await tokenInUse(test, 1)).toBe(token.id);
    // A KS of the former token, minted before, is as good as it was.
    const asked = new URLSearchParams({ ks: session.access_token, format: '1' });
    const url = `${test.serviceUrl}/api_v3/service/user/action/get`;
    const still = await test.sandbox.fetch(new Request(url, { method: 'POST', body: asked }));
    expect(await still.json()).toMatchObject({ id: 'ana@uni.example' });
  });

  it.each<[string, object, object]>([
    ['has a wrong secret', {}, { secret: 'f'.repeat(32) }],
    ['has a wrong hash type', {}, { hash_type: 'SHA1' }],
    ['is unknown', {}, { id: '0_nosuchid' }],
    ['has expired', { expiry: 1 }, {}],
    ['makes ADMIN sessions', { sessionType: 2 }, {}],
    ['makes everybody one user', { sessionUserId: 'shared' }, {}],
  ])(
    'cuts nobody off when the new one %s: the former one serves, and the connection says so',
    async (_, init, change) => {
      const test = await createTestExchange();
      const { body: before } = await test.admin('GET connection');
      await rotate(test, 1, newToken(test, init, change));
      const since = new Date(test.sandbox.clock.now() * 1000).toISOString();
      expect(await tokenInUse(test, 1)).toBe(before.tokens.editor.id);
      await expect.poll(async () => (await rotations(test))[0]?.former_serves_since).toBe(since);
      expect((await test.admin('GET connection')).body.state).toBe('ok');
      expect((await test.status(person(1))).body).toMatchObject({ connection: 'ok', problem: null });
      await test.advance(60);
      expect(await tokenInUse(test, 2)).toBe(before.tokens.editor.id);
      expect((await rotations(test))[0]?.former_serves_since).toBe(since);
    },
  );

  it('asks Kaltura for the refused one every ten seconds at most, and takes it as soon as it works', async () => {
    const test = await createTestExchange();
    const token = newToken(test);
    await rotate(test, 1, token);
    let refused = 0;
    test.intercept = async (action, request) => {
      if (action !== 'appToken.startSession' || !(await request.text()).includes(token.id)) return undefined;
      refused += 1;
      const code = 'APP_TOKEN_NOT_ACTIVE';
      return Response.json({ code, message: '', objectType: 'KalturaAPIException', args: [] });
    };
    for (let index = 0; index < 20; index++) expect((await test.session(person(index))).status).toBe(200);
    expect(refused).toBe(1);
    await expect.poll(async () => (await rotations(test))[0]?.former_serves_since).toBeTruthy();
    test.intercept = () => undefined;
    await test.advance(10);
    expect(await tokenInUse(test, 21)).toBe(token.id);
    await expect.poll(async () => (await rotations(test))[0]?.former_serves_since).toBeNull();
  });

  it('shows nobody an error while it happens', async () => {
    const test = await createTestExchange();
    const people = Array.from({ length: 40 }, (_, index) => person(index));
    const seen: string[] = [];
    const over = new AbortController();
    const use = people.map(async (claims) => {
      while (!over.signal.aborted) {
        const { body } = await test.session(claims);
        seen.push(body.code ?? 'session');
        await new Promise((resolve) => setImmediate(resolve));
      }
    });
    await test.session(person(100));
    await rotate(test, 1, newToken(test));
    await test.session(person(101));
    await rotate(test, 2, newToken(test, {}, { secret: 'f'.repeat(32) }));
    await test.session(person(102));
    await test.advance(11);
    await rotate(test, 3, newToken(test));
    await test.session(person(103));
    over.abort();
    await Promise.all(use);
    expect(seen.length).toBeGreaterThan(100);
    expect(new Set(seen)).toEqual(new Set(['session']));
  });

  it('does not push out the only one that works when the next one is wrong as well', async () => {
    const test = await createTestExchange();
    const { body: before } = await test.admin('GET connection');
    const good = before.tokens.editor.id;
    await rotate(test, 1, newToken(test, {}, { secret: 'a'.repeat(32) }));
    expect(await tokenInUse(test, 1)).toBe(good);
    await expect.poll(async () => (await rotations(test))[0]?.former_serves_since).toBeTruthy();
    const again = await rotate(test, 2, newToken(test, {}, { secret: 'b'.repeat(32) }));
    expect(again.body.rotations).toMatchObject([{ former: { id: good }, former_serves_since: null }]);
    expect(await tokenInUse(test, 2)).toBe(good);
  });

  it('keeps the former one while other settings change, and drops it with the account', async () => {
    const test = await createTestExchange();
    const token = newToken(test);
    await rotate(test, 1, token);
    const settings = {
      service_url: test.serviceUrl,
      partner_id: 102,
      tokens: { editor: { id: token.id, hash_type: token.hash_type } },
    };
    const changed = await test.admin('PUT connection', { version: 2, body: { ...settings, conversion_profile_id: 9 } });
    expect(changed.body.rotations).toHaveLength(1);
    const moved = { ...settings, partner_id: 103, tokens: { editor: token } };
    expect((await test.admin('PUT connection', { version: 3, body: moved })).body.rotations).toEqual([]);
  });

  it('is possible for both tokens on one day', async () => {
    const test = await createTestExchange({ appToken: null });
    await test.connect(userToken, { player: playerToken });
    await rotate(test, 1, newToken(test));
    const { body } = await rotate(test, 2, newToken(test, playerToken), 'player');
    expect(body.rotations.map(({ purpose }) => purpose).sort()).toEqual(['editor', 'player']);
    const claims = { entries: [test.partner.addEntry({ name: 'A', mediaType: 1, userId: 'bob' }).id] };
    expect((await test.playback(claims, { entryId: claims.entries[0] })).status).toBe(200);
  });

  it('needs something to replace, the version, the secret and a recent sign-in', async () => {
    const test = await createTestExchange();
    const token = newToken(test);
    const { secret: _, ...withoutSecret } = token;
    expect((await rotate(test, 1, newToken(test, playerToken), 'player')).body.code).toBe('no_player_token');
    expect((await rotate(test, 7, token)).body.code).toBe('changed_meanwhile');
    expect((await rotate(test, 1, withoutSecret)).body.errors).toEqual([
      { pointer: '/token/secret', code: expect.any(String) },
    ]);
    const late = { version: 1, body: { purpose: 'editor', token }, claims: { auth_time: 1 } };
    expect((await test.admin('PUT connection/rotation', late)).body.code).toBe('reauth_required');
    await test.admin('DELETE connection', { version: 1 });
    expect((await rotate(test, 1, token)).body.code).toBe('not_connected');
  });
});

describe('the end of the overlap', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  it('comes when an admin says so: the key of the former token is destroyed', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'spaces-kaltura-rotation-'));
    const test = await createTestExchange({ database: { sqlite: join(directory, 'exchange.db') } });
    const bytes = async (): Promise<string> => {
      const files = (await readdir(directory)).map((file) => readFile(join(directory, file), 'latin1'));
      return (await Promise.all(files)).join('');
    };
    const { DatabaseSync } = await import('node:sqlite');
    const reader = new DatabaseSync(join(directory, 'exchange.db'), { readOnly: true });
    const key = String(reader.prepare('SELECT wrapped_key FROM app_tokens').get()?.['wrapped_key']);
    reader.close();
    await rotate(test, 1, newToken(test, {}, { secret: 'f'.repeat(32) }));
    expect((await test.session(person(1))).status).toBe(200);
    expect(await bytes()).toContain(key);

    const ended = await test.admin('DELETE connection/rotation', { version: 2 });
    expect(ended).toMatchObject({ status: 200, body: { version: 3, rotations: [] } });
    expect(await bytes()).not.toContain(key);
    // The new one was wrong: now that shows.
    expect((await test.session(person(2))).body.code).toBe('upstream_refused');
    expect((await test.admin('DELETE connection/rotation', { version: 3 })).body.version).toBe(3);
    await test.exchange.close();
    await rm(directory, { recursive: true, force: true });
  });

  it('comes by itself after a day, at once for everybody, and then the key is destroyed', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const test = await createTestExchange();
    await rotate(test, 1, newToken(test, {}, { secret: 'f'.repeat(32) }));
    await test.advance(day - 1);
    expect((await test.session(person(1))).status).toBe(200);
    expect(await rotations(test)).toHaveLength(1);
    await test.advance(1);
    expect((await test.session(person(2))).body.code).toBe('upstream_refused');
    expect(await rotations(test)).toEqual([]);

    const lastAction = async () => (await test.admin<AuditAnswer>('GET audit')).body.rows[0];
    expect((await lastAction())?.action).toBe('rotation_started');
    vi.advanceTimersByTime(60_000);
    await expect.poll(async () => (await lastAction())?.action).toBe('rotation_ended');
    expect(await lastAction()).toMatchObject({ by: 'exchange', person: null, detail: { purpose: 'editor' } });
    expect((await test.admin('GET connection')).body.version).toBe(2);
  });
});
