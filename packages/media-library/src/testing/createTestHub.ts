import type { FetchRequest, GetHostToken } from '@spaces-kaltura/client';
import type { Sandbox, SandboxAppTokenInit, SandboxPartner } from '@spaces-kaltura/sandbox';
import type { Exchange } from '@spaces-kaltura/token-exchange';
import { createTestExchange, exchangeUrl, serviceUrl } from './createTestExchange.ts';

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
  /** Lets the answer to the next call of this name get lost. */
  loseNext(name: string): void;
  /** Holds the next call of this name back until the answer is called. */
  holdNext(name: string): () => void;
  /** What a participant gets who asks for a session: `ok`, or the code of the error. */
  askForSession(): Promise<string>;
  /** Changes the connection as another admin, from another browser. */
  asAnotherAdmin(method: 'PUT' | 'DELETE', path: string, body?: object): Promise<number>;
  /** Lets time pass for host, exchange and Kaltura; the page does not notice. */
  advance(seconds: number): Promise<void>;
  close(): Promise<void>;
}

/** A hub with the real token exchange before a Kaltura in memory, and a host that signs for an admin. */
export async function createTestHub(): Promise<TestHub> {
  const world = await createTestExchange();
  const { exchange, sandbox, partner } = world;
  partner.addUser(kim);
  // Somebody without a name has done something once: the account is not brand-new.
  partner.addUser({ id: '' });

  const calls: ExchangeCallSeen[] = [];
  const failing = new Set<string>();
  const losing = new Set<string>();
  const held = new Map<string, Promise<void>>();
  const ask = async (service: string, action: string, params: object): Promise<unknown> => {
    const url = `${serviceUrl}/api_v3/service/${service}/action/${action}`;
    const headers = { 'content-type': 'application/json' };
    const body = JSON.stringify({ format: 1, ...params });
    return (await sandbox.fetch(new Request(url, { method: 'POST', headers, body }))).json();
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
      const until = held.get(name);
      held.delete(name);
      await until;
      const answer = await world.fetch(request);
      if (losing.delete(name)) throw new TypeError('Failed to fetch');
      return answer;
    },
    getHostToken: ({ hub: id }) => world.sign({ hub: id, role: 'hub_admin', ...hub.claims }),
    connect: (appToken = { hashType: 'SHA256', sessionType: 0, sessionPrivileges: 'disableentitlement' }) =>
      world.connect('atelier-nord', appToken),
    async addAppToken(appToken) {
      const ks = await ask('user', 'loginByLoginId', { loginId: kim.email, password: kim.password, partnerId: 102 });
      return JSON.stringify(await ask('appToken', 'add', { ks, appToken }));
    },
    failNext: (name) => void failing.add(name),
    loseNext: (name) => void losing.add(name),
    holdNext(name) {
      const { promise, resolve } = Promise.withResolvers<void>();
      held.set(name, promise);
      return resolve;
    },
    async askForSession() {
      const bruno = { sub: 'bruno', email: 'bruno@atelier-nord.example', name: 'Bruno Keller' };
      const answer = (await (await world.send('POST', 'kaltura-session', bruno)).json()) as { code?: string };
      return answer.code ?? 'ok';
    },
    async asAnotherAdmin(method, path, body) {
      const noor = { sub: 'noor', role: 'hub_admin', name: 'Noor Haddad', email: 'noor@atelier-nord.example' };
      const etag = (await world.send('GET', 'admin/connection', noor)).headers.get('etag');
      const headers = {
        ...(etag === null ? { 'if-none-match': '*' } : { 'if-match': etag }),
        ...(body && { 'content-type': 'application/json' }),
      };
      const init = { headers, ...(body && { body: JSON.stringify(body) }) };
      return (await world.send(method, `admin/${path}`, noor, init)).status;
    },
    advance: (seconds) => world.advance(seconds),
    close: () => exchange.close(),
  };
  return hub;
}
