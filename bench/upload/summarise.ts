import type { Link } from './Link.ts';
import type { Run } from './measureUpload.ts';

/** One candidate on one link; medians of the repetitions. */
export interface UploadRow {
  readonly link: string;
  readonly candidate: string;
  readonly mib: number;
  readonly seconds: number;
  /** Rate / rate of `raw` in the same interleaved repetitions; null without `raw`. */
  readonly vs_raw: number | null;
  /** Of each repetition, in order. */
  readonly ratios: readonly number[];
  /** MiB sent again after all connections broke once at 60 %, for a second; null when that was not tried. */
  readonly resent_mib: number | null;
  /** Growth of the page's process, MB; null where nobody can tell. */
  readonly renderer_mb: number | null;
  readonly preflights: number;
  /** How long another call of the page took meanwhile, milliseconds: the median, and the longest. */
  readonly call_p50_ms: number;
  readonly call_max_ms: number;
  /** The longest / the longest with `raw`; null without `raw`. */
  readonly call_max_vs_raw: number | null;
  /** Did the server get what the file has, in every run? */
  readonly whole: boolean;
}

export interface LinkRuns {
  link: Link;
  mib: number;
  /** In order of repetitions, each with every candidate once. */
  runs: readonly Run[];
  /** With a cut. */
  cutRuns: readonly Run[];
}

/** Ratios are taken within a repetition, because a busy machine changes from one to the next. */
export function summarise({ link, mib, runs, cutRuns }: LinkRuns): UploadRow[] {
  const candidates = [...new Set(runs.map(({ candidate }) => candidate))];
  const of = (candidate: string): Run[] => runs.filter((run) => run.candidate === candidate);
  const rawRuns = of('raw');
  return candidates.map((candidate) => {
    const own = of(candidate);
    const cut = cutRuns.find((run) => run.candidate === candidate);
    const ratios = own.flatMap(({ seconds }, index) => (rawRuns[index] ? [rawRuns[index].seconds / seconds] : []));
    const callRatios = own.flatMap((run, index) => (rawRuns[index] ? [longest(run) / longest(rawRuns[index])] : []));
    const memory = own.flatMap(({ rendererMb }) => (rendererMb === null ? [] : [rendererMb]));
    return {
      link: link.latencyMs > 0 && !link.name.includes('+') ? `${link.name}+${link.latencyMs}` : link.name,
      candidate,
      mib,
      seconds: rounded(median(own.map(({ seconds }) => seconds)), 2),
      vs_raw: ratios.length > 0 ? rounded(median(ratios), 3) : null,
      ratios: ratios.map((ratio) => rounded(ratio, 3)),
      resent_mib: cut ? rounded(cut.resentBytes / 1024 / 1024, 1) : null,
      renderer_mb: memory.length > 0 ? rounded(median(memory), 1) : null,
      preflights: median(own.map(({ preflights }) => preflights)),
      call_p50_ms: rounded(median(own.flatMap(({ callMs }) => callMs)), 0),
      call_max_ms: rounded(median(own.map(longest)), 0),
      call_max_vs_raw: callRatios.length > 0 ? rounded(median(callRatios), 2) : null,
      whole: [...own, ...(cut ? [cut] : [])].every(({ isWhole }) => isWhole),
    };
  });
}

const longest = ({ callMs }: Run): number => Math.max(...callMs);

function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? Number.NaN) + (sorted[Math.ceil(middle)] ?? Number.NaN)) / 2;
}

const rounded = (value: number, digits: number): number => Number(value.toFixed(digits));
