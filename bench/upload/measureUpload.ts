import type { Browser } from 'playwright';
import type { Link } from './Link.ts';
import type { Sample } from './makeSample.ts';
import type { Network } from './Network.ts';
import type { BenchedPage } from './page/page.ts';
import { watchRenderers } from './rendererMemory.ts';
import type { RunningServer } from './startServer.ts';

/** One file, uploaded once. */
export interface Run {
  readonly seconds: number;
  /** How long another call of the page took while the file went up, again and again; nothing where there was none. */
  readonly callMs: readonly number[];
  /** Bytes that came to the server beyond those of the file; the few of form fields and other calls among them. */
  readonly resentBytes: number;
  readonly preflights: number;
  readonly rendererMb: number | null;
  /** Has the server what the file has? */
  readonly isWhole: boolean;
}

export interface MeasureOptions {
  network: Network;
  browser: Browser;
  server: RunningServer;
  link: Link;
  sample: Sample;
  candidate: string;
  /** Says which packets are lost. */
  seed: number;
  trouble: Trouble | null;
}

/** Another call of the page again and again, or a cut of all connections when 60 % of the file have come. */
export type Trouble = 'calls' | 'cut';

const CUT_AT = 0.6;

/** Uploads in a page of its own, over connections of its own. */
export async function measureUpload(options: MeasureOptions): Promise<Run> {
  const { network, browser, server, link, sample, candidate, seed, trouble } = options;
  if (link.path) await network.shape(link.path, seed);
  await server.restart({
    latencyMs: link.latencyMs,
    cutAtBytes: trouble === 'cut' ? Math.round(CUT_AT * sample.bytes) : null,
  });
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.goto(server.pageUrl);
    await page.setInputFiles('input', sample.path);
    const memory = await watchRenderers(browser);
    const { seconds, callMs } = await page.evaluate(
      ([name, origin, withCalls]) =>
        (globalThis as unknown as { page: BenchedPage }).page.upload(name, origin, withCalls),
      [candidate, server.uploadUrl, trouble === 'calls'] as const,
    );
    const rendererMb = await memory.stop();
    const { receivedBytes, preflights, sha256 } = await server.report();
    return {
      seconds,
      callMs,
      resentBytes: Math.max(0, receivedBytes - sample.bytes),
      preflights,
      rendererMb,
      isWhole: sha256 === sample.sha256,
    };
  } finally {
    await context.close();
  }
}
