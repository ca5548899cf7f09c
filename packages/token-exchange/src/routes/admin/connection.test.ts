import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectionAnswerSchema, type ConnectionInput } from '@spaces-kaltura/client/exchange';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { createTestExchange, userToken, type TestExchange } from '../../testing/createTestExchange.ts';

const secret = 'ca11ab1e0123456789abcdef01234567';
const input: ConnectionInput = {
  service_url: 'https://kaltura.example',
  partner_id: 102,
  tokens: { editor: { id: '0_abcdefgh', secret, hash_type: 'SHA256' } },
};
const { secret: _, ...withoutSecret } = input.tokens.editor;

const empty = (): Promise<TestExchange> => createTestExchange({ appToken: null });

async function connected(): Promise<TestExchange> {
  const test = await empty();
  expect((await test.admin('PUT connection', { version: 0, body: input })).status).toBe(201);
  return test;
}

describe('GET /v1/admin/connection', () => {
  it('says when nobody has connected the hub', async () => {
    const test = await empty();
    expect(await test.admin('GET connection')).toMatchObject({ status: 404, body: { code: 'not_connected' } });
  });

  it('shows everything but the secret, with the version as ETag', async () => {
    const test = await empty();
    const expiry = 1_900_000_000;
    const body = {
      ...input,
      tokens: {
        editor: { ...input.tokens.editor, expiry },
        player: { id: '0_player00', secret: 'f'.repeat(32), hash_type: 'SHA1' },
      },
      user_id_mapping: 'claim:staff_id',
      conversion_profile_id: 77,
      accepted_privileges: ['preview:5'],
    };
    await test.admin('PUT connection', { version: 0, body });
    const answer = await test.admin('GET connection');
    const now = new Date(test.sandbox.clock.now() * 1000).toISOString();
    expect(answer.headers.get('etag')).toBe('"1"');
    expect(v.parse(connectionAnswerSchema, answer.body)).toEqual({
      version: 1,
      state: 'ok',
      state_since: now,
      paused_since: null,
      service_url: 'https://kaltura.example',
      partner_id: 102,
      user_id_mapping: 'claim:staff_id',
      conversion_profile_id: 77,
      conversion_profile_dash: null,
      accepted_privileges: ['preview:5'],
      tokens: {
        editor: {
          id: '0_abcdefgh',
          hash_type: 'SHA256',
          fingerprint: expect.stringMatching(/^[0-9a-f]{8}$/),
          set_at: now,
          expires_at: new Date(expiry * 1000).toISOString(),
        },
        player: {
          id: '0_player00',
          hash_type: 'SHA1',
          fingerprint: expect.stringMatching(/^[0-9a-f]{8}$/),
          set_at: now,
          expires_at: null,
        },
      },
      rotations: [],
      can_list_all: null,
      can_upload: null,
      granted_privileges: null,
      checked_at: null,
      created_at: now,
      updated_at: now,
      server_time: now,
    });
    expect(JSON.stringify(answer.body)).not.toContain(secret);
  });

  it('tells two secrets apart, and the same one as the same', async () => {
    const test = await connected();
    const fingerprintOf = async (): Promise<string | null> =>
      (await test.admin('GET connection')).body.tokens.editor.fingerprint;
    const first = await fingerprintOf();
    await test.admin('PUT connection', { version: 1, body: input });
    expect(await fingerprintOf()).toBe(first);
    const editor = { ...input.tokens.editor, secret: 'd'.repeat(32) };
    await test.admin('PUT connection', { version: 2, body: { ...input, tokens: { editor } } });
    expect(await fingerprintOf()).not.toBe(first);
  });

  it('is for hub admins, whatever the plan', async () => {
    const test = await connected();
    const codeFor = async (claims: Record<string, unknown>): Promise<string> =>
      (await test.admin('GET connection', { claims })).body.code;
    expect(await codeFor({ role: 'participant' })).toBe('role_required');
    expect(await codeFor({ role: 'service' })).toBe('role_required');
    expect(await codeFor({ plan: 'starter' })).toBeUndefined();
    expect(await codeFor({ hub: 'universite-delta' })).toBe('not_connected');
  });

  it('may be asked again with the same host token', async () => {
    const test = await connected();
    const headers = { authorization: `Bearer ${await test.host.token({ role: 'hub_admin' })}` };
    for (const _ of [1, 2]) expect((await test.request('/v1/admin/connection', { headers })).status).toBe(200);
  });
});

describe('PUT /v1/admin/connection', () => {
  it('stores a connection that participants can use at once, and asks Kaltura nothing', async () => {
    const test = await empty();
    const { id, token } = test.partner.addAppToken(userToken);
    const body = { ...input, tokens: { editor: { id, secret: token, hash_type: 'SHA256' } } };
    const answer = await test.admin('PUT connection', { version: 0, body });
    expect(answer).toMatchObject({ status: 201, body: { version: 1, state: 'ok' } });
    expect(answer.headers.get('etag')).toBe('"1"');
    expect(test.calls).toEqual([]);
    expect((await test.session()).status).toBe(200);
  });

  it('stores what does not work as well: a test says so, later', async () => {
    const test = await connected();
    expect((await test.admin('GET connection')).body.state).toBe('ok');
    expect((await test.session()).body.code).toBe('upstream_refused');
    await expect.poll(async () => (await test.admin('GET connection')).body.state).toBe('refused');
  });

  it('wants to know which version it changes', async () => {
    const test = await connected();
    expect(await test.admin('PUT connection', { body: input })).toMatchObject({
      status: 428,
      body: { code: 'if_match_required' },
    });
    for (const ifMatch of ['*', '']) {
      const answer = await test.admin('PUT connection', { body: input, headers: { 'if-match': ifMatch } });
      expect(answer.body.code).toMatch(/^(?:if_match_required|changed_meanwhile)$/);
    }
  });

  it.each(['"2"', '"0"', '1', '"1", "2"', '"one"', '"-1"'])(
    'refuses %s when the version is another',
    async (ifMatch) => {
      const test = await connected();
      const answer = await test.admin('PUT connection', { body: input, headers: { 'if-match': ifMatch } });
      expect(answer).toMatchObject({ status: 412, body: { code: 'changed_meanwhile' } });
      expect((await test.admin('GET connection')).body.version).toBe(1);
    },
  );

  it('takes an ETag that a compressing proxy has made weak', async () => {
    const test = await connected();
    const answer = await test.admin('PUT connection', { body: input, headers: { 'if-match': 'W/"1"' } });
    expect(answer).toMatchObject({ status: 200, body: { version: 2 } });
  });

  it('does not create over what somebody else has created', async () => {
    const test = await connected();
    const answer = await test.admin('PUT connection', { version: 0, body: input });
    expect(answer).toMatchObject({ status: 412, body: { code: 'changed_meanwhile' } });
  });

  it('is heard by those who were waiting for Kaltura meanwhile: they get sessions of what there is then', async () => {
    const test = await createTestExchange();
    test.sandbox.addPartner({ id: 103 });
    const { id, token } = test.sandbox.partner(103).addAppToken(userToken);
    const body = { ...input, partner_id: 103, tokens: { editor: { id, secret: token, hash_type: 'SHA256' } } };
    let moving: Promise<unknown> | undefined;
    test.intercept = async (action) => {
      if (action === 'user.get') await (moving ??= test.admin('PUT connection', { version: 1, body }));
      return undefined;
    };
    const session = await test.session();
    expect(session.body.kaltura).toMatchObject({ partner_id: 103, user_origin: 'created' });
    expect((await test.session()).body.access_token).toBe(session.body.access_token);
  });

  it('never takes the version of a connection that was removed for that of a later one', async () => {
    const test = await connected();
    await test.admin('DELETE connection', { version: 1 });
    expect((await test.admin('PUT connection', { version: 0, body: input })).body.version).toBe(2);
    const late = await test.admin('PUT connection', { version: 1, body: input });
    expect(late.body.code).toBe('changed_meanwhile');
  });

  it.each<[string, Partial<ConnectionInput>]>([
    ['service URL', { service_url: 'https://other-kaltura.example' }],
    ['account', { partner_id: 103 }],
    ['token id', { tokens: { editor: { ...withoutSecret, id: '0_zzzzzzzz' } } }],
    ['hash type', { tokens: { editor: { ...withoutSecret, hash_type: 'SHA1' } } }],
    ['purpose', { tokens: { editor: withoutSecret, player: withoutSecret } }],
  ])('wants the secret again when the %s changes', async (_, change) => {
    const test = await connected();
    const body = { ...input, tokens: { editor: withoutSecret }, ...change };
    expect(await test.admin('PUT connection', { version: 1, body })).toMatchObject({
      status: 422,
      body: { code: 'secret_required' },
    });
    expect((await test.admin('GET connection')).body).toMatchObject({ version: 1, partner_id: 102 });
  });

  it('keeps the secret, and when the token ends, while other settings change', async () => {
    const test = await empty();
    const { id, token } = test.partner.addAppToken(userToken);
    const editor = { id, hash_type: 'SHA256', expiry: 4_000_000_000 } as const;
    const withToken = { ...input, tokens: { editor: { ...editor, secret: token } } };
    await test.admin('PUT connection', { version: 0, body: withToken });
    await test.advance(60);
    const { expiry: _, ...kept } = editor;
    const body = { ...input, tokens: { editor: kept }, conversion_profile_id: 5 };
    const { body: changed } = await test.admin('PUT connection', { version: 1, body });
    expect(changed).toMatchObject({ version: 2, conversion_profile_id: 5 });
    expect(changed.tokens.editor.expires_at).toBe(new Date(4_000_000_000_000).toISOString());
    expect(changed.tokens.editor.set_at).toBe(changed.created_at);
    expect((await test.session()).status).toBe(200);
  });

  it('forgets what Kaltura granted when a secret changes, and keeps it when a profile does', async () => {
    const test = await empty();
    const { id, token } = test.partner.addAppToken({ ...userToken, sessionPrivileges: 'list:*' });
    const editor = { id, hash_type: 'SHA256' } as const;
    const withToken = { ...input, tokens: { editor: { ...editor, secret: token } } };
    await test.admin('PUT connection', { version: 0, body: withToken });
    await test.session();
    await expect.poll(async () => (await test.admin('GET connection')).body.can_list_all).toBe(true);
    const profile = { ...input, tokens: { editor }, conversion_profile_id: 5 };
    const kept = await test.admin('PUT connection', { version: 1, body: profile });
    expect(kept.body).toMatchObject({ can_list_all: true, checked_at: expect.any(String) });
    const anew = await test.admin('PUT connection', { version: 2, body: withToken });
    expect(anew.body).toMatchObject({ can_list_all: null, checked_at: null });
  });

  it.each<[string, unknown, string]>([
    ['an unknown member', { ...input, mode: 'all' }, '/mode'],
    ['a hub in the body', { ...input, hub: 'universite-delta' }, '/hub'],
    ['an account that is no number', { ...input, partner_id: '102' }, '/partner_id'],
    ['no editor token', { ...input, tokens: {} }, '/tokens/editor'],
    [
      'an unknown hash type',
      { ...input, tokens: { editor: { ...withoutSecret, hash_type: 'MD4' } } },
      '/tokens/editor/hash_type',
    ],
    [
      'a secret with a space',
      { ...input, tokens: { editor: { ...withoutSecret, secret: 'not a secret' } } },
      '/tokens/editor/secret',
    ],
    ['a secret as token id', { ...input, tokens: { editor: { ...withoutSecret, id: secret } } }, '/tokens/editor/id'],
    ['an unknown mapping', { ...input, user_id_mapping: 'sub' }, '/user_id_mapping'],
    ['a privilege with a comma', { ...input, accepted_privileges: ['a,b'] }, '/accepted_privileges/0'],
    [
      'an end beyond all dates',
      { ...input, tokens: { editor: { ...withoutSecret, expiry: 9e15 } } },
      '/tokens/editor/expiry',
    ],
    ['a list', [], ''],
    ['nothing', undefined, '/service_url'],
  ])('names what is wrong with %s', async (_, body, pointer) => {
    const test = await connected();
    const answer = await test.admin('PUT connection', { version: 1, body });
    expect(answer).toMatchObject({ status: 422, body: { code: 'invalid_field' } });
    expect(answer.body.errors?.map((error) => error.pointer)).toContain(pointer);
    expect(JSON.stringify(answer.body)).not.toContain('not a secret');
  });

  it.each([
    'https://evil.example',
    'https://kaltura.example.evil.example',
    'https://kaltura.example@evil.example',
    'http://kaltura.example',
    'https://kaltura.example/api',
    'https://127.0.0.1',
  ])('does not take the service %s', async (serviceUrl) => {
    const test = await connected();
    const answer = await test.admin('PUT connection', { version: 1, body: { ...input, service_url: serviceUrl } });
    expect(answer).toMatchObject({ status: 422, body: { code: 'service_url_not_allowed' } });
  });

  it.each<[string, number | undefined, string]>([
    ['a quarter of an hour ago', 900, 'stored'],
    ['a second longer ago', 901, 'reauth_required'],
    ['in the future', -60, 'reauth_required'],
    ['nobody knows when', undefined, 'reauth_required'],
  ])('takes a secret from somebody who signed in %s: %s', async (_, age, outcome) => {
    const test = await empty();
    const claims = { auth_time: age === undefined ? undefined : test.sandbox.clock.now() - age };
    const answer = await test.admin('PUT connection', { version: 0, body: input, claims });
    expect(answer.body.code ?? 'stored').toBe(outcome);
  });

  it('takes settings without a secret from somebody who signed in long ago', async () => {
    const test = await connected();
    const body = { ...input, tokens: { editor: withoutSecret } };
    expect((await test.admin('PUT connection', { version: 1, body, claims: { auth_time: 0 } })).status).toBe(200);
  });

  it('shows an unreadable connection with its settings, and replaces it', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'spaces-kaltura-keys-'));
    const database = { sqlite: join(directory, 'exchange.db') };
    const [lost, kept] = [
      { kid: 'lost', key: randomBytes(32) },
      { kid: 'kept', key: randomBytes(32) },
    ];
    const before = await createTestExchange({ database, keyRing: [lost, kept], appToken: null });
    await before.admin('PUT connection', { version: 0, body: { ...input, conversion_profile_id: 7 } });
    await before.exchange.close();

    const test = await createTestExchange({
      database,
      keyRing: [kept],
      appToken: null,
      with: { ...before, keyRing: [kept] },
    });
    const { body } = await test.admin('GET connection');
    expect(v.parse(connectionAnswerSchema, body)).toMatchObject({
      version: 1,
      state: 'unreadable',
      partner_id: 102,
      conversion_profile_id: 7,
      tokens: { editor: { id: '0_abcdefgh', fingerprint: null } },
    });
    const same = { ...input, tokens: { editor: withoutSecret } };
    expect((await test.admin('PUT connection', { version: 1, body: same })).body.code).toBe('secret_required');
    const replaced = await test.admin('PUT connection', { version: 1, body: input });
    expect(replaced.body).toMatchObject({ version: 2, state: 'ok' });
    expect(replaced.body.tokens.editor.fingerprint).not.toBeNull();
    await test.exchange.close();
    await rm(directory, { recursive: true, force: true });
  });
});

describe('DELETE /v1/admin/connection', () => {
  it('ends sessions at once, and is done when there is nothing', async () => {
    const test = await createTestExchange();
    await test.session();
    expect(await test.admin('DELETE connection', { version: 1 })).toMatchObject({ status: 204, body: undefined });
    expect((await test.session()).body.code).toBe('not_connected');
    expect((await test.status()).body.connection).toBe('not_connected');
    expect((await test.admin('DELETE connection', { version: 1 })).status).toBe(204);
  });

  it('wants to know which version, and that it is still that one', async () => {
    const test = await connected();
    expect((await test.admin('DELETE connection')).body.code).toBe('if_match_required');
    expect((await test.admin('DELETE connection', { version: 7 })).body.code).toBe('changed_meanwhile');
    expect((await test.admin('GET connection')).status).toBe(200);
  });

  it('gives nobody a session who was waiting for Kaltura meanwhile', async () => {
    const test = await createTestExchange();
    let removing: Promise<unknown> | undefined;
    test.intercept = async (action) => {
      if (action === 'user.get') await (removing ??= test.admin('DELETE connection', { version: 1 }));
      return undefined;
    };
    expect((await test.session()).body.code).toBe('not_connected');
  });

  it('leaves no key and no sealed secret in the file', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'spaces-kaltura-shred-'));
    const test = await createTestExchange({ database: { sqlite: join(directory, 'exchange.db') } });
    const bytes = async (): Promise<string> => {
      const files = (await readdir(directory)).map((file) => readFile(join(directory, file), 'latin1'));
      return (await Promise.all(files)).join('');
    };
    const { DatabaseSync } = await import('node:sqlite');
    const reader = new DatabaseSync(join(directory, 'exchange.db'), { readOnly: true });
    const stored = reader.prepare('SELECT wrapped_key, sealed FROM app_tokens').get();
    reader.close();
    const [key, sealed] = [String(stored?.['wrapped_key']), String(stored?.['sealed'])];
    expect(await bytes()).toContain(key);
    await test.admin('DELETE connection', { version: 1 });
    expect(await bytes()).not.toContain(key);
    expect(await bytes()).not.toContain(sealed);
    await test.exchange.close();
    await rm(directory, { recursive: true, force: true });
  });
});

describe('every write of an admin', () => {
  it.each([
    'PUT connection',
    'DELETE connection',
    'PUT connection/pause',
    'DELETE connection/pause',
    'PUT connection/rotation',
    'DELETE connection/rotation',
  ] as const)('%s comes from a page of the host', async (call) => {
    const test = await connected();
    const from = async (origin: string | undefined) =>
      (await test.admin(call, { version: 1, body: call.startsWith('PUT') ? input : undefined, headers: { origin } }))
        .body?.code;
    for (const origin of [
      undefined,
      'null',
      'https://spaces.example.evil',
      'https://evil.example',
      'http://spaces.example',
      'https://spaces.example:444',
    ]) {
      expect(await from(origin)).toBe('origin_not_allowed');
    }
    expect((await test.admin('GET connection')).body.version).toBe(1);
  });

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data',
    'application/json; charset=latin1',
    undefined,
  ])('is JSON and not %s', async (contentType) => {
    const test = await connected();
    const answer = await test.admin('PUT connection', {
      version: 1,
      body: input,
      headers: { 'content-type': contentType },
    });
    expect(answer).toMatchObject({ status: 415, body: { code: 'unsupported_media_type' } });
  });

  it('takes a host token once', async () => {
    const test = await connected();
    const claims = { jti: 'the-same-token-twice' };
    expect((await test.admin('PUT connection', { version: 1, body: input, claims })).status).toBe(200);
    expect(await test.admin('PUT connection', { version: 2, body: input, claims })).toMatchObject({
      status: 401,
      body: { code: 'token_replayed', retriable: 'now' },
    });
    expect((await test.admin('GET connection', { claims })).status).toBe(200);
    expect((await test.session({ jti: claims.jti })).body.code).not.toBe('token_replayed');
  });

  it('is for hub admins alone', async () => {
    const test = await connected();
    for (const role of ['participant', 'service', 'Hub_Admin', ['hub_admin']]) {
      const answer = await test.admin('DELETE connection', { version: 1, claims: { role } });
      expect(answer.body.code).toMatch(/^(?:role_required|token_invalid)$/);
    }
    expect((await test.admin('GET connection')).status).toBe(200);
  });
});
