import { createServer } from 'node:net';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestExchange, userToken } from './testing/createTestExchange.ts';
import { testDatabases } from './testing/testDatabases.ts';

const refusal = Response.json({
  objectType: 'KalturaAPIException',
  code: 'APP_TOKEN_NOT_ACTIVE',
  message: '',
  args: [],
});

describe.each(testDatabases)('two instances on one %s', (_, databases) => {
  beforeAll(() => databases.start());
  afterAll(() => databases.stop());

  async function startPair() {
    const database = await databases.create();
    const one = await createTestExchange({ database });
    const two = await createTestExchange({ database, with: one, appToken: null });
    return { one, two, close: () => Promise.all([one.exchange.close(), two.exchange.close()]) };
  }

  it('make one Kaltura user and one binding of a person who asks both at once', async () => {
    const { one, two, close } = await startPair();
    const answers = await Promise.all(Array.from({ length: 25 }, () => [one.session(), two.session()]).flat());
    expect(answers.map(({ body }) => body.code ?? body.kaltura.user_id)).toEqual(
      Array.from({ length: 50 }, () => 'ana@uni.example'),
    );
    for (const { calls } of [one, two])
      expect(calls.filter((call) => call === 'appToken.startSession')).toHaveLength(1);
    await close();
  });

  it('give a Kaltura user to one of two people who ask for it at once', async () => {
    const { one, two, close } = await startPair();
    const answers = await Promise.all([one.session({ sub: 'u1' }), two.session({ sub: 'u2' })]);
    expect(answers.map(({ body }) => body.code ?? 'session').sort()).toEqual(['kaltura_user_taken', 'session']);
    await close();
  });

  it('stop giving sessions within a second after a hub was disconnected on the other', async () => {
    const { one, two, close } = await startPair();
    expect((await two.session()).status).toBe(200);
    await one.exchange.connections.remove('atelier-nord');
    expect((await one.session()).body.code).toBe('not_connected');
    await two.advance(1);
    expect((await two.session()).body.code).toBe('not_connected');
    await close();
  });

  it('stop giving sessions within a second after an admin disconnected or paused the hub on the other', async () => {
    const { one, two, close } = await startPair();
    expect((await two.session()).status).toBe(200);
    expect((await one.admin('PUT connection/pause', { version: 1 })).status).toBe(200);
    expect((await one.session()).body.code).toBe('connection_paused');
    await two.advance(1);
    expect((await two.session()).body.code).toBe('connection_paused');
    expect((await two.admin('DELETE connection/pause', { version: 2 })).status).toBe(200);
    expect((await two.session()).status).toBe(200);
    await one.advance(1);
    expect((await one.session()).status).toBe(200);
    expect((await two.admin('DELETE connection', { version: 3 })).status).toBe(204);
    await one.advance(1);
    expect((await one.session()).body.code).toBe('not_connected');
    await close();
  });

  it('use a new App Token within a second after it was put in on the other', async () => {
    const { one, two, close } = await startPair();
    const { id, token } = one.partner.addAppToken({ ...userToken, sessionPrivileges: 'list:*' });
    expect((await two.session()).body.kaltura.can_list_all).toBe(false);
    const body = { purpose: 'editor', token: { id, secret: token, hash_type: 'SHA256' } };
    expect((await one.admin('PUT connection/rotation', { version: 1, body })).status).toBe(200);
    await two.advance(1);
    expect((await two.session()).body.kaltura.can_list_all).toBe(true);
    await close();
  });

  it('show an admin at once what was changed on the other', async () => {
    const { one, two, close } = await startPair();
    await two.admin('GET connection');
    await one.admin('PUT connection/pause', { version: 1 });
    expect((await two.admin('GET connection')).body).toMatchObject({ version: 2, paused_since: expect.any(String) });
    await close();
  });

  it('take a host token for one change, however often and wherever it is sent', async () => {
    const { one, two, close } = await startPair();
    const claims = { jti: 'one-hundred-times-the-same' };
    const answers = await Promise.all(
      Array.from({ length: 50 }, () =>
        [one, two].map((instance) => instance.admin('PUT connection/pause', { version: 1, claims })),
      ).flat(),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ body }) => body.code === 'token_replayed')).toHaveLength(99);
    await close();
  });

  it('let one of two admins through who change the same version at once', async () => {
    const { one, two, close } = await startPair();
    const { tokens, ...settings } = (await one.admin('GET connection')).body;
    const body = {
      service_url: settings.service_url,
      partner_id: settings.partner_id,
      tokens: { editor: { id: tokens.editor.id, hash_type: tokens.editor.hash_type } },
    };
    const answers = await Promise.all(
      [one, two, one, two].map((instance, index) =>
        instance.admin('PUT connection', { version: 1, body: { ...body, conversion_profile_id: index + 1 } }),
      ),
    );
    expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 412, 412, 412]);
    expect((await two.admin('GET connection')).body.version).toBe(2);
    await close();
  });

  it('use a connection that was changed on the other after a second', async () => {
    const { one, two, close } = await startPair();
    expect((await two.session()).body.kaltura.can_list_all).toBe(false);
    await one.connect({ ...userToken, sessionPrivileges: 'list:*' });
    await two.advance(1);
    expect((await two.session()).body.kaltura.can_list_all).toBe(true);
    await close();
  });

  it('agree that a connection works again, whoever found out that it did not', async () => {
    const { one, two, close } = await startPair();
    /** What an instance says a moment later; it writes such things down while it answers. */
    const stateOn = async (instance: typeof one) => {
      await instance.advance(1);
      return (await instance.status()).body.connection;
    };
    await one.session();
    await expect.poll(async () => (await one.status()).body.kaltura?.checked_at).toBeTruthy();
    two.intercept = (action) => (action === 'appToken.startSession' ? refusal.clone() : undefined);
    expect((await two.session({ sub: 'u2', email: 'bruno@uni.example' })).body.code).toBe('upstream_refused');
    await expect.poll(() => stateOn(one)).toBe('refused');
    await one.session({ sub: 'u3', email: 'chiara@uni.example' });
    await expect.poll(() => stateOn(two)).toBe('ok');
    await close();
  });

  it('refuse to start with another key', async () => {
    const database = await databases.create();
    const one = await createTestExchange({ database });
    const keyRing = [{ kid: 'k1', key: crypto.getRandomValues(new Uint8Array(32)) }];
    await expect(createTestExchange({ database, keyRing })).rejects.toThrow('The key "k1" is not the one');
    await one.exchange.close();
  });

  it('answer storage_unavailable when the database goes away, and stay alive', async () => {
    const { one, close } = await startPair();
    expect((await one.request('/readyz')).status).toBe(200);
    await close();
    expect(await one.request('/readyz')).toMatchObject({ status: 503, body: { code: 'storage_unavailable' } });
    await one.advance(1);
    const answer = await one.session();
    expect(answer).toMatchObject({ status: 503, body: { code: 'storage_unavailable', retriable: 'after' } });
    expect(answer.headers.get('retry-after')).toBe('2');
    expect((await one.request('/livez')).status).toBe(200);
  });
});

describe('a PostgreSQL that is not there yet', () => {
  const [, databases] = testDatabases.find(([name]) => name === 'PostgreSQL') ?? [];
  beforeAll(() => databases?.start());
  afterAll(() => databases?.stop());

  it('is waited for', async () => {
    const options = await databases?.create();
    if (!options || !('postgres' in options)) throw new Error('There is no PostgreSQL.');
    const real = new URL(options.postgres);
    // A door that is closed at first and leads to the real one later.
    const probe = createServer().listen(0, '127.0.0.1');
    await once(probe, 'listening');
    const address = probe.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    probe.close();
    await once(probe, 'close');
    const url = new URL(options.postgres);
    url.port = String(port);

    const test = await createTestExchange({ database: { postgres: url.href }, appToken: null });
    expect((await test.request('/livez')).status).toBe(200);
    expect(await test.request('/readyz')).toMatchObject({ status: 503, body: { code: 'storage_unavailable' } });
    expect((await test.session()).body.code).toBe('storage_unavailable');
    expect(test.lines.join('')).not.toContain(real.password);

    const { connect } = await import('node:net');
    const door = createServer((socket) => {
      const inside = connect(Number(real.port), real.hostname);
      socket.pipe(inside).pipe(socket);
      socket.on('error', () => inside.destroy());
      inside.on('error', () => socket.destroy());
    }).listen(port, '127.0.0.1');
    await once(door, 'listening');
    await expect.poll(async () => (await test.request('/readyz')).status, { timeout: 10_000 }).toBe(200);
    await test.connect(userToken);
    expect((await test.session()).status).toBe(200);
    await test.exchange.close();
    door.close();
  });
});
