import { randomBytes } from 'node:crypto';
import {
  createDemoSandbox,
  type DemoSandbox,
  type DemoOptions as SandboxDemoOptions,
} from '@spaces-kaltura/sandbox/demo';
import { serveSandbox, type SandboxServer } from '@spaces-kaltura/sandbox/node';
import { appTokenParams } from '@spaces-kaltura/client/exchange';
import { createExchange, serveExchange, type Exchange } from '@spaces-kaltura/token-exchange';
import { getRequestListener } from '@hono/node-server';
import { createHostApp } from './hostApp.ts';
import { createHostTokenSigner, type HostTokenSigner } from './hostTokens.ts';
import { openDoor } from './openDoor.ts';
import { accountAdmin, seedAccountAdmin } from './seedAccountAdmin.ts';
import { seedMedia } from './seedMedia.ts';
import { seedSpaces } from './seedSpaces.ts';
import { serveBuilt, serveSources } from './servePage.ts';
import { createSpaceStore, type SpaceStore } from './spaceStore.ts';

export interface DemoOptions {
  /** 0 takes a free port. */
  ports: { host: number; exchange: number; sandbox: number };
  /** How big the demo library is, and how the sandbox behaves. */
  kaltura?: SandboxDemoOptions | undefined;
  /** Without it, no hub of the demo is connected to Kaltura but the university. */
  unconnected?: boolean | undefined;
  /** `sources`: the page through Vite, with hot replacement. A path: the page as it was built there. */
  page: 'sources' | { builtIn: string };
}

export interface Demo {
  urls: { host: string; exchange: string; sandbox: string };
  sandbox: DemoSandbox;
  exchange: Exchange;
  spaces: SpaceStore;
  signer: HostTokenSigner;
  /** Kaltura goes away: its port refuses connections until it is started again. Both do nothing the second time. */
  stopSandbox(): Promise<void>;
  startSandbox(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Starts everything on loopback, in one process: the Kaltura sandbox with the demo library, the token exchange, and the
 * host with its page. App Tokens go from the sandbox to the exchange and nowhere else.
 */
export async function startDemo({ ports, kaltura = {}, page, unconnected = false }: DemoOptions): Promise<Demo> {
  const door = await openDoor(ports.host);
  const origins = [door.url, door.url.replace('127.0.0.1', 'localhost')];

  const demoSandbox = await createDemoSandbox(kaltura);
  const { sandbox, partners } = demoSandbox;
  const { enterprise, university } = partners;
  const accounts = seedAccountAdmin(demoSandbox);
  let sandboxServer: SandboxServer | null = await serveSandbox({ sandbox, port: ports.sandbox });
  const serviceUrl = sandboxServer.url;
  const stopSandbox = async (): Promise<void> => {
    await sandboxServer?.close();
    sandboxServer = null;
  };

  const signer = await createHostTokenSigner({ issuer: 'https://spaces.example', audience: 'spaces-kaltura-exchange' });
  const exchange = await createExchange({
    database: { sqlite: ':memory:' },
    keyRing: [{ kid: 'demo', key: randomBytes(32).toString('base64') }],
    audience: signer.audience,
    issuers: [{ issuer: signer.issuer, jwks: { keys: [signer.publicKey] } }],
    allowedOrigins: origins,
    allowedServiceUrls: [serviceUrl],
  });
  const exchangeServer = await serveExchange({ exchange, port: ports.exchange });
  for (const { hub, partner, appToken } of [
    ...(unconnected ? [] : [{ hub: 'atelier-nord', ...enterprise }]),
    { hub: 'universite-delta', ...university },
  ]) {
    const player = partner.addAppToken(appTokenParams('player', { kind: 'own' }));
    await exchange.connections.store({
      hub,
      serviceUrl,
      partnerId: partner.id,
      tokens: {
        editor: { id: appToken.id, secret: appToken.token, hashType: 'SHA256' },
        player: { id: player.id, secret: player.token, hashType: 'SHA256' },
      },
    });
  }

  const spaces = createSpaceStore(seedSpaces(await seedMedia(demoSandbox, serviceUrl)));
  const app = createHostApp({
    origins,
    exchangeUrl: exchangeServer.url,
    // Playing what another account shares is an operator's choice; this demo knows its own Kaltura only.
    mediaHosts: [new URL(serviceUrl).host],
    kaltura: { serviceUrl, admin: accountAdmin, accounts },
    signer,
    spaces,
  });
  const api = getRequestListener(app.fetch);
  const pages =
    page === 'sources'
      ? await serveSources(door.server)
      : serveBuilt(page.builtIn, { exchange: exchangeServer.url, kaltura: serviceUrl });
  door.answer((request, response) => {
    if (request.url?.startsWith('/host/') === true) void api(request, response);
    else pages.listener(request, response);
  });

  return {
    urls: { host: door.url, exchange: exchangeServer.url, sandbox: serviceUrl },
    sandbox: demoSandbox,
    exchange,
    spaces,
    signer,
    stopSandbox,
    async startSandbox() {
      sandboxServer ??= await serveSandbox({ sandbox, port: Number(new URL(serviceUrl).port) });
    },
    async close() {
      await pages.close();
      await door.close();
      await exchangeServer.close();
      await stopSandbox();
    },
  };
}
