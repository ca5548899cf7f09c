import type { FetchRequest } from '@spaces-kaltura/client';
import { createSandbox, type Sandbox, type SandboxAppTokenInit, type SandboxPartner } from '@spaces-kaltura/sandbox';
import { createExchange, type Exchange } from '@spaces-kaltura/token-exchange';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';

export const exchangeUrl = 'https://exchange.test';
export const serviceUrl = 'https://kaltura.test';
const origin = 'https://spaces.test';

export interface TestExchange {
  readonly exchange: Exchange;
  readonly sandbox: Sandbox;
  /** Account 102. */
  readonly partner: SandboxPartner;
  /** Leads to the exchange and to Kaltura, as a browser's would. */
  readonly fetch: FetchRequest;
  /** A host token: Ada takes part in Atelier Nord, unless these claims say otherwise. */
  sign(claims?: object): Promise<string>;
  /** A call to the exchange with such a token. */
  send(method: string, path: string, claims: object, init?: RequestInit): Promise<Response>;
  /** Stores the connection of a hub with a new App Token. */
  connect(hub: string, appToken?: SandboxAppTokenInit): Promise<{ id: string; token: string }>;
  /** Lets time pass for host, exchange and Kaltura; the page does not notice. */
  advance(seconds: number): Promise<void>;
}

/** The real token exchange before a Kaltura in memory, and a host that signs. `toKaltura` stands between the two. */
export async function createTestExchange(
  toKaltura: (request: Request, forward: FetchRequest) => Promise<Response> = (request, forward) => forward(request),
): Promise<TestExchange> {
  const sandbox = createSandbox({ seed: 1, partners: [{ id: 102, name: 'Atelier Nord' }] });
  const partner = sandbox.partner(102);
  let later = 0;
  const now = (): number => Math.floor((Date.now() + later) / 1000);
  const { publicKey, privateKey } = await generateKeyPair('ES256');
  const exchange = await createExchange({
    database: { sqlite: ':memory:' },
    keyRing: [{ kid: 'k1', key: crypto.getRandomValues(new Uint8Array(32)) }],
    audience: 'exchange',
    issuers: [{ issuer: origin, jwks: { keys: [{ ...(await exportJWK(publicKey)), kid: 'host', alg: 'ES256' }] } }],
    allowedOrigins: [origin],
    allowedServiceUrls: [serviceUrl],
    clock: { now: () => Date.now() + later },
    fetch: (request) => toKaltura(request, (forwarded) => sandbox.fetch(forwarded)),
  });

  const sign = (claims: object = {}): Promise<string> =>
    new SignJWT({
      iss: origin,
      aud: 'exchange',
      sub: 'ada',
      jti: crypto.randomUUID(),
      iat: now(),
      exp: now() + 120,
      hub: 'atelier-nord',
      plan: 'enterprise',
      role: 'participant',
      email: 'ada@atelier-nord.example',
      email_verified: true,
      name: 'Ada Lindqvist',
      auth_time: now(),
      ...claims,
    })
      .setProtectedHeader({ alg: 'ES256', kid: 'host', typ: 'spaces-kaltura+jwt' })
      .sign(privateKey);

  return {
    exchange,
    sandbox,
    partner,
    sign,
    fetch: async (request) =>
      request.url.startsWith(exchangeUrl) ? exchange.fetch(asOfPage(request)) : sandbox.fetch(request),
    async send(method, path, claims, init = {}) {
      const request = new Request(`${exchangeUrl}/v1/${path}`, { ...init, method });
      request.headers.set('authorization', `Bearer ${await sign(claims)}`);
      return exchange.fetch(asOfPage(request));
    },
    async connect(hub, appToken = { hashType: 'SHA256', sessionType: 0 }) {
      const made = partner.addAppToken(appToken);
      await exchange.connections.store({
        hub,
        serviceUrl,
        partnerId: partner.id,
        tokens: { editor: { id: made.id, secret: made.token, hashType: appToken.hashType ?? 'SHA1' } },
      });
      return made;
    },
    async advance(seconds) {
      later += seconds * 1000;
      await sandbox.clock.advance(seconds);
    },
  };
}

/** A browser adds the page's origin, and lets nobody else do it. */
function asOfPage(request: Request): Request {
  request.headers.set('origin', origin);
  return request;
}
