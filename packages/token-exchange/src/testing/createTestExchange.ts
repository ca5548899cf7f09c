import { randomBytes } from 'node:crypto';
import {
  appTokenParams,
  type ConnectionAnswer,
  type KalturaSessionAnswer,
  type PlaybackSessionAnswer,
  type Problem,
  type StatusAnswer,
} from '@spaces-kaltura/client/exchange';
import {
  createMemoryBytes,
  createSandbox,
  type Sandbox,
  type SandboxAppTokenInit,
  type SandboxEntryInit,
  type SandboxPartner,
} from '@spaces-kaltura/sandbox';
import { createExchange, type Exchange } from '../createExchange.ts';
import type { ExchangeOptions } from '../ExchangeOptions.ts';
import { createJsonLog } from '../log.ts';
import type { ConnectionInit } from '../storage/ConnectionInit.ts';
import { assertDocumented } from './assertDocumented.ts';
import { createTestHost, type TestHost } from './createTestHost.ts';

export interface TestExchangeOptions extends Partial<ExchangeOptions> {
  /** Share one Kaltura, one host or one clock between several instances. */
  with?: Pick<TestExchange, 'sandbox' | 'host' | 'keyRing' | 'addVideo'>;
  /** App Token of the hub `atelier-nord`; null: the hub is not connected. */
  appToken?: SandboxAppTokenInit | null;
}

export interface TestAnswer<TBody> {
  status: number;
  headers: Headers;
  body: TBody;
}

/** An exchange in front of a sandbox, both on one clock that stands still. */
export interface TestExchange {
  exchange: Exchange;
  sandbox: Sandbox;
  partner: SandboxPartner;
  host: TestHost;
  keyRing: ExchangeOptions['keyRing'];
  origin: string;
  serviceUrl: string;
  /** What Kaltura was asked, in order, as `service.action`. */
  calls: string[];
  /** Answers instead of Kaltura, if it answers at all. */
  intercept: (action: string, request: Request) => Promise<Response | undefined> | Response | undefined;
  /** Every line of the log. */
  lines: string[];
  advance(seconds: number): Promise<void>;
  /** A READY video; it streams with DASH unless its flavors say otherwise. */
  addVideo(init?: Partial<SandboxEntryInit>): Promise<{ id: string }>;
  connect(appToken: SandboxAppTokenInit, init?: TestConnectionInit): Promise<{ id: string; token: string }>;
  /** `POST /v1/kaltura-session` with a host token of these claims. */
  session(claims?: Record<string, unknown>, body?: unknown): Promise<TestAnswer<KalturaSessionAnswer & Problem>>;
  /** `POST /v1/playback-session` with a host token of these claims. */
  playback(claims?: Record<string, unknown>, body?: unknown): Promise<TestAnswer<PlaybackSessionAnswer & Problem>>;
  /** `GET /v1/status` with a host token of these claims. */
  status(claims?: Record<string, unknown>): Promise<TestAnswer<StatusAnswer & Problem>>;
  /** An admin's call with a fresh host token, from an allowed page. `version`: what the write changes; 0: nothing yet. */
  admin<TBody = ConnectionAnswer>(
    call: `${'GET' | 'PUT' | 'POST' | 'DELETE'} ${string}`,
    options?: TestAdminOptions,
  ): Promise<TestAnswer<TBody & Problem>>;
  request(path: string, init?: RequestInit): Promise<TestAnswer<Problem>>;
}

export interface TestConnectionInit extends Partial<ConnectionInit> {
  /** An App Token for playing. */
  player?: SandboxAppTokenInit;
}

/** What the wizard and the docs make for playing. */
export const playerToken: SandboxAppTokenInit = appTokenParams('player', { kind: 'own' });

export interface TestAdminOptions {
  version?: number;
  body?: unknown;
  claims?: Record<string, unknown>;
  /** Undefined leaves one out. */
  headers?: Record<string, string | undefined>;
}

export const userToken: SandboxAppTokenInit = {
  sessionType: 0,
  hashType: 'SHA256',
  sessionPrivileges: 'disableentitlement',
};

export async function createTestExchange(options: TestExchangeOptions = {}): Promise<TestExchange> {
  const { with: shared, appToken = userToken, ...exchangeOptions } = options;
  const bytes = createMemoryBytes();
  const sandbox = shared?.sandbox ?? createSandbox({ clock: { frozen: true }, bytes });
  const partner = shared ? sandbox.partner(102) : sandbox.addPartner({ id: 102 });
  const now = (): number => sandbox.clock.now() * 1000;
  const host = shared?.host ?? (await createTestHost({ now }));
  const keyRing = shared?.keyRing ?? [{ kid: 'k1', key: randomBytes(32) }];
  const serviceUrl = 'https://kaltura.example';
  const origin = 'https://spaces.example';
  const lines: string[] = [];
  const calls: string[] = [];

  const exchange = await createExchange({
    database: { sqlite: ':memory:' },
    keyRing,
    audience: host.audience,
    issuers: [{ issuer: host.issuer, jwks: host.jwks }],
    allowedOrigins: [origin],
    allowedServiceUrls: [serviceUrl, 'https://other-kaltura.example'],
    clock: { now },
    random: () => 0,
    log: createJsonLog((line) => lines.push(line), now),
    async fetch(request) {
      const [, service = '', action = ''] = /service\/(\w+)\/action\/(\w+)/.exec(request.url) ?? [];
      calls.push(`${service}.${action}`);
      return (await test.intercept(`${service}.${action}`, request.clone())) ?? sandbox.fetch(request);
    },
    ...exchangeOptions,
  });

  async function request<TBody>(path: string, init?: RequestInit): Promise<TestAnswer<TBody>> {
    const asked = new Request(`https://exchange.example${path}`, init);
    const { method } = asked;
    const response = await exchange.fetch(asked);
    const { status, headers } = response;
    const text = await response.text();
    const body = text === '' ? undefined : JSON.parse(text);
    await assertDocumented(exchange, { method, path, status, headers, body });
    return { status, headers, body };
  }

  const headers = async (claims: Record<string, unknown> | undefined): Promise<Record<string, string>> => ({
    authorization: `Bearer ${await host.token(claims)}`,
    origin,
  });

  const post = async <TBody>(path: string, claims: Record<string, unknown> | undefined, body: unknown) =>
    request<TBody>(path, {
      method: 'POST',
      headers: { ...(await headers(claims)), ...(body !== undefined && { 'content-type': 'application/json' }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });

  const test: TestExchange = {
    exchange,
    sandbox,
    partner,
    host,
    keyRing,
    origin,
    serviceUrl,
    calls,
    lines,
    intercept: () => undefined,
    advance: (seconds) => sandbox.clock.advance(seconds),
    addVideo:
      shared?.addVideo ??
      (async (init) => {
        const contentId = await bytes.create();
        const video = { name: 'Atrium', mediaType: 1, userId: 'ana@uni.example', durationMs: 62_000 };
        return partner.addEntry({ ...video, contentId, ...init });
      }),
    async connect(appTokenInit, { player, ...init } = {}) {
      const add = (made: SandboxAppTokenInit) => {
        const { id, token } = partner.addAppToken(made);
        return { id, token, stored: { id, secret: token, hashType: made.hashType ?? 'SHA1' } };
      };
      const editor = add(appTokenInit);
      await exchange.connections.store({
        hub: 'atelier-nord',
        serviceUrl,
        partnerId: 102,
        tokens: { editor: editor.stored, ...(player && { player: add(player).stored }) },
        ...init,
      });
      return { id: editor.id, token: editor.token };
    },
    session: (claims, body) => post('/v1/kaltura-session', claims, body),
    playback: (claims, body) => post('/v1/playback-session', claims, body),
    async admin(call, { version, body, claims, headers: more } = {}) {
      const [method, path] = call.split(' ');
      const admin = { role: 'hub_admin', auth_time: Math.floor(now() / 1000), ...claims };
      const all = {
        ...(await headers(admin)),
        ...(version === 0 && { 'if-none-match': '*' }),
        ...(version !== undefined && version > 0 && { 'if-match': `"${version}"` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...more,
      };
      const sent = Object.entries(all).filter((header): header is [string, string] => header[1] !== undefined);
      return request(`/v1/admin/${path}`, {
        ...(method !== undefined && { method }),
        headers: sent,
        ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      });
    },
    status: async (claims) => request('/v1/status', { headers: await headers(claims) }),
    request,
  };
  if (appToken !== null) await test.connect(appToken);
  return test;
}
