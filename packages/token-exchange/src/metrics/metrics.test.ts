import { register, Registry } from 'prom-client';
import { describe, expect, it } from 'vitest';
import { createTestExchange, playerToken, userToken, type TestExchange } from '../testing/createTestExchange.ts';
import { createCounter } from './createCounter.ts';
import { createHistogram } from './createHistogram.ts';

async function operate(
  { exchange }: TestExchange,
  path: string,
): Promise<{ status: number; type: string | null; text: string }> {
  const response = await exchange.operate(new Request(`http://127.0.0.1:8789${path}`));
  return { status: response.status, type: response.headers.get('content-type'), text: await response.text() };
}

const metricsOf = async (test: TestExchange): Promise<string[]> => (await operate(test, '/metrics')).text.split('\n');

describe('the operator’s port', () => {
  it('counts requests, problems, calls and sessions', async () => {
    const test = await createTestExchange({ appToken: null });
    await test.connect(userToken, { player: playerToken });
    const { id: entryId } = test.partner.addEntry({ name: 'Atrium', mediaType: 1, userId: 'bruno@uni.example' });
    await test.session();
    await test.session();
    await test.playback({ entries: [entryId] }, { entryId });
    await test.session({ plan: 'starter' });
    await test.request('/nowhere');
    const lines = await metricsOf(test);
    expect(lines).toEqual(
      expect.arrayContaining([
        '# TYPE spaces_kaltura_requests_total counter',
        'spaces_kaltura_requests_total{route="/v1/kaltura-session",status="200"} 2',
        'spaces_kaltura_requests_total{route="/v1/kaltura-session",status="403"} 1',
        'spaces_kaltura_requests_total{route="other",status="404"} 1',
        'spaces_kaltura_request_seconds_count{route="/v1/playback-session"} 1',
        'spaces_kaltura_problems_total{code="plan_not_entitled"} 1',
        'spaces_kaltura_problems_total{code="session_pool_killed"} 0',
        'spaces_kaltura_upstream_calls_total{action="appToken.startSession",result="ok"} 2',
        'spaces_kaltura_upstream_requests_total 5',
        'spaces_kaltura_sessions_total{purpose="editor",result="opened"} 1',
        'spaces_kaltura_sessions_total{purpose="editor",result="cached"} 1',
        'spaces_kaltura_sessions_total{purpose="player",result="opened"} 1',
        'spaces_kaltura_users_total{origin="created"} 1',
        'spaces_kaltura_breakers_open 0',
        'spaces_kaltura_draining 0',
      ]),
    );
    expect(lines.filter((line) => line.startsWith('process_resident_memory_bytes '))).toHaveLength(1);
    expect(Number(lines.find((line) => line.startsWith('nodejs_eventloop_lag'))?.split(' ')[1])).toBeGreaterThanOrEqual(
      0,
    );
  });

  it('is in a form that Prometheus reads', async () => {
    const test = await createTestExchange();
    await test.session();
    const { status, type, text } = await operate(test, '/metrics');
    expect([status, type]).toEqual([200, 'text/plain; version=0.0.4; charset=utf-8']);
    const sample = /^[a-z_:][a-z0-9_:]*(?:\{(?:[a-z_]+="(?:[^"\\\n]|\\.)*",?)+\})? (?:[+-]?\d[\d.e+-]*|NaN|\+Inf)$/i;
    const wrong = text
      .trimEnd()
      .split('\n')
      .filter((line) => !sample.test(line) && !/^(?:# (?:HELP \S+ .+|TYPE \S+ \w+))?$/.test(line));
    expect(wrong).toEqual([]);
    expect(text.endsWith('\n')).toBe(true);
  });

  it('names no hub, no person and nothing a stranger sent', async () => {
    const test = await createTestExchange();
    test.intercept = (action) =>
      action === 'user.get'
        ? Response.json({ objectType: 'KalturaAPIException', code: 'EVIL_CODE', message: '', args: [] })
        : undefined;
    await test.session({ hub: 'atelier-nord', sub: 'user-77' });
    await test.request('/v1/evil-path', { method: 'PATCH' });
    const text = (await metricsOf(test)).join('\n');
    for (const forbidden of ['atelier', 'user-77', 'ana@', 'kaltura.example', 'EVIL', 'evil']) {
      expect(text).not.toContain(forbidden);
    }
    expect(text).toContain('result="refused"} 1');
  });

  it('says whether the instance lives and takes requests', async () => {
    const test = await createTestExchange();
    expect((await operate(test, '/livez')).status).toBe(200);
    expect((await operate(test, '/readyz')).status).toBe(200);
    test.exchange.drain();
    expect((await operate(test, '/livez')).status).toBe(200);
    expect((await operate(test, '/readyz')).status).toBe(503);
    expect(await metricsOf(test)).toContain('spaces_kaltura_draining 1');
    await test.exchange.close();
  });

  it('has nothing else, and writes no line for what is asked every few seconds', async () => {
    const test = await createTestExchange();
    const before = test.lines.length;
    await operate(test, '/metrics');
    expect((await operate(test, '/v1/status')).status).toBe(404);
    expect((await operate(test, '/openapi.json')).status).toBe(404);
    expect(test.lines.length).toBe(before);
    // The world sees no metrics.
    expect((await test.request('/metrics')).status).toBe(404);
  });

  it('counts Kaltura services that are left alone', async () => {
    const test = await createTestExchange();
    test.intercept = () => new Response('', { status: 503 });
    for (let turn = 0; turn < 25; turn += 1) await test.session({ sub: `u${turn}`, email: `u${turn}@uni.example` });
    expect(await metricsOf(test)).toContain('spaces_kaltura_breakers_open 1');
  });

  it('keeps its counts apart from those of another exchange, and out of the global registry', async () => {
    const [busy, quiet] = [await createTestExchange(), await createTestExchange()];
    await busy.session();
    const opened = 'spaces_kaltura_sessions_total{purpose="editor",result="opened"} 1';
    expect(await metricsOf(busy)).toContain(opened);
    expect((await metricsOf(quiet)).filter((line) => line.startsWith('spaces_kaltura_sessions_total'))).toEqual([]);
    expect(register.getMetricsAsArray()).toEqual([]);
  });
});

describe('a metric', () => {
  it('has no more cells than its labels have values', async () => {
    const registry = new Registry();
    const counter = createCounter({ registry, name: 'c', help: 'C.' }, { one: ['a', 'b'], two: ['x'] });
    for (let turn = 0; turn < 100; turn += 1) counter(`stranger-${turn}`, `x${turn}`).inc();
    counter('a', 'x').inc();
    counter('other', 'other').inc();
    expect(await registry.metrics()).toBe(
      '# HELP c C.\n# TYPE c counter\nc{one="other",two="other"} 101\nc{one="a",two="x"} 1\n',
    );
  });

  it('is there from the beginning where it has one label or none', async () => {
    const registry = new Registry();
    createCounter({ registry, name: 'c', help: 'C.' }, { code: ['a', 'b'] });
    createCounter({ registry, name: 'd', help: 'D.' });
    const lines = (await registry.metrics()).split('\n').filter((line) => /^[cd]/.test(line));
    expect(lines).toEqual(['c{code="a"} 0', 'c{code="b"} 0', 'd 0']);
  });

  it('sorts durations into buckets that add up', async () => {
    const registry = new Registry();
    const histogram = createHistogram({ registry, name: 'h', help: 'H.' }, { route: ['/a'] });
    for (const seconds of [0.0005, 0.001, 0.3, 99]) histogram('/a').observe(seconds);
    const text = await registry.metrics();
    expect(text).toContain('# HELP h H.\n# TYPE h histogram\n');
    expect(text).toContain('h_bucket{le="0.001",route="/a"} 2\n');
    expect(text).toContain('h_bucket{le="0.25",route="/a"} 2\n');
    expect(text).toContain('h_bucket{le="0.5",route="/a"} 3\n');
    expect(text).toContain('h_bucket{le="10",route="/a"} 3\n');
    expect(text).toContain('h_bucket{le="+Inf",route="/a"} 4\n');
    expect(text).toContain('h_sum{route="/a"} 99.3015\n');
    expect(text).toContain('h_count{route="/a"} 4\n');
  });
});
