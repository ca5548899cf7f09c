import { describe, expect, it } from 'vitest';
import { ExchangeError, NetworkError, UpstreamError } from '../errors.ts';
import type { ConnectionAnswer, ConnectionInput } from '../exchange/connectionAnswer.ts';
import { createTestClock } from '../testing/createTestClock.ts';
import { createExchangeAdmin, type ExchangeAdmin } from './createExchangeAdmin.ts';

const connection: ConnectionAnswer = {
  version: 7,
  state: 'ok',
  state_since: '2027-01-15T08:00:00Z',
  paused_since: null,
  service_url: 'https://www.kaltura.com',
  partner_id: 102,
  user_id_mapping: 'email',
  conversion_profile_id: null,
  conversion_profile_dash: null,
  accepted_privileges: [],
  tokens: {
    editor: {
      id: '0_abcdefgh',
      hash_type: 'SHA256',
      fingerprint: '0a1b2c3d',
      set_at: '2027-01-15T08:00:00Z',
      expires_at: null,
    },
    player: null,
  },
  rotations: [],
  can_list_all: false,
  can_upload: true,
  granted_privileges: ['disableentitlement'],
  checked_at: '2027-01-15T08:00:00Z',
  created_at: '2027-01-15T08:00:00Z',
  updated_at: '2027-01-15T08:00:00Z',
  server_time: '2027-01-15T08:00:00Z',
};

const input: ConnectionInput = {
  service_url: 'https://www.kaltura.com',
  partner_id: 102,
  tokens: { editor: { id: '0_abcdefgh', secret: 'f00dbabe', hash_type: 'SHA256' } },
};

const problem = (code: string, status: number, more: object = {}): Response =>
  Response.json(
    { type: 'about:blank', title: code, status, code, instance: 'urn:request:r-1', ...more },
    { status, headers: { 'Content-Type': 'application/problem+json' } },
  );

interface Asked {
  line: string;
  authorization: string | null;
  ifMatch: string | null;
  ifNoneMatch: string | null;
  body: unknown;
}

function adminWith(respond: (nth: number) => Response): { admin: ExchangeAdmin; asked: Asked[] } {
  const asked: Asked[] = [];
  let tokens = 0;
  const admin = createExchangeAdmin({
    exchangeUrl: 'https://exchange.example/',
    hub: 'atelier',
    getHostToken: async ({ hub }) => `${hub}-${(tokens += 1)}`,
    clock: createTestClock(),
    random: () => 0.5,
    async fetch(request) {
      const text = await request.text();
      asked.push({
        line: `${request.method} ${request.url.replace('https://exchange.example', '')}`,
        authorization: request.headers.get('authorization'),
        ifMatch: request.headers.get('if-match'),
        ifNoneMatch: request.headers.get('if-none-match'),
        body: text === '' ? undefined : JSON.parse(text),
      });
      return respond(asked.length);
    },
  });
  return { admin, asked };
}

describe('the connection', () => {
  it('is read with a host token of its own for each call', async () => {
    const { admin, asked } = adminWith(() => Response.json(connection));
    await expect(admin.connection.get()).resolves.toEqual(connection);
    await admin.connection.get();
    expect(asked.map(({ line, authorization }) => [line, authorization])).toEqual([
      ['GET /v1/admin/connection', 'Bearer atelier-1'],
      ['GET /v1/admin/connection', 'Bearer atelier-2'],
    ]);
  });

  it('is null where nobody has connected the hub', async () => {
    const { admin } = adminWith(() => problem('not_connected', 404));
    await expect(admin.connection.get()).resolves.toBeNull();
  });

  it('is created only where there is none, and changed only as it was read', async () => {
    const { admin, asked } = adminWith(() => Response.json(connection));
    await admin.connection.put(input, { version: null });
    await admin.connection.put(input, { version: 7 });
    expect(asked).toMatchObject([
      { line: 'PUT /v1/admin/connection', ifNoneMatch: '*', ifMatch: null, body: input },
      { line: 'PUT /v1/admin/connection', ifNoneMatch: null, ifMatch: '"7"', body: input },
    ]);
  });

  it('is removed, paused, resumed and rotated under its version', async () => {
    const { admin, asked } = adminWith((nth) =>
      nth === 1 ? new Response(null, { status: 204 }) : Response.json(connection),
    );
    await admin.connection.remove({ version: 7 });
    await admin.connection.pause({ version: 7 });
    await admin.connection.resume({ version: 7 });
    await admin.connection.rotate(
      { purpose: 'editor', token: { id: '0_new', secret: 'f00dbabe', hash_type: 'SHA1' } },
      { version: 7 },
    );
    await admin.connection.endRotation({ version: 7 });
    expect(asked.map(({ line, ifMatch }) => `${line} ${ifMatch}`)).toEqual([
      'DELETE /v1/admin/connection "7"',
      'PUT /v1/admin/connection/pause "7"',
      'DELETE /v1/admin/connection/pause "7"',
      'PUT /v1/admin/connection/rotation "7"',
      'DELETE /v1/admin/connection/rotation "7"',
    ]);
  });
});

describe('a test', () => {
  const passed = { ok: true, checks: [], granted: null, server_time: '2027-01-15T08:00:00Z' };

  it('tries what is stored, or values that are not stored yet', async () => {
    const { admin, asked } = adminWith(() => Response.json(passed));
    await expect(admin.connection.test()).resolves.toEqual(passed);
    await admin.connection.test(input);
    expect(asked.map(({ body }) => body)).toEqual([undefined, input]);
  });
});

describe('the history', () => {
  it('is read page by page', async () => {
    const { admin, asked } = adminWith(() => Response.json({ rows: [], next: null }));
    await admin.audit.list();
    await admin.audit.list({ before: '41', limit: 20 });
    expect(asked.map(({ line }) => line)).toEqual(['GET /v1/admin/audit', 'GET /v1/admin/audit?before=41&limit=20']);
  });
});

describe('the services', () => {
  it('are read as the operator allows them', async () => {
    const service_urls = ['https://www.kaltura.com'];
    const { admin, asked } = adminWith(() => Response.json({ service_urls }));
    expect(await admin.services.list()).toEqual(service_urls);
    expect(asked.map(({ line }) => line)).toEqual(['GET /v1/admin/services']);
  });
});

describe('a guided connection', () => {
  it('goes from sign-in to account to connection with a handle', async () => {
    const account = { partner_id: 102, name: 'Atelier' };
    const answers = [
      { handle: 'h1', expires_in: 600, accounts: [account] },
      { handle: 'h2', expires_in: 590, account, conversion_profiles: [] },
      connection,
    ];
    const { admin, asked } = adminWith((nth) => Response.json(answers[nth - 1]));
    const credentials = { service_url: 'https://www.kaltura.com', login_id: 'kim@uni.example', password: 'pass' };
    const { handle } = await admin.guided.signIn(credentials);
    const chosen = await admin.guided.chooseAccount({ handle, partner_id: 102 });
    await admin.guided.connect(
      { handle: chosen.handle, effect: { kind: 'own' }, player: false, conversion_profile_id: null },
      { version: null },
    );
    expect(asked).toMatchObject([
      { line: 'POST /v1/admin/guided/sign-in', body: credentials },
      { line: 'POST /v1/admin/guided/account', body: { handle: 'h1', partner_id: 102 } },
      { line: 'POST /v1/admin/guided/connect', ifNoneMatch: '*', body: { handle: 'h2', effect: { kind: 'own' } } },
    ]);
  });
});

describe('a call that fails', () => {
  it.each(['token_expired', 'token_replayed'])('is repeated once with a fresh host token after %s', async (code) => {
    const { admin, asked } = adminWith((nth) => (nth === 1 ? problem(code, 401) : Response.json(connection)));
    await admin.connection.put(input, { version: 7 });
    expect(asked.map(({ authorization }) => authorization)).toEqual(['Bearer atelier-1', 'Bearer atelier-2']);
  });

  it('is given up when the second host token is refused as well', async () => {
    const { admin, asked } = adminWith(() => problem('token_expired', 401));
    await expect(admin.connection.put(input, { version: 7 })).rejects.toMatchObject({ code: 'token_expired' });
    expect(asked).toHaveLength(2);
  });

  it('names the fields at fault, and never repeats what was sent', async () => {
    const { admin } = adminWith(() =>
      problem('invalid_field', 422, { errors: [{ pointer: '/tokens/editor/secret', code: 'format' }, 'odd', {}] }),
    );
    const error = await admin.connection.put(input, { version: 7 }).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ExchangeError);
    expect(error).toMatchObject({
      code: 'invalid_field',
      requestId: 'r-1',
      fields: [{ pointer: '/tokens/editor/secret', code: 'format' }],
    });
    expect(JSON.stringify(error) + String(error)).not.toContain('f00dbabe');
  });

  it('is repeated for a passing reason when it only reads', async () => {
    const { admin, asked } = adminWith((nth) =>
      nth < 3 ? problem('storage_unavailable', 503) : Response.json(connection),
    );
    await expect(admin.connection.get()).resolves.toEqual(connection);
    expect(asked).toHaveLength(3);
  });

  it('is not repeated by itself when it changes something', async () => {
    const { admin, asked } = adminWith(() => problem('storage_unavailable', 503));
    await expect(admin.connection.pause({ version: 7 })).rejects.toMatchObject({ code: 'storage_unavailable' });
    expect(asked).toHaveLength(1);
  });

  it('says so when the answer is none of the contract', async () => {
    const { admin } = adminWith(() => Response.json({ ...connection, tokens: {} }));
    await expect(admin.connection.put(input, { version: 7 })).rejects.toThrow(/unexpected: tokens\.editor/);
    const { admin: other } = adminWith(() => new Response('<html>', { status: 502 }));
    await expect(other.connection.put(input, { version: 7 })).rejects.toBeInstanceOf(UpstreamError);
  });

  it('ends with its signal, without an answer and without a second try', async () => {
    const controller = new AbortController();
    const { admin, asked } = adminWith(() => {
      controller.abort();
      throw new TypeError('aborted');
    });
    await expect(admin.connection.get({ signal: controller.signal })).rejects.toMatchObject({ name: 'AbortError' });
    expect(asked).toHaveLength(1);
  });

  it('without a network is a NetworkError', async () => {
    const { admin } = adminWith(() => {
      throw new TypeError('Failed to fetch');
    });
    await expect(admin.connection.test()).rejects.toBeInstanceOf(NetworkError);
  });
});
