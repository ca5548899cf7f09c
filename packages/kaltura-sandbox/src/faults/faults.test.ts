import { afterEach, describe, expect, it } from 'vitest';
import { createSandbox } from '../createSandbox.ts';
import { type SandboxServer, serveSandbox } from '../node/serveSandbox.ts';
import { createCaller } from '../testing/caller.ts';
import type { FaultRule } from './FaultPlan.ts';

const open: SandboxServer[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});

function setUp(...rules: FaultRule[]) {
  const sandbox = createSandbox({ clock: { frozen: true }, partners: [{ id: 102 }], seed: 7 });
  rules.forEach((rule) => sandbox.faults.add(rule));
  return { sandbox, bob: createCaller(sandbox, { userId: 'bob' }) };
}

async function serve(...rules: FaultRule[]) {
  const { sandbox, bob } = setUp(...rules);
  const server = await serveSandbox({ sandbox });
  open.push(server);
  const send = (name: string, params?: Record<string, unknown>): Promise<Response> => {
    const request = bob.request(name, params);
    return fetch(new Request(request.url.replace('http://kaltura.test', server.url), request));
  };
  return { sandbox, bob, send };
}

describe('a fault plan in the same process', () => {
  it('strikes the n-th call of an action and no other', async () => {
    const { bob, sandbox } = setUp({
      service: 'uploadToken',
      action: 'add',
      call: 2,
      fault: { kind: 'actionBlocked' },
    });
    await bob.call('uploadToken.list');
    const answers = [
      await bob.call('uploadToken.add'),
      await bob.call('uploadtoken.ADD'),
      await bob.call('uploadToken.add'),
    ];
    expect(answers.map((answer) => answer['code'] ?? answer['status'])).toEqual([0, 'ACTION_BLOCKED', 0]);
    expect(sandbox.faults.strikes).toMatchObject([
      { service: 'uploadtoken', call: 2, fault: { kind: 'actionBlocked' } },
    ]);
  });

  it('makes a session look expired', async () => {
    const { bob } = setUp({ fault: { kind: 'expiredKs' }, times: 1 });
    expect(await bob.call('user.get')).toMatchObject({ code: 'INVALID_KS', args: { KSID: 'EXPIRED' } });
    expect(await bob.call('user.get')).toMatchObject({ id: 'bob' });
  });

  it('lets a request fail after its work was done', async () => {
    const { bob } = setUp({ action: 'add', call: 1, fault: { kind: 'reset', when: 'after' } });
    await expect(bob.call('uploadToken.add')).rejects.toThrow('reset');
    expect(await bob.call('uploadToken.list')).toMatchObject({ totalCount: 1 });
  });

  it('lets a request fail before any work was done', async () => {
    const { bob } = setUp({ action: 'add', call: 1, fault: { kind: 'reset', when: 'before' } });
    await expect(bob.call('uploadToken.add')).rejects.toThrow('reset');
    expect(await bob.call('uploadToken.list')).toMatchObject({ totalCount: 0 });
  });

  it('counts every item of a multirequest as a call', async () => {
    const { bob } = setUp({ service: 'system', action: 'ping', call: 2, fault: { kind: 'actionBlocked' } });
    const ping = { service: 'system', action: 'ping' };
    const answers = await bob.call<unknown[]>('multirequest.x', { service: 'multirequest', 1: ping, 2: ping, 3: ping });
    expect(answers).toMatchObject([true, { code: 'ACTION_BLOCKED' }, true]);
  });

  it('hides what one call added from lists until the index has caught up', async () => {
    const { bob, sandbox } = setUp({ service: 'media', action: 'add', fault: { kind: 'indexLag', seconds: 60 } });
    await bob.call('media.add', { entry: { objectType: 'KalturaMediaEntry', name: 'new', mediaType: 1 } });
    const listed = () => bob.call('media.list', { filter: { statusIn: '7' } });
    expect(await listed()).toMatchObject({ totalCount: 0 });
    await sandbox.clock.advance(60);
    expect(await listed()).toMatchObject({ totalCount: 1 });
  });

  it('says another size than it holds', async () => {
    const { bob } = setUp({ action: 'upload', call: 1, fault: { kind: 'lyingUploadedFileSize', by: -3 } });
    const { id } = await bob.call<{ id: string }>('uploadToken.add');
    expect(await bob.upload(id, 'AAAAAAAAAA', { finalChunk: 0 })).toMatchObject({ uploadedFileSize: '7' });
    expect(await bob.call('uploadToken.get', { uploadTokenId: id })).toMatchObject({ uploadedFileSize: '10' });
  });

  it('strikes the same calls again with the same seed', async () => {
    const struck = async (): Promise<number[]> => {
      const { bob, sandbox } = setUp({ probability: 0.3, fault: { kind: 'actionBlocked' } });
      for (let call = 0; call < 30; call++) await bob.call('system.ping');
      return sandbox.faults.strikes.map((strike) => strike.call);
    };
    const first = await struck();
    expect(first.length).toBeGreaterThan(3);
    expect(await struck()).toEqual(first);
  });

  it('refuses a rule it does not understand', () => {
    const { sandbox } = setUp();
    expect(() => sandbox.faults.add({ fault: { kind: 'earthquake' } as never })).toThrow(TypeError);
  });
});

describe('a fault plan over real HTTP', () => {
  it('really breaks the connection', async () => {
    const { send } = await serve({ call: 1, fault: { kind: 'reset', when: 'before' } });
    await expect(send('system.ping')).rejects.toThrow('fetch failed');
    expect(await (await send('system.ping')).json()).toBe(true);
  });

  it('breaks a chunk off in the middle, of which nothing stays', async () => {
    const { bob, sandbox } = await serve({
      action: 'upload',
      call: 2,
      fault: { kind: 'reset', when: 'during', bytes: 100_000 },
    });
    const url = open[0]?.url ?? '';
    const overHttp = createCaller(
      { ...sandbox, fetch: (request) => fetch(new Request(request.url.replace('http://kaltura.test', url), request)) },
      { userId: 'bob' },
    );
    const { id } = await bob.call<{ id: string }>('uploadToken.add');
    const chunk = 'A'.repeat(1_000_000);
    await overHttp.upload(id, chunk, { finalChunk: 0 });
    const next = { resume: 1, resumeAt: 1_000_000 };
    await expect(overHttp.upload(id, chunk, next)).rejects.toThrow('fetch failed');
    expect(await bob.call('uploadToken.get', { uploadTokenId: id })).toMatchObject({
      status: 1,
      uploadedFileSize: '1000000',
    });
    expect(await overHttp.upload(id, chunk, next)).toMatchObject({ status: 2, uploadedFileSize: '2000000' });
  });

  it('really cuts an answer short', async () => {
    const { send } = await serve({ call: 1, fault: { kind: 'truncate', bytes: 10 } });
    const response = await send('user.get');
    expect(response.status).toBe(200);
    await expect(response.text()).rejects.toThrow('terminated');
  });

  it('answers a web page with status 200, a 503 and a 429 with a time to come back', async () => {
    const { send } = await serve(
      { call: 1, fault: { kind: 'html' } },
      { call: 2, fault: { kind: 'status', status: 503 } },
      { call: 3, fault: { kind: 'status', status: 429, retryAfter: 5 } },
    );
    const page = await send('system.ping');
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect((await send('system.ping')).status).toBe(503);
    const busy = await send('system.ping');
    expect([busy.status, busy.headers.get('retry-after')]).toEqual([429, '5']);
  });

  it('drips an answer out in little pieces, whole in the end', async () => {
    const { send } = await serve({ fault: { kind: 'slowDrip', bytes: 40, everyMs: 1 } });
    expect(await (await send('user.get')).json()).toMatchObject({ id: 'bob' });
  });

  it('can be reached on the control path when one was asked for, and is nowhere else', async () => {
    const plain = setUp();
    expect((await plain.sandbox.fetch(new Request('http://kaltura.test/_sandbox/faults'))).status).toBe(404);

    const sandbox = createSandbox({
      clock: { frozen: true, startAt: 1_800_000_000 },
      controlPath: '/_sandbox',
      seed: 1,
    });
    const server = await serveSandbox({ sandbox });
    open.push(server);
    const control = async (method: string, route: string, body?: unknown): Promise<unknown> =>
      (
        await fetch(`${server.url}/_sandbox/${route}`, {
          method,
          ...(body !== undefined && { body: JSON.stringify(body) }),
        })
      ).json();
    expect(await control('POST', 'partners', { id: 104, adminSecret: 'a' })).toMatchObject({
      id: 104,
      adminSecret: 'a',
    });
    expect(await control('POST', 'clock', { advance: 60 })).toEqual({ now: 1_800_000_060 });
    await control('POST', 'faults', { service: 'system', fault: { kind: 'status', status: 500 } });
    expect((await fetch(`${server.url}/api_v3/service/system/action/ping?format=1`)).status).toBe(500);
    expect(await control('GET', 'faults')).toMatchObject({ strikes: [{ service: 'system', action: 'ping', call: 1 }] });
    expect(await control('DELETE', 'faults')).toEqual({ rules: [] });
    for (const [fault, reason] of [
      [{}, 'fault rule'],
      [{ kind: 'latency', seconds: 1 }, 'called ms'],
      [{ kind: 'reset' }, 'when'],
    ] as const) {
      expect(await control('POST', 'faults', { fault })).toMatchObject({
        error: expect.stringContaining(reason) as string,
      });
    }
  });
});
