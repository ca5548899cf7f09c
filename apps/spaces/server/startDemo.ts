import { createDemoSandbox, type DemoSandbox } from '@spaces-kaltura/sandbox/demo';
import { serveSandbox } from '@spaces-kaltura/sandbox/node';
import { createExchange, serveExchange, type Exchange } from '@spaces-kaltura/token-exchange';
import { getRequestListener } from '@hono/node-server';
import { createHostApp } from './hostApp.ts';
import { createHostTokenSigner, type HostTokenSigner } from './hostTokens.ts';
import { openDoor } from './openDoor.ts';
import { seedSpaces } from './seedSpaces.ts';
import { serveBuilt, serveSources } from './servePage.ts';
import { createSpaceStore, type SpaceStore } from './spaceStore.ts';

export interface DemoOptions {
  /** 0 takes a free port. */
  ports: { host: number; exchange: number; sandbox: number };
  /** How many entries the demo library has; the sandbox's default when left out. */
  entries?: number | undefined;
  /** `sources`: the page through Vite, with hot replacement. A path: the page as it was built there. */
  page: 'sources' | { builtIn: string };
}

export interface Demo {
  urls: { host: string; exchange: string; sandbox: string };
  sandbox: DemoSandbox;
  exchange: Exchange;
  spaces: SpaceStore;
  signer: HostTokenSigner;
  /** Kaltura goes away: its port refuses connections until {@link startSandbox}. */
  stopSandbox(): Promise<void>;
  startSandbox(): Promise<void>;
  close(): Promise<void>;
}
