import type { Link } from './Link.ts';
import type { Run } from './measureUpload.ts';

/** One candidate on one link; medians of the repetitions, null where there was nothing to measure. */
export interface UploadRow {
  readonly link: string;
  readonly candidate: string;
  readonly mib: number;
  readonly seconds: number | null;
  /** Rate / rate of `raw` in the same repetition. */
  readonly vs_raw: number | null;
  /** Of each repetition, in order. */
  readonly ratios: readonly number[];
  /** MiB sent again after all connections broke once at 60 %, for a second. */
  readonly resent_mib: number | null;
  /** Growth of the page's process, MB. */
  readonly renderer_mb: number | null;
  readonly preflights: number | null;
  /** How long another call of the page took in one more run, milliseconds: the median, and the longest. */
  readonly call_p50_ms: number | null;
  readonly call_max_ms: number | null;
  /** The longest / the longest with `raw`. */
  readonly call_max_vs_raw: number | null;
  /** Did every run end, and did the server get what the file has? */
  readonly whole: boolean;
}

/** What was measured on a link; a run that failed is null. */
export interface LinkRuns {
  link: Link;
  mib: number;
  candidates: readonly string[];
  /** Every candidate once in each. */
  repetitions: readonly Repetition[];
  /** Once more with other calls of the page, and with a cut; null when that was not tried. */
  calls: Repetition | null;
  cut: Repetition | null;
}

export type Repetition = Readonly<Record<string, Run | null>>;

/** Ratios are taken within a repetition, because a busy machine changes from one to the next. */
export function summarise({ link, mib, candidates, repetitions, calls, cut }: LinkRuns): UploadRow[] {
  return candidates.map((candidate) => {
    const own = repetitions.flatMap((repetition) => repetition[candidate] ?? []);
    const pairs = repetitions.flatMap(({ raw, [candidate]: run }) => (raw && run ? [{ raw, run }] : []));
    const ratios = pairs.map(({ raw, run }) => raw.seconds / run.seconds);
    const all = [...repetitions, ...[calls, cut].filter((repetition) => repetition !== null)];
    const cutRun = cut?.[candidate] ?? null;
    const callMs = calls?.[candidate]?.callMs ?? [];
    const rawCallMs = calls?.['raw']?.callMs ?? [];
    return {
      link: link.name,
      candidate,
      mib,
      seconds: rounded(median(own.map(({ seconds }) => seconds)), 2),
      vs_raw: rounded(median(ratios), 3),
      ratios: ratios.map((ratio) => Number(ratio.toFixed(3))),
      resent_mib: cutRun && rounded(cutRun.resentBytes / 1024 / 1024, 1),
      renderer_mb: rounded(median(own.flatMap(({ rendererMb }) => rendererMb ?? [])), 1),
      preflights: median(own.map(({ preflights }) => preflights)),
      call_p50_ms: rounded(median(callMs), 0),
      call_max_ms: rounded(longest(callMs), 0),
      call_max_vs_raw: rounded(ratio(longest(callMs), longest(rawCallMs)), 2),
      whole: all.every((repetition) => repetition[candidate]?.isWhole === true),
    };
  });
}

const longest = (times: readonly number[]): number | null => (times.length === 0 ? null : Math.max(...times));

const ratio = (one: number | null, other: number | null): number | null =>
  one === null || other === null ? null : one / other;

function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = (sorted.length - 1) / 2;
  const [low, high] = [sorted[Math.floor(middle)], sorted[Math.ceil(middle)]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}

const rounded = (value: number | null, digits: number): number | null =>
  value === null ? null : Number(value.toFixed(digits));
