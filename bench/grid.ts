import { readFile } from 'node:fs/promises';
import { build } from 'esbuild';
import { chromium, type Browser, type BrowserContext, type CDPSession, type Page } from 'playwright';
import { chromium as launchOptions } from '../scripts/chromium.ts';
import { scroll, type ScrollFrames } from './grid/scroll.ts';

/** What our grid of 10 000 cards costs, beside the least that such a grid can cost in the same browser. */
export interface GridBench {
  readonly grid: GridCost;
  /** A pool of our own rows without React. */
  readonly pool: GridCost;
  /** Ours / the pool's, medians of the rounds; at most 1.3 and 1.4 are wanted. */
  readonly ratios: { readonly firstPaint: number; readonly scrolling: number; readonly scrollingThrottled: number };
}

/** Medians of the rounds. */
interface GridCost {
  /** From the navigation to the first paint with content. */
  readonly firstPaintMs: number;
  readonly domNodes: number;
  /** Of the JavaScript heap after a collection. */
  readonly heapMb: number;
  /** Processor time of the main thread while three seconds are scrolled. */
  readonly scrollingMs: number;
  readonly framesOver20Ms: number;
  readonly framesOver50Ms: number;
  /** Of the points looked at while scrolling, the share without a card. */
  readonly blank: number;
  /** With a processor four times slower. */
  readonly throttled: { readonly scrollingMs: number; readonly framesOver50Ms: number };
}

const candidates = { pool: 'rowPool.ts', grid: 'ours.tsx' } as const;
const speed = { pixelsPerSecond: 6000, seconds: 3 };
const address = 'http://grid.bench/';

/** `pnpm bench grid [rounds]`: both in turn, each in a page of its own, so that noise hits both alike. */
export async function run([rounds = '3']: readonly string[] = []): Promise<GridBench> {
  const styles = await bundleStyles();
  const browser = await chromium.launch(launchOptions);
  const ours: Candidate = { script: await bundle(candidates.grid), styles, row: '' };
  const row = await rowOf(browser, ours);
  const least: Candidate = { script: await bundle(candidates.pool), styles, row };
  const costs: Record<keyof typeof candidates, GridCost>[] = [];
  // The first round warms both up.
  for (let round = -1; round < Number(rounds); round += 1) {
    const pool = await measure(browser, least);
    const grid = await measure(browser, ours);
    if (round >= 0) costs.push({ pool, grid });
  }
  await browser.close();
  const ratio = (of: (cost: GridCost) => number): number =>
    rounded(median(costs.map(({ pool, grid }) => of(grid) / of(pool))));
  return {
    grid: toMedians(costs.map(({ grid }) => grid)),
    pool: toMedians(costs.map(({ pool }) => pool)),
    ratios: {
      firstPaint: ratio(({ firstPaintMs }) => firstPaintMs),
      scrolling: ratio(({ scrollingMs }) => scrollingMs),
      scrollingThrottled: ratio(({ throttled }) => throttled.scrollingMs),
    },
  };
}

interface Candidate {
  readonly script: string;
  readonly styles: string;
  /** A row to begin with, as HTML. */
  readonly row: string;
}

/** Our first row, as it is rendered. */
async function rowOf(browser: Browser, ours: Candidate): Promise<string> {
  const { page, context } = await open(browser, ours);
  const row = await page.evaluate(() => document.querySelector('.sk-rows .sk-row')?.outerHTML ?? '');
  await context.close();
  return row;
}

async function open(
  browser: Browser,
  { script, styles, row }: Candidate,
): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  const html = `<!doctype html><link rel="stylesheet" href="grid.css"><style>body{margin:0}main{block-size:100vh}</style>
    <body><template id="row">${row}</template><script src="grid.js"></script>`;
  await page.route(`${address}**`, (route) => {
    const url = route.request().url();
    if (url.endsWith('.css')) return route.fulfill({ contentType: 'text/css', body: styles });
    if (url.endsWith('.js')) return route.fulfill({ contentType: 'text/javascript', body: script });
    return route.fulfill({ contentType: 'text/html', body: html });
  });
  await page.goto(address);
  await page.locator('.sk-rows .sk-card').first().waitFor();
  return { context, page };
}

async function measure(browser: Browser, candidate: Candidate): Promise<GridCost> {
  const { context, page } = await open(browser, candidate);
  const firstPaintMs = await page.evaluate(
    () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
  );
  const devTools = await context.newCDPSession(page);
  // In processor time: what else the machine does does not count.
  await devTools.send('Performance.enable', { timeDomain: 'threadTicks' });
  await devTools.send('HeapProfiler.collectGarbage');
  const { JSHeapUsedSize: heap } = await metricsOf(devTools);
  const domNodes = await page.evaluate(() => document.body.querySelectorAll('*').length);
  const free = await scrolled(page, devTools);
  const { blank, looked } = await page.evaluate(scroll, { ...speed, look: true });
  await devTools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  const throttled = await scrolled(page, devTools);
  await context.close();
  return {
    firstPaintMs,
    domNodes,
    heapMb: heap / 1e6,
    ...free,
    blank: blank / looked,
    throttled: { scrollingMs: throttled.scrollingMs, framesOver50Ms: throttled.framesOver50Ms },
  };
}

type Scrolled = Pick<GridCost, 'scrollingMs' | 'framesOver20Ms' | 'framesOver50Ms'>;

async function scrolled(page: Page, devTools: CDPSession): Promise<Scrolled> {
  const before = await metricsOf(devTools);
  const { frames }: ScrollFrames = await page.evaluate(scroll, { ...speed, look: false });
  const after = await metricsOf(devTools);
  return {
    scrollingMs: (after.TaskDuration - before.TaskDuration) * 1000,
    framesOver20Ms: frames.filter((milliseconds) => milliseconds > 20).length,
    framesOver50Ms: frames.filter((milliseconds) => milliseconds > 50).length,
  };
}

/** Seconds and bytes, as the browser's own tools have them. */
async function metricsOf(devTools: CDPSession): Promise<{ TaskDuration: number; JSHeapUsedSize: number }> {
  const { metrics } = await devTools.send('Performance.getMetrics');
  const value = (name: string): number => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
  return { TaskDuration: value('TaskDuration'), JSHeapUsedSize: value('JSHeapUsedSize') };
}

async function bundle(file: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [new URL(`grid/${file}`, import.meta.url).pathname],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: 'es2023',
    jsx: 'automatic',
    conditions: ['spaces-kaltura-source'],
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'silent',
  });
  return outputFiles[0]?.text ?? '';
}

async function bundleStyles(): Promise<string> {
  const sheet = new URL('../packages/media-library/src/styles.css', import.meta.url);
  const contents = await readFile(sheet, 'utf8');
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: new URL('.', sheet).pathname, loader: 'css' },
    bundle: true,
    write: false,
    logLevel: 'silent',
  });
  return outputFiles[0]?.text ?? '';
}

const toMedians = (costs: readonly GridCost[]): GridCost => {
  const of = (value: (cost: GridCost) => number): number => rounded(median(costs.map(value)));
  return {
    firstPaintMs: of(({ firstPaintMs }) => firstPaintMs),
    domNodes: of(({ domNodes }) => domNodes),
    heapMb: of(({ heapMb }) => heapMb),
    scrollingMs: of(({ scrollingMs }) => scrollingMs),
    framesOver20Ms: of(({ framesOver20Ms }) => framesOver20Ms),
    framesOver50Ms: of(({ framesOver50Ms }) => framesOver50Ms),
    blank: of(({ blank }) => blank),
    throttled: {
      scrollingMs: of(({ throttled }) => throttled.scrollingMs),
      framesOver50Ms: of(({ throttled }) => throttled.framesOver50Ms),
    },
  };
};

const median = (values: readonly number[]): number =>
  [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;

const rounded = (value: number): number => Math.round(value * 100) / 100;
