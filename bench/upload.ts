import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium as browserType, type Browser } from 'playwright';
import { chromium } from '../scripts/chromium.ts';
import { bundlePage } from './upload/bundlePage.ts';
import { endAtOnce } from './upload/endAtOnce.ts';
import { goalsOf, type Goal } from './upload/goals.ts';
import { parseLink, usualMib, type Link } from './upload/Link.ts';
import { makeSample } from './upload/makeSample.ts';
import { measureUpload, type MeasureOptions, type Run, type Trouble } from './upload/measureUpload.ts';
import { loopback, type Network } from './upload/Network.ts';
import { openEmulatedNetwork, whyNotEmulated } from './upload/openEmulatedNetwork.ts';
import { startServer, type RunningServer } from './upload/startServer.ts';
import { summarise, type LinkRuns, type Repetition, type UploadRow } from './upload/summarise.ts';

/** How uploaders do on the same links in the same minutes. */
export interface UploadBench {
  readonly rows: readonly UploadRow[];
  /** What the rows of ours are held to. */
  readonly goals: readonly Goal[];
  /** Links that could not be made here, and why. */
  readonly skipped: readonly { readonly link: string; readonly reason: string }[];
}

const LINKS = 'loopback,100/80,100/200,500/80,500/200,100/80/0.5,100/80+500';
const CANDIDATES = 'raw,seq10,tus,spaces';

/**
 * `pnpm bench upload [--json] [--links 100/80,100/80/0.5] [--latency MS] [--mib N] [--reps N] [--cands raw,spaces] [--only-rates]`:
 * every candidate once per repetition, in turn, in real Chromium, over loopback and over emulated links (see `parseLink`).
 */
export async function run(args: readonly string[]): Promise<UploadBench> {
  const { values } = parseArgs({
    args: args.filter((argument) => argument !== '--'),
    options: {
      // What every bench prints; here so that it may be asked for.
      json: { type: 'boolean' },
      links: { type: 'string', default: LINKS },
      latency: { type: 'string', default: '0' },
      mib: { type: 'string' },
      reps: { type: 'string', default: '3' },
      cands: { type: 'string', default: CANDIDATES },
      'only-rates': { type: 'boolean', default: false },
    },
  });
  const links = values.links.split(',').map((name) => parseLink(name, Number(values.latency)));
  const plan: Plan = {
    candidates: values.cands.split(','),
    repetitions: Number(values.reps),
    mib: values.mib === undefined ? null : Number(values.mib),
    onlyRates: values['only-rates'],
  };
  endAtOnce();
  const folder = mkdtempSync(join(tmpdir(), 'bench-upload-'));
  const tidyUp = (): void => rmSync(folder, { recursive: true, force: true });
  process.once('exit', tidyUp);
  try {
    const script = join(folder, 'page.js');
    await bundlePage(script);
    const measured: LinkRuns[] = [];
    const shaped = links.filter(({ path }) => path !== null);
    const reason = shaped.length > 0 ? await whyNotEmulated() : null;
    const plain = links.filter(({ path }) => path === null);
    if (plain.length > 0) measured.push(...(await measureLinks(loopback, plain, plan, folder, script)));
    if (shaped.length > 0 && reason === null) {
      measured.push(...(await measureLinks(await openEmulatedNetwork(folder), shaped, plan, folder, script)));
    }
    const rows = measured.flatMap(summarise);
    return {
      rows,
      goals: goalsOf(rows),
      skipped: reason === null ? [] : shaped.map(({ name }) => ({ link: name, reason })),
    };
  } finally {
    tidyUp();
    process.off('exit', tidyUp);
  }
}

interface Plan {
  candidates: readonly string[];
  repetitions: number;
  mib: number | null;
  onlyRates: boolean;
}

/** Closes the network when it is done. */
async function measureLinks(
  network: Network,
  links: readonly Link[],
  plan: Plan,
  folder: string,
  script: string,
): Promise<LinkRuns[]> {
  let server: RunningServer | null = null;
  let browser: Browser | null = null;
  try {
    server = await startServer(network, script);
    // Playwright would close the browser, and the bench go on without it.
    const signals = { handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false };
    browser = await browserType.launch({ ...chromium, ...signals, executablePath: network.browser });
    const measured: LinkRuns[] = [];
    for (const link of links) {
      const mib = plan.mib ?? usualMib(link);
      const sample = await makeSample(join(folder, 'film.mp4'), mib);
      measured.push(await measureLink({ network, server, browser, link, sample }, plan, mib));
    }
    return measured;
  } finally {
    await browser?.close();
    server?.close();
    network.close();
  }
}

type Stage = Omit<MeasureOptions, 'candidate' | 'seed' | 'trouble'>;

async function measureLink(stage: Stage, plan: Plan, mib: number): Promise<LinkRuns> {
  const once = async (candidate: string, seed: number, trouble: Trouble | null): Promise<Run | null> => {
    const what = [stage.link.name, candidate, trouble ? `with ${trouble}` : `repetition ${seed}`].join(' ');
    try {
      const run = await measureUpload({ ...stage, candidate, seed, trouble });
      console.error(`${what}: ${run.seconds.toFixed(2)} s${run.isWhole ? '' : ', NOT WHOLE'}`);
      return run;
    } catch (error) {
      console.error(`${what}: FAILED`, error);
      return null;
    }
  };
  const eachOnce = async (seed: number, trouble: Trouble | null): Promise<Repetition> => {
    const repetition: Record<string, Run | null> = {};
    for (const candidate of plan.candidates) repetition[candidate] = await once(candidate, seed, trouble);
    return repetition;
  };
  const repetitions: Repetition[] = [];
  for (let seed = 1; seed <= plan.repetitions; seed += 1) repetitions.push(await eachOnce(seed, null));
  const calls = plan.onlyRates ? null : await eachOnce(1, 'calls');
  const cut = plan.onlyRates ? null : await eachOnce(1, 'cut');
  return { link: stage.link, mib, candidates: plan.candidates, repetitions, calls, cut };
}
