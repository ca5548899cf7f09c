import { parseLink } from './Link.ts';
import type { UploadRow } from './summarise.ts';

/** What an uploader of ours should reach, and whether it did. */
export interface Goal {
  readonly link: string;
  readonly goal: string;
  readonly measured: number;
  readonly reached: boolean;
}

/** Rate / rate of `raw`. */
const rates: Readonly<Record<string, number>> = {
  '100/80': 0.92,
  '100/200': 0.87,
  '500/80': 1.2,
  '500/200': 1.7,
  '100/80/0.5': 4.5,
  '100/80+500': 0.78,
};
const MAX_PREFLIGHTS = 1;
const MAX_RENDERER_MB = 20;
/** Beside a raw upload another call of the page waits for a while, too. On a loopback it waits for the bench's own server. */
const MAX_CALL_VS_RAW = 1.5;
/** A cut should cost no more than what the link carries in so many seconds; on a loopback nobody waits for it. */
const MAX_RESENT_SECONDS = 1.2;

/** The goals that rows of ours can be held to. */
export function goalsOf(rows: readonly UploadRow[]): Goal[] {
  return rows.filter(({ candidate }) => candidate === 'spaces').flatMap(goalsOfRow);
}

function goalsOfRow(row: UploadRow): Goal[] {
  const goals: Goal[] = [];
  const hold = (name: string, measured: number | null, sign: '≥' | '≤', bound: number): void => {
    if (measured === null) return;
    const reached = sign === '≥' ? measured >= bound : measured <= bound;
    goals.push({ link: row.link, goal: `${name} ${sign} ${bound}`, measured, reached });
  };
  const rate = rates[row.link];
  if (rate !== undefined) hold('vs_raw', row.vs_raw, '≥', rate);
  hold('preflights', row.preflights, '≤', MAX_PREFLIGHTS);
  hold('renderer_mb', row.renderer_mb, '≤', MAX_RENDERER_MB);
  const { path, latencyMs } = parseLink(row.link);
  if (path) hold('call_max_vs_raw', row.call_max_vs_raw, '≤', MAX_CALL_VS_RAW);
  if (path && path.loss === 0 && latencyMs === 0 && row.resent_mib !== null) {
    const seconds = (row.resent_mib * 1024 * 1024 * 8) / (path.mbit * 1e6);
    hold('seconds of the link sent again after a cut', Number(seconds.toFixed(2)), '≤', MAX_RESENT_SECONDS);
  }
  return goals;
}
