import type { FetchRequest, GetHostToken } from '@spaces-kaltura/client';
import { createSandbox, type Sandbox, type SandboxAppTokenInit, type SandboxPartner } from '@spaces-kaltura/sandbox';
import { createExchange, type Exchange } from '@spaces-kaltura/token-exchange';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';

export const kim = { id: 'kim', email: 'kim@uni.example', password: 'Passw0rd!23', isAdmin: true };

/** A call as it reached the exchange. */
export interface ExchangeCallSeen {
  /** `PUT connection` */
  readonly name: string;
  readonly body: string;
}

export interface TestHub {
  readonly exchange: Exchange;
  readonly sandbox: Sandbox;
  /** Account 102, which Kim administers. */
  readonly partner: SandboxPartner;
  readonly exchangeUrl: string;
  readonly serviceUrl: string;
  /** Leads to the exchange. */
  readonly fetch: FetchRequest;
  readonly getHostToken: GetHostToken;
  /** Who is signed in at the host, from now on. */
  claims: Record<string, unknown>;
  /** Every call to the exchange so far, oldest first. */
  readonly calls: ExchangeCallSeen[];
  connect(appToken?: SandboxAppTokenInit): Promise<{ id: string; token: string }>;
  /** An App Token as `appToken.add` answers it, made by Kim with these values. */
  addAppToken(appToken: object): Promise<string>;
  /** Lets the next call of this name fail before it reaches the exchange. */
  failNext(name: string): void;
  /** What a participant gets who asks for a session: `ok`, or the code of the error. */
  askForSession(): Promise<string>;
  /** Changes the connection as another admin, from another browser. */
  asAnotherAdmin(method: 'PUT' | 'DELETE', path: string, body?: object): Promise<number>;
  /** Lets time pass for host, exchange and Kaltura; the page does not notice. */
  advance(seconds: number): Promise<void>;
  close(): Promise<void>;
}

const serviceUrl = 'https://kaltura.test';
const exchangeUrl = 'https://exchange.test';
const origin = 'https://spaces.test';

/** A hub with the real token exchange before a Kaltura in memory, and a host that signs for an admin. */
export async function createTestHub(): Promise<TestHub> {
  const sandbox = createSandbox({ seed: 1, partners: [{ id: 102, name: 'Atelier Nord' }] });
  const partner = sandbox.partner(102);
  partner.addUser(kim);
  // Somebody without a name has done something once: the account is not brand-new.
  partner.addUser({ id: '' });
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
    fetch: (request) => sandbox.fetch(request),
  });

  const calls: ExchangeCallSeen[] = [];
  const failing = new Set<string>();
  const ask = async (service: string, action: string, params: object): Promise<unknown> => {
    const url = `${serviceUrl}/api_v3/service/${service}/action/${action}`;
    const headers = { 'content-type': 'application/json' };
    const body = JSON.stringify({ format: 1, ...params });
    return (await sandbox.fetch(new Request(url, { method: 'POST', headers, body }))).json();
  };

  const sign = (claims: Record<string, unknown>): Promise<string> =>
    new SignJWT({
      iss: origin,
      aud: 'exchange',
      sub: 'ada',
      jti: crypto.randomUUID(),
      iat: now(),
      exp: now() + 120,
      hub: 'atelier-nord',
      plan: 'enterprise',
      role: 'hub_admin',
      email: 'ada@atelier-nord.example',
      email_verified: true,
      name: 'Ada Lindqvist',
      auth_time: now(),
      ...claims,
    })
      .setProtectedHeader({ alg: 'ES256', kid: 'host', typ: 'spaces-kaltura+jwt' })
      .sign(privateKey);
  const send = async (method: string, path: string, claims: object, init: RequestInit = {}): Promise<Response> => {
    const request = new Request(`${exchangeUrl}/v1/${path}`, { ...init, method });
    request.headers.set('authorization', `Bearer ${await sign({ ...claims })}`);
    return exchange.fetch(asOfPage(request));
  };

  const hub: TestHub = {
    exchange,
    sandbox,
    partner,
    exchangeUrl,
    serviceUrl,
    calls,
    claims: {},
    async fetch(request) {
      const name = `${request.method} ${new URL(request.url).pathname.replace(/^\/v1\/(admin\/)?/, '')}`;
      const body = await request.clone().text();
      calls.push({ name, body });
      if (failing.delete(name)) throw new TypeError('Failed to fetch');
      return exchange.fetch(asOfPage(request));
    },
    getHostToken: ({ hub: id }) => sign({ hub: id, ...hub.claims }),
    async connect(appToken = { hashType: 'SHA256', sessionType: 0, sessionPrivileges: 'disableentitlement' }) {
      const made = partner.addAppToken(appToken);
      await exchange.connections.store({
        hub: 'atelier-nord',
        serviceUrl,
        partnerId: partner.id,
        tokens: { editor: { id: made.id, secret: made.token, hashType: appToken.hashType ?? 'SHA1' } },
      });
      return made;
    },
    async addAppToken(appToken) {
      const ks = await ask('user', 'loginByLoginId', { loginId: kim.email, password: kim.password, partnerId: 102 });
      return JSON.stringify(await ask('appToken', 'add', { ks, appToken }));
    },
    failNext: (name) => void failing.add(name),
    async askForSession() {
      const bruno = { sub: 'bruno', role: 'participant', email: 'bruno@atelier-nord.example', name: 'Bruno Keller' };
      const answer = (await (await send('POST', 'kaltura-session', bruno)).json()) as { code?: string };
      return answer.code ?? 'ok';
    },
    async asAnotherAdmin(method, path, body) {
      const noor = { sub: 'noor', name: 'Noor Haddad', email: 'noor@atelier-nord.example' };
      const etag = (await send('GET', 'admin/connection', noor)).headers.get('etag');
      const headers = {
        ...(etag === null ? { 'if-none-match': '*' } : { 'if-match': etag }),
        ...(body && { 'content-type': 'application/json' }),
      };
      const init = { headers, ...(body && { body: JSON.stringify(body) }) };
      return (await send(method, `admin/${path}`, noor, init)).status;
    },
    async advance(seconds) {
      later += seconds * 1000;
      await sandbox.clock.advance(seconds);
    },
    close: () => exchange.close(),
  };
  return hub;
}

/** A browser adds the page's origin, and lets nobody else do it. */
function asOfPage(request: Request): Request {
  request.headers.set('origin', origin);
  return request;
}
