import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { measureRate } from './exchange/measureRate.ts';

/** What a cached exchange costs, beside the least an HTTP server can do on the same machine in the same minute. */
export interface ExchangeBench {
  /** Cached exchanges: host token verified before, KS in memory. */
  readonly exchange: Cost;
  /** A bare `node:http` that answers the same headers and body to whatever it is asked. */
  readonly bare: Cost;
  /** One that answers `ok`, without headers of its own. */
  readonly ok: Cost;
  /** Rate of cached exchanges / rate of the bare server, median of the rounds; at least 0.5 is wanted. */
  readonly ratio: number;
  /** The same from the processor time of the server's thread, which other work on the machine disturbs less. */
  readonly cpuRatio: number;
  /** Rate of cached exchanges / rate of `ok`. */
  readonly okRatio: number;
  readonly ratios: readonly number[];
}

/** Medians of the rounds. */
interface Cost {
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** Processor time of the server's thread per request, in microseconds. */
  readonly cpuUs: number;
}

interface Target {
  url: string;
  /** Whole requests, to be sent in turn. */
  requests: readonly string[];
}

/** `pnpm bench exchange [rounds]`: servers in a thread of their own, measured in turn so that noise hits all alike. */
export async function run([rounds = '7']: readonly string[]): Promise<ExchangeBench> {
  const worker = new Worker(new URL('exchange/servers.ts', import.meta.url));
  const { exchange, bare, ok } = await new Promise<Record<'exchange' | 'bare' | 'ok', Target>>((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
  });
  const cpuMs = async (): Promise<number> => {
    worker.postMessage('cpu', []);
    const [used] = (await once(worker, 'message')) as [number];
    return used;
  };
  const measure = async (target: Target): Promise<Cost> => {
    const before = await cpuMs();
    const { answers, perSecond, p50Ms, p99Ms } = await measureRate(target, 1000);
    return { perSecond, p50Ms, p99Ms, cpuUs: (((await cpuMs()) - before) * 1000) / answers };
  };
  const costs: Record<'exchange' | 'bare' | 'ok', Cost>[] = [];
  // The first rounds warm all up: the compiler takes some ten thousand requests to know the way.
  for (let round = -3; round < Number(rounds); round += 1) {
    const cost = { ok: await measure(ok), bare: await measure(bare), exchange: await measure(exchange) };
    if (round >= 0) costs.push(cost);
  }
  await worker.terminate();
  const ratios = costs.map((cost) => cost.exchange.perSecond / cost.bare.perSecond);
  return {
    exchange: toMedians(costs.map((cost) => cost.exchange)),
    bare: toMedians(costs.map((cost) => cost.bare)),
    ok: toMedians(costs.map((cost) => cost.ok)),
    ratio: round(median(ratios)),
    cpuRatio: round(median(costs.map((cost) => cost.bare.cpuUs / cost.exchange.cpuUs))),
    okRatio: round(median(costs.map((cost) => cost.exchange.perSecond / cost.ok.perSecond))),
    ratios: ratios.map(round),
  };
}

const toMedians = (costs: readonly Cost[]): Cost => ({
  perSecond: Math.round(median(costs.map(({ perSecond }) => perSecond))),
  p50Ms: round(median(costs.map(({ p50Ms }) => p50Ms))),
  p99Ms: round(median(costs.map(({ p99Ms }) => p99Ms))),
  cpuUs: round(median(costs.map(({ cpuUs }) => cpuUs))),
});

const median = (values: readonly number[]): number =>
  [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;

const round = (value: number): number => Math.round(value * 1000) / 1000;
