import type { FetchRequest, GetHostToken } from '@spaces-kaltura/client';
import { createExchange, type Exchange } from '@spaces-kaltura/token-exchange';
import { createSandbox, type Sandbox, type SandboxAppTokenInit, type SandboxPartner } from '@spaces-kaltura/sandbox';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';

export const exchangeUrl = 'https://exchange.test';
const serviceUrl = 'https://kaltura.test';
const origin = 'https://spaces.test';
const audience = 'https://exchange.test';
const issuer = 'https://spaces.test';

export interface TestExchange {
  readonly exchange: Exchange;
  readonly sandbox: Sandbox;
  readonly partner: SandboxPartner;
  /** Leads to the exchange and to Kaltura, as a browser's would. */
  readonly fetch: FetchRequest;
  /** Signs for Ada, with these claims on top. */
  readonly getHostToken: GetHostToken;
  /** What the host says of the person, hub by hub. */
  readonly claims: Record<string, Record<string, unknown>>;
  /** What was asked, as `GET /v1/status` or `media.list`, and by the exchange, as `exchange user.get`. */
  readonly calls: string[];
  /** For which hubs the host has signed. */
  readonly signedFor: string[];
  /** Answers in somebody's place from now on, if it answers at all. */
  instead: (call: string) => Response | Promise<Response> | undefined;
  connect(hub: string, appToken?: SandboxAppTokenInit): Promise<{ id: string; token: string }>;
  /** A call of the hub's admin, as the settings make it. */
  admin(hub: string, method: string, path: string, version: number): Promise<Response>;
}

/** A real exchange in front of a Kaltura in memory, and a host that signs. */
export async function createTestExchange(): Promise<TestExchange> {
  const sandbox = createSandbox({ seed: 1, partners: [{ id: 102, name: 'Atelier Nord' }] });
  const partner = sandbox.partner(102);
  const { publicKey, privateKey } = await generateKeyPair('EdDSA', { extractable: true });
  const calls: string[] = [];
  const exchange = await createExchange({
    database: { sqlite: ':memory:' },
    keyRing: [{ kid: 'k1', key: crypto.getRandomValues(new Uint8Array(32)) }],
    audience,
    issuers: [
      { issuer, jwks: { keys: [{ ...(await exportJWK(publicKey)), kid: 'host-1', alg: 'EdDSA', use: 'sig' }] } },
    ],
    allowedOrigins: [origin],
    allowedServiceUrls: [serviceUrl],
    async fetch(request) {
      const call = `exchange ${callOf(request)}`;
      calls.push(call);
      return (await test.instead(call)) ?? sandbox.fetch(request);
    },
  });

  const sign = (hub: string, more: Record<string, unknown> = {}): Promise<string> =>
    new SignJWT({
      hub,
      plan: 'enterprise',
      role: 'participant',
      email: 'ada@atelier-nord.example',
      email_verified: true,
      name: 'Ada',
      ...test.claims[hub],
      ...more,
    })
      .setProtectedHeader({ alg: 'EdDSA', kid: 'host-1', typ: 'spaces-kaltura+jwt' })
      .setIssuer(issuer)
      .setAudience(audience)
      .setSubject('ada')
      .setJti(crypto.randomUUID())
      .setIssuedAt()
      .setExpirationTime('2m')
      .sign(privateKey);

  const test: TestExchange = {
    exchange,
    sandbox,
    partner,
    claims: {},
    calls,
    signedFor: [],
    instead: () => undefined,
    getHostToken({ hub }) {
      test.signedFor.push(hub);
      return sign(hub);
    },
    async fetch(request) {
      const call = callOf(request);
      calls.push(call);
      const own = await test.instead(call);
      if (own) return own;
      if (!request.url.startsWith(exchangeUrl)) return sandbox.fetch(request);
      return exchange.fetch(fromPage(request));
    },
    async connect(hub, appTokenInit = { hashType: 'SHA256', sessionType: 0 }) {
      const appToken = partner.addAppToken(appTokenInit);
      await exchange.connections.store({
        hub,
        serviceUrl,
        partnerId: partner.id,
        tokens: { editor: { id: appToken.id, secret: appToken.token, hashType: 'SHA256' } },
      });
      return appToken;
    },
    async admin(hub, method, path, version) {
      const token = await sign(hub, { role: 'hub_admin', auth_time: Math.floor(Date.now() / 1000) });
      const headers = { Authorization: `Bearer ${token}`, 'If-Match': `"${version}"` };
      return exchange.fetch(fromPage(new Request(exchangeUrl + path, { method, headers })));
    },
  };
  return test;
}

/** Browsers say where a page is from, and let nobody else say it; outside of one it is said here. */
function fromPage(request: Request): Request {
  request.headers.set('Origin', origin);
  return request;
}

function callOf(request: Request): string {
  const { pathname } = new URL(request.url);
  const [, service = '', action = ''] = /service\/([^/]+)(?:\/action\/([^/]+))?/.exec(pathname) ?? [];
  if (service === '') return `${request.method} ${pathname}`;
  return action === '' ? service : `${service}.${action}`;
}
