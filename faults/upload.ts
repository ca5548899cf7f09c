import { runCutPlan, summarise, type CutPlan, type CutSummary } from './upload/cutPlans.ts';
import { cellsOf, runCell, type Cell } from './upload/matrix.ts';

const USAGE = 'pnpm faults upload [--seed N] [--plans N] [--only TEXT] [--cells]';

/**
 * Breaks uploads in every way that networks, Kaltura, sessions, people and disks can, at every step, and looks at what is left:
 * exactly one entry with the file's bytes, no upload token and no record, or nothing at all where it was given up.
 */
export async function run(args: readonly string[]): Promise<FaultReport> {
  const { seed, plans, only, cells: showsCells } = optionsOf(args);
  const began = performance.now();
  const cells: Cell[] = [];
  for (const cell of cellsOf()) {
    const name = `${cell.fault.promise} ${cell.fault.name} / ${cell.step} / ${cell.size}`;
    if (only === null || name.includes(only)) cells.push(await runCell(cell, seed));
  }
  const cuts = [];
  for (let plan = 0; plan < plans; plan += 1) cuts.push(await runCutPlan(seed + plan));
  const all = [...cells, ...cuts];
  return {
    seed,
    seconds: Math.round((performance.now() - began) / 1000),
    matrix: { cells: cells.length, ...totals(cells), retriesByHand: cells.filter(({ retries }) => retries > 0).length },
    cuts: { plans: cuts.length, ...totals(cuts), ...summarise(cuts) },
    broken: all.filter(({ broken }) => broken.length > 0),
    ...(showsCells && { cells }),
  };
}

export interface FaultReport {
  seed: number;
  seconds: number;
  matrix: Totals & { cells: number; retriesByHand: number };
  cuts: Totals & CutSummary & { plans: number };
  /** What does not hold, with what it takes to see it again. */
  broken: readonly (Cell | CutPlan)[];
  cells?: readonly Cell[];
}

type Totals = ReturnType<typeof totals>;

const totals = (verdicts: readonly Pick<Cell, 'wrongHashes' | 'duplicateEntries' | 'leftoverTokens' | 'broken'>[]) => ({
  wrongHashes: sum(verdicts.map(({ wrongHashes }) => wrongHashes)),
  duplicateEntries: sum(verdicts.map(({ duplicateEntries }) => duplicateEntries)),
  leftoverTokens: sum(verdicts.map(({ leftoverTokens }) => leftoverTokens)),
  broken: verdicts.filter(({ broken }) => broken.length > 0).length,
});

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

function optionsOf(args: readonly string[]): { seed: number; plans: number; only: string | null; cells: boolean } {
  const valueOf = (name: string): string | undefined =>
    args.includes(name) ? args[args.indexOf(name) + 1] : undefined;
  const number = (name: string, otherwise: number): number => {
    const value = Number(valueOf(name) ?? otherwise);
    if (!Number.isSafeInteger(value) || value < 0) throw new TypeError(`${name} needs a number. ${USAGE}`);
    return value;
  };
  return {
    seed: number('--seed', 1),
    plans: number('--plans', 1000),
    only: valueOf('--only') ?? null,
    cells: args.includes('--cells'),
  };
}
