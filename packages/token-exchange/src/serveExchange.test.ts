import { once } from 'node:events';
import { connect } from 'node:net';
import { createSandbox } from '@spaces-kaltura/sandbox';
import { serveSandbox } from '@spaces-kaltura/sandbox/node';
import { describe, expect, it } from 'vitest';
import { serveExchange } from './serveExchange.ts';
import { createTestExchange, userToken } from './testing/createTestExchange.ts';

async function startServer() {
  const sandbox = createSandbox();
  sandbox.addPartner({ id: 102 });
  const kaltura = await serveSandbox({ sandbox });
  const test = await createTestExchange({
    appToken: null,
    allowedServiceUrls: [kaltura.url],
    clock: Date,
    fetch: (request) => fetch(request),
  });
  const token = sandbox.partner(102).addAppToken(userToken);
  const editor = { id: token.id, secret: token.token, hashType: 'SHA256' } as const;
  const connection = { hub: 'atelier-nord', serviceUrl: kaltura.url, partnerId: 102, tokens: { editor } };
  await test.exchange.connections.store(connection);
  const server = await serveExchange({ exchange: test.exchange, port: 0, operator: { port: 0 } });
  const now = Math.floor(Date.now() / 1000);
  const hostToken = await test.host.token({ iat: now, exp: now + 300 });
  const post = (init: RequestInit = {}) =>
    fetch(`${server.url}/v1/kaltura-session`, {
      method: 'POST',
      ...init,
      headers: { authorization: `Bearer ${hostToken}`, ...(init.headers as Record<string, string>) },
    });
  const stop = async () => {
    await server.close();
    await kaltura.close();
  };
  return { server, post, stop, hostToken };
}

/** Sends bytes as they are and reads until the server hangs up or `until` is there. */
async function raw(url: string, text: string, until?: string): Promise<string> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  socket.write(text);
  let answer = '';
  for await (const chunk of socket) {
    answer += String(chunk);
    if (until !== undefined && answer.includes(until)) break;
  }
  socket.destroy();
  return answer;
}

describe('the exchange over HTTP', () => {
  it('gives a session for a Kaltura that is also on HTTP', async () => {
    const { post, stop } = await startServer();
    const response = await post();
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ kaltura: { user_id: 'ana@uni.example', partner_id: 102 } });
    await stop();
  });

  it('reads bodies with and without a length', async () => {
    const { post, stop } = await startServer();
    const headers = { 'content-type': 'application/json' };
    expect((await post({ headers, body: '{"stale":"0123456789abcdef"}' })).status).toBe(200);
    const stream = () => new Blob(['{"more":"power"}']).stream();
    const chunked = await post({ headers, body: stream(), duplex: 'half' } as RequestInit);
    expect([chunked.status, await chunked.json()]).toMatchObject([422, { code: 'invalid_field' }]);
    await stop();
  });

  it('leaves nothing listening when the operator’s port is taken', async () => {
    const { server, stop } = await startServer();
    const test = await createTestExchange();
    const taken = { port: Number(new URL(server.url).port) };
    await expect(serveExchange({ exchange: test.exchange, port: 0, operator: taken })).rejects.toMatchObject({
      code: 'EADDRINUSE',
    });
    await stop();
  });

  it.each([
    ['two lengths', 'Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}', ' 400 '],
    ['a length and chunks', 'Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n', ' 400 '],
    ['a negative length', 'Content-Length: -1\r\n\r\n', ' 400 '],
    ['20 kB of headers', `X: ${'x'.repeat(20_000)}\r\n\r\n`, ' 431 '],
  ])('refuses %s', async (_, rest, status) => {
    const { server, stop } = await startServer();
    const head = 'POST /v1/kaltura-session HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n';
    expect((await raw(server.url, head + rest, '\r\n\r\n')).split('\r\n')[0]).toContain(status);
    await stop();
  });

  it('answers what is under way while it stops, and takes nothing new', async () => {
    const { server, stop, hostToken } = await startServer();
    const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
    await once(socket, 'connect');
    // A request whose head the server has, and whose body is still coming.
    const head = `POST /v1/kaltura-session HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${hostToken}\r\n`;
    socket.write(`${head}Content-Type: application/json\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n`);
    const [first] = (await once(socket, 'data')) as [Buffer];
    expect(String(first)).toContain('100 Continue');
    const stopped = stop();
    // The operator sees it stopping as long as something is under way.
    expect((await fetch(`${server.operatorUrl}/readyz`)).status).toBe(503);
    expect(await (await fetch(`${server.operatorUrl}/metrics`)).text()).toContain('spaces_kaltura_draining 1');
    socket.write('{}');
    let answer = '';
    for await (const chunk of socket) answer += String(chunk);
    await stopped;
    expect(answer).toContain('"access_token"');
    await expect(fetch(server.url)).rejects.toThrow('fetch failed');
    await expect(fetch(`${server.operatorUrl}/livez`)).rejects.toThrow('fetch failed');
  });
});
