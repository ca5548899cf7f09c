import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parentPort, type MessagePort } from 'node:worker_threads';
import { createSandbox } from '@spaces-kaltura/sandbox';
import { createExchange, serveExchange } from '@spaces-kaltura/token-exchange';
import { createTestHost } from '../../packages/token-exchange/src/testing/createTestHost.ts';

/** More people than one, each well within the limit per person. */
const people = 500;

const sandbox = createSandbox({ partners: [{ id: 102 }] });
const appToken = sandbox.partner(102).addAppToken({ hashType: 'SHA256', sessionType: 0 });
const host = await createTestHost({ now: Date.now });
const origin = 'https://spaces.example';
const serviceUrl = 'https://kaltura.test';
const exchange = await createExchange({
  database: { sqlite: ':memory:' },
  keyRing: [{ kid: 'bench', key: randomBytes(32) }],
  audience: host.audience,
  issuers: [{ issuer: host.issuer, jwks: host.jwks }],
  allowedOrigins: [origin],
  allowedServiceUrls: [serviceUrl],
  fetch: (request) => sandbox.fetch(request),
});
const editor = { id: appToken.id, secret: appToken.token, hashType: 'SHA256' } as const;
await exchange.connections.store({ hub: 'atelier-nord', serviceUrl, partnerId: 102, tokens: { editor } });
const server = await serveExchange({ exchange, port: 0 });

const requests: string[] = [];
let answer = { headers: {}, body: '' };
for (let index = 0; index < people; index += 1) {
  const token = await host.token({ sub: `person-${index}`, email: `person-${index}@uni.example` });
  const authorization = `Bearer ${token}`;
  // Once ahead of time, so that every measured exchange is a cached one.
  const first = await fetch(`${server.url}/v1/kaltura-session`, { method: 'POST', headers: { authorization, origin } });
  if (first.status !== 200) throw new Error(`The exchange answered ${first.status}.`);
  answer = { headers: toOwnHeaders(first.headers), body: await first.text() };
  requests.push(
    `POST /v1/kaltura-session HTTP/1.1\r\nHost: x\r\nOrigin: ${origin}\r\nAuthorization: ${authorization}\r\nContent-Length: 0\r\n\r\n`,
  );
}

// All get the very same requests; only the exchange looks at them.
const targets = {
  exchange: { url: server.url, requests },
  bare: { url: await listen((_, response) => response.writeHead(200, answer.headers).end(answer.body)), requests },
  ok: { url: await listen((_, response) => response.end('ok')), requests },
};
if (parentPort === null) throw new Error('This file is for a worker thread.');
tell(parentPort, targets);
// Asked for the time this thread, and thus the server under measurement, has used of its processor.
parentPort.on('message', () => {
  const { user, system } = process.threadCpuUsage();
  if (parentPort) tell(parentPort, (user + system) / 1000);
});

/** Without those that every server of Node writes by itself. */
function toOwnHeaders(headers: Headers): Record<string, string> {
  const { date: _, connection: __, 'keep-alive': ___, ...own } = Object.fromEntries(headers);
  return own;
}

async function listen(answerRequest: RequestListener): Promise<string> {
  const bare = createServer(answerRequest).listen(0, '127.0.0.1');
  await once(bare, 'listening');
  return `http://127.0.0.1:${(bare.address() as AddressInfo).port}`;
}

/** The empty list: nothing is handed over, everything is copied. */
function tell(port: MessagePort, value: unknown): void {
  port.postMessage(value, []);
}
