import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page, type Request } from 'playwright';
import { chromium as launchOptions } from '../../../scripts/chromium.ts';
import { buildPage } from '../server/servePage.ts';
import { startDemo, type Demo } from '../server/startDemo.ts';
import { PATIENCE } from './patience.ts';

/** One person at one browser of their own. */
export interface Visit {
  page: Page;
  context: BrowserContext;
  /** Every request the browser has made, in order. */
  requests: Request[];
  /** What the page complained about: uncaught errors and violations of its Content-Security-Policy. */
  complaints: string[];
}

export interface World {
  demo: Demo;
  /** Opens the page as one of the personas, in a space of their hub (the first one when none is named). */
  visit(persona: string, space?: string, viewport?: { width: number; height: number }): Promise<Visit>;
  close(): Promise<void>;
}

/** Seconds until an upload is READY: long enough to look at it before the clock is advanced. */
const SLOW = { conversionTime: 1800 };

/** The whole demo over real HTTP, with the page as it would be shipped, and a Chromium to look at it. */
export async function createWorld(options: { page?: 'built' | 'sources'; unconnected?: boolean } = {}): Promise<World> {
  const builtIn = await mkdtemp(join(tmpdir(), 'spaces-page-'));
  if (options.page !== 'sources') await buildPage(builtIn);
  const demo = await startDemo({
    ports: { host: 0, exchange: 0, sandbox: 0 },
    page: options.page === 'sources' ? 'sources' : { builtIn },
    kaltura: SLOW,
    unconnected: options.unconnected,
  });
  const browser = await chromium.launch(launchOptions);
  return {
    demo,
    visit: (persona, space, viewport = { width: 1280, height: 800 }) =>
      openVisit(browser, demo, { persona, space, viewport }),
    async close() {
      await browser.close();
      await demo.close();
      await rm(builtIn, { recursive: true });
    },
  };
}

async function openVisit(
  browser: Browser,
  demo: Demo,
  {
    persona,
    space,
    viewport,
  }: {
    persona: string;
    space: string | undefined;
    viewport: Page['viewportSize'] extends () => infer TSize ? TSize : never;
  },
): Promise<Visit> {
  const context = await browser.newContext({ viewport, reducedMotion: 'reduce' });
  context.setDefaultTimeout(PATIENCE);
  const page = await context.newPage();
  const requests: Request[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => requests.push(request));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (/Content.Security.Policy/i.test(message.text())) complaints.push(message.text());
  });
  await page.goto(demo.urls.host + (space === undefined ? '' : `/spaces/${space}`));
  await page.getByRole('button', { name: new RegExp(`^${persona} `) }).click();
  await page.getByRole('button', { name: 'Add media' }).waitFor();
  return { page, context, requests, complaints };
}
