import { createServer } from 'node:http';
import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { parentPort, type MessagePort } from 'node:worker_threads';
import { createSandbox } from '@spaces-kaltura/sandbox';
import { createExchange, serveExchange } from '@spaces-kaltura/token-exchange';
import { createTestHost } from '../../packages/token-exchange/src/testing/createTestHost.ts';

/** More people than one, each well within the limit per person. */
const people = 500;

const bare = createServer((_, response) => response.end('ok')).listen(0, '127.0.0.1');
await new Promise((resolve) => bare.once('listening', resolve));

const sandbox = createSandbox({ partners: [{ id: 102 }] });
const appToken = sandbox.partner(102).addAppToken({ hashType: 'SHA256', sessionType: 0 });
const host = await createTestHost({ now: Date.now });
const serviceUrl = 'https://kaltura.test';
const exchange = await createExchange({
  database: { sqlite: ':memory:' },
  keyRing: [{ kid: 'bench', key: randomBytes(32) }],
  audience: host.audience,
  issuers: [{ issuer: host.issuer, jwks: host.jwks }],
  allowedOrigins: ['https://spaces.example'],
  allowedServiceUrls: [serviceUrl],
  fetch: (request) => sandbox.fetch(request),
});
const editor = { id: appToken.id, secret: appToken.token, hashType: 'SHA256' } as const;
await exchange.connections.store({ hub: 'atelier-nord', serviceUrl, partnerId: 102, tokens: { editor } });
const server = await serveExchange({ exchange, port: 0 });

const requests: string[] = [];
for (let index = 0; index < people; index += 1) {
  const token = await host.token({ sub: `person-${index}`, email: `person-${index}@uni.example` });
  const authorization = `Bearer ${token}`;
  // Once ahead of time, so that every measured exchange is a cached one.
  const first = await fetch(`${server.url}/v1/kaltura-session`, { method: 'POST', headers: { authorization } });
  if (first.status !== 200) throw new Error(`The exchange answered ${first.status}.`);
  requests.push(
    `POST /v1/kaltura-session HTTP/1.1\r\nHost: x\r\nOrigin: https://spaces.example\r\nAuthorization: ${authorization}\r\nContent-Length: 0\r\n\r\n`,
  );
}

const { port } = bare.address() as AddressInfo;
// Both get the very same requests; the bare server does not look at them.
const answer = { exchange: { url: server.url, requests }, bare: { url: `http://127.0.0.1:${port}`, requests } };
if (parentPort === null) throw new Error('This file is for a worker thread.');
tell(parentPort, answer);
// Asked for the time this thread, and thus the server under measurement, has used of its processor.
parentPort.on('message', () => {
  const { user, system } = process.threadCpuUsage();
  if (parentPort) tell(parentPort, (user + system) / 1000);
});

/** The empty list: nothing is handed over, everything is copied. */
function tell(port: MessagePort, value: unknown): void {
  port.postMessage(value, []);
}
