import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createSandbox, type Sandbox, type SandboxOptions } from '@spaces-kaltura/sandbox';
import { serveSandbox } from '@spaces-kaltura/sandbox/node';
import { build } from 'esbuild';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright';
import { chromium as launchOptions } from '../../../scripts/chromium.ts';

/** A request as it reached the Kaltura of the test. */
export interface SeenRequest {
  method: string;
  path: string;
  /** Of the body. */
  bytes: number;
}

export interface BrowserWorld {
  sandbox: Sandbox;
  /** Kaltura's address, another origin than the page's. */
  serviceUrl: string;
  appToken: { id: string; token: string; hashType: 'SHA256' };
  seen: SeenRequest[];
  /** Runs instead of the sandbox where it answers something. */
  instead: { current: (request: Request) => Promise<Response | null> | Response | null };
  /** A page with the client in `globalThis.engine`, under this policy. Pages of one context share records and locks. */
  open(options?: { csp?: string; context?: BrowserContext }): Promise<Page>;
  newContext(): Promise<BrowserContext>;
  close(): Promise<void>;
}

/** The client in Chromium, on one origin, and a Kaltura on another, over real HTTP. */
export async function createBrowserWorld(options: SandboxOptions = {}): Promise<BrowserWorld> {
  const sandbox = createSandbox({ seed: 7, ...options });
  const partner = sandbox.addPartner({ id: 102 });
  const appToken = { ...partner.addAppToken({ hashType: 'SHA256', sessionType: 0 }), hashType: 'SHA256' } as const;
  const seen: SeenRequest[] = [];
  const instead: BrowserWorld['instead'] = { current: () => null };
  const kaltura = await serveSandbox({
    sandbox: {
      async fetch(request, from) {
        const { method, url, headers } = request;
        seen.push({ method, path: new URL(url).pathname, bytes: Number(headers.get('Content-Length') ?? 0) });
        return (await instead.current(request)) ?? sandbox.fetch(request, from);
      },
    },
  });
  const pages = await servePages();
  const browser: Browser = await chromium.launch(launchOptions);
  return {
    sandbox,
    serviceUrl: kaltura.url,
    appToken,
    seen,
    instead,
    newContext: () => browser.newContext(),
    async open({ csp = '', context } = {}) {
      const page = await (context ?? (await browser.newContext())).newPage();
      await page.goto(`${pages.url}/?csp=${encodeURIComponent(csp)}`);
      await page.waitForFunction(() => 'engine' in globalThis);
      return page;
    },
    async close() {
      await browser.close();
      await kaltura.close();
      await stopped(pages.server);
    },
  };
}

/** A stranger's server: whatever comes to it, and leave for every page to ask it anything. */
export async function serveStranger(): Promise<{ url: string; bodies: string[]; close(): Promise<void> }> {
  const bodies: string[] = [];
  const server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      if (request.method === 'POST') bodies.push(body);
      response.writeHead(200, { 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Headers': '*' });
      response.end('{}');
    });
  });
  return { url: await listening(server), bodies, close: () => stopped(server) };
}

async function servePages(): Promise<{ url: string; server: Server }> {
  const bundle = await build({
    entryPoints: [new URL('page.ts', import.meta.url).pathname],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2024',
    conditions: ['spaces-kaltura-source'],
  });
  const script = bundle.outputFiles[0]?.text ?? '';
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://page.test');
    if (url.pathname === '/page.js') return void response.setHeader('Content-Type', 'text/javascript').end(script);
    const csp = url.searchParams.get('csp');
    if (csp) response.setHeader('Content-Security-Policy', csp);
    response
      .setHeader('Content-Type', 'text/html')
      .end('<!doctype html><script type="module" src="/page.js"></script>');
  });
  return { url: await listening(server), server };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  return Buffer.concat(pieces).toString('latin1');
}

async function listening(server: Server): Promise<string> {
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function stopped(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => {
    server.close(() => resolve());
  });
}
