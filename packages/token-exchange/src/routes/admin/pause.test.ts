import { describe, expect, it } from 'vitest';
import { createTestExchange } from '../../testing/createTestExchange.ts';

describe('a paused connection', () => {
  it('gives nobody a session, says so, and goes on where it was', async () => {
    const test = await createTestExchange();
    const { body: first } = await test.session();
    const paused = await test.admin('PUT connection/pause', { version: 1 });
    const now = new Date(test.sandbox.clock.now() * 1000).toISOString();
    expect(paused).toMatchObject({ status: 200, body: { version: 2, state: 'ok', paused_since: now } });
    expect(paused.headers.get('etag')).toBe('"2"');
    test.calls.length = 0;
    expect(await test.session()).toMatchObject({
      status: 403,
      body: { code: 'connection_paused', fix_by: 'hub_admin' },
    });
    expect((await test.status()).body).toMatchObject({
      connection: 'paused',
      problem: 'connection_paused',
      user: { id: 'ana@uni.example' },
    });
    expect(test.calls).toEqual([]);

    const resumed = await test.admin('DELETE connection/pause', { version: 2 });
    expect(resumed).toMatchObject({ status: 200, body: { version: 3, paused_since: null } });
    expect((await test.session()).body.kaltura.user_id).toBe(first.kaltura.user_id);
    expect((await test.status()).body.connection).toBe('ok');
  });

  it('stays paused when it is paused again or its settings change', async () => {
    const test = await createTestExchange();
    await test.admin('PUT connection/pause', { version: 1 });
    const { body } = await test.admin('GET connection');
    await test.advance(60);
    expect((await test.admin('PUT connection/pause', { version: 2 })).body).toMatchObject({
      version: 2,
      paused_since: body.paused_since,
    });
    const { id, hash_type } = body.tokens.editor;
    const settings = { service_url: body.service_url, partner_id: 102, tokens: { editor: { id, hash_type } } };
    const changed = await test.admin('PUT connection', { version: 2, body: { ...settings, conversion_profile_id: 3 } });
    expect(changed.body).toMatchObject({ version: 3, paused_since: body.paused_since });
    expect((await test.session()).body.code).toBe('connection_paused');
  });

  it('gives nobody a session who was waiting for Kaltura meanwhile', async () => {
    const test = await createTestExchange();
    let pausing: Promise<unknown> | undefined;
    test.intercept = async (action) => {
      if (action === 'user.get') await (pausing ??= test.admin('PUT connection/pause', { version: 1 }));
      return undefined;
    };
    expect((await test.session()).body.code).toBe('connection_paused');
  });

  it('wants the version that was seen, and a connection', async () => {
    const test = await createTestExchange();
    expect((await test.admin('PUT connection/pause')).body.code).toBe('if_match_required');
    expect((await test.admin('PUT connection/pause', { version: 9 })).body.code).toBe('changed_meanwhile');
    await test.admin('DELETE connection', { version: 1 });
    expect((await test.admin('PUT connection/pause', { version: 1 })).body.code).toBe('not_connected');
  });
});
