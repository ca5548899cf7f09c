import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium as browserType, type Browser } from 'playwright';
import { chromium } from '../scripts/chromium.ts';
import { bundlePage } from './upload/bundlePage.ts';
import { parseLink, usualMib, type Link } from './upload/Link.ts';
import { makeSample, type Sample } from './upload/makeSample.ts';
import { measureUpload, type Run } from './upload/measureUpload.ts';
import { loopback, type Network } from './upload/Network.ts';
import { openEmulatedNetwork, whyNotEmulated } from './upload/openEmulatedNetwork.ts';
import { startServer, type RunningServer } from './upload/startServer.ts';
import { summarise, type LinkRuns, type UploadRow } from './upload/summarise.ts';

/** How uploaders do on the same links in the same minutes. */
export interface UploadBench {
  readonly rows: readonly UploadRow[];
  /** Links that could not be made here, and why. */
  readonly skipped: readonly { readonly link: string; readonly reason: string }[];
}

const LINKS = 'loopback,100/80,100/200,500/80,500/200,100/80/0.5,100/80+500';
const CANDIDATES = 'raw,seq10,tus,spaces';
/** Share of the file after which all connections break in the extra run that tells what is sent again. */
const CUT_AT = 0.6;

/**
 * `pnpm bench upload [--json] [--links 100/80,100/80/0.5] [--latency MS] [--mib N] [--reps N] [--cands raw,spaces] [--no-cut]`:
 * every candidate once per repetition, in turn, in real Chromium, over loopback and over emulated links (see `parseLink`).
 */
export async function run(args: readonly string[]): Promise<UploadBench> {
  const { values } = parseArgs({
    args: args.filter((argument) => argument !== '--'),
    allowNegative: true,
    options: {
      // What every bench prints; here so that it may be asked for.
      json: { type: 'boolean' },
      links: { type: 'string', default: LINKS },
      latency: { type: 'string', default: '0' },
      mib: { type: 'string' },
      reps: { type: 'string', default: '3' },
      cands: { type: 'string', default: CANDIDATES },
      cut: { type: 'boolean', default: true },
    },
  });
  const links = values.links.split(',').map((name) => parseLink(name, Number(values.latency)));
  const plan: Plan = {
    candidates: values.cands.split(','),
    repetitions: Number(values.reps),
    mib: values.mib === undefined ? null : Number(values.mib),
    cutAt: values.cut ? CUT_AT : null,
  };
  const folder = await mkdtemp(join(tmpdir(), 'bench-upload-'));
  try {
    const script = join(folder, 'page.js');
    await bundlePage(script);
    const plain = links.filter(({ path }) => path === null);
    const shaped = links.filter(({ path }) => path !== null);
    const reason = shaped.length > 0 ? await whyNotEmulated() : null;
    const all: LinkRuns[] = [];
    if (plain.length > 0) all.push(...(await measureLinks(loopback, plain, plan, folder, script)));
    if (shaped.length > 0 && reason === null) {
      all.push(...(await measureLinks(await openEmulatedNetwork(folder), shaped, plan, folder, script)));
    }
    return {
      rows: all.flatMap(summarise),
      skipped: reason === null ? [] : shaped.map(({ name }) => ({ link: name, reason })),
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

interface Plan {
  candidates: readonly string[];
  repetitions: number;
  mib: number | null;
  cutAt: number | null;
}

/** Closes the network when it is done. */
async function measureLinks(
  network: Network,
  links: readonly Link[],
  plan: Plan,
  folder: string,
  script: string,
): Promise<LinkRuns[]> {
  const stage: { server?: RunningServer; browser?: Browser } = {};
  try {
    const server = (stage.server = await startServer(network, script));
    const browser = (stage.browser = await browserType.launch({ ...chromium, executablePath: network.browser }));
    const measured: LinkRuns[] = [];
    for (const link of links) {
      const mib = plan.mib ?? usualMib(link);
      const sample = await makeSample(join(folder, 'film.mp4'), mib);
      measured.push(await measureLink({ network, server, browser, link, sample }, plan, mib));
    }
    return measured;
  } finally {
    await stage.browser?.close();
    stage.server?.close();
    await network.close();
  }
}

interface Stage {
  network: Network;
  server: RunningServer;
  browser: Browser;
  link: Link;
  sample: Sample;
}

async function measureLink(stage: Stage, plan: Plan, mib: number): Promise<LinkRuns> {
  const once = async (candidate: string, seed: number, cutAt: number): Promise<Run> => {
    const run = await measureUpload({ ...stage, candidate, seed, cutAt });
    const cut = cutAt > 0 ? `, ${(run.resentBytes / 1024 / 1024).toFixed(1)} MiB again after a cut` : '';
    console.error(
      `${stage.link.name} ${candidate}: ${run.seconds.toFixed(2)} s${cut}${run.isWhole ? '' : ', NOT WHOLE'}`,
    );
    return run;
  };
  const runs: Run[] = [];
  for (let repetition = 1; repetition <= plan.repetitions; repetition += 1) {
    for (const candidate of plan.candidates) runs.push(await once(candidate, repetition, 0));
  }
  const cutRuns: Run[] = [];
  for (const candidate of plan.cutAt === null ? [] : plan.candidates) {
    cutRuns.push(await once(candidate, 1, plan.cutAt ?? 0));
  }
  return { link: stage.link, mib, runs, cutRuns };
}
