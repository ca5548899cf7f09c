import {
  checkFindingTexts,
  type CheckFinding,
  type CheckId,
  type ConnectionCheck,
} from '@spaces-kaltura/client/exchange';
import { ExchangeProblem } from '../ExchangeProblem.ts';
import type { Connection } from '../storage/Connection.ts';
import { toFailure, type CheckDetail, type CheckFailure, type Circumstances } from './CheckFailure.ts';
import { plainText } from './plainText.ts';

/** What a check may say besides "passed". */
export interface RunningCheck {
  /** It passed, and there is something to know all the same. */
  hint(finding: CheckFinding, detail?: CheckDetail): void;
  /** It cannot tell. */
  skip(finding?: CheckFinding): void;
}

/** Runs checks one after the other and writes down how they ended. */
export interface CheckList {
  readonly checks: readonly ConnectionCheck[];
  /** The state of the connection that the first failure stands for. */
  readonly state: Connection['state'] | null;
  /**
   * Runs a check with what it needs of earlier ones: undefined skips it. Answers what it found out, or undefined when it
   * failed. Once Kaltura is not there, everything that follows is skipped.
   */
  run<TNeed, TFound>(
    id: CheckId,
    need: TNeed | undefined,
    work: (need: TNeed, check: RunningCheck) => Promise<TFound> | TFound,
    circumstances?: Circumstances,
  ): Promise<TFound | undefined>;
}

export interface CheckListOptions {
  /** Milliseconds on a clock that only goes on. */
  elapsed: () => number;
  /** Waits so many milliseconds. */
  pause: (milliseconds: number) => Promise<unknown>;
}

/** However a service cannot be reached, it takes so long at least to be told: how long a port takes is nobody's business. */
const shortestUnreachable = 250;

export function createCheckList({ elapsed, pause }: CheckListOptions): CheckList {
  const checks: ConnectionCheck[] = [];
  let state: Connection['state'] | null = null;
  let isOver = false;

  function write(id: CheckId, outcome: ConnectionCheck['outcome'], ms: number, found: Found | null): void {
    const detail = Object.fromEntries(
      Object.entries(found?.detail ?? {}).map(([name, value]) => [name, plainText(value)]),
    );
    const finding = found?.finding ?? null;
    checks.push({ id, outcome, ms: Math.round(ms), finding, detail, fix: finding && inWords(finding, detail) });
  }

  return {
    checks,
    get state() {
      return state;
    },
    async run(id, need, work, circumstances) {
      if (need === undefined || isOver) {
        write(id, 'skipped', 0, null);
        return undefined;
      }
      const startedAt = elapsed();
      const said: { outcome: ConnectionCheck['outcome']; found: Found | null } = { outcome: 'passed', found: null };
      const check: RunningCheck = {
        hint: (finding, detail = {}) => (said.found ??= { finding, detail }),
        skip(finding) {
          said.outcome = 'skipped';
          said.found = finding === undefined ? null : { finding, detail: {} };
        },
      };
      try {
        const found = await work(need, check);
        write(id, said.outcome, elapsed() - startedAt, said.found);
        return found;
      } catch (error) {
        const failure = toFailure(error, circumstances);
        if (failure.finding === 'unreachable') {
          await pause(Math.max(0, shortestUnreachable - (elapsed() - startedAt)));
        }
        isOver = failure.finding === 'unreachable' || failure.finding === 'busy' || isTooLate(error);
        state ??= failure.state;
        write(id, 'failed', elapsed() - startedAt, failure);
        return undefined;
      }
    },
  };
}

const isTooLate = (error: unknown): boolean => error instanceof ExchangeProblem && error.code === 'upstream_timeout';

type Found = Pick<CheckFailure, 'finding' | 'detail'>;

/** The sentence of a finding with its details put in. */
const inWords = (finding: CheckFinding, detail: CheckDetail): string =>
  checkFindingTexts[finding].replace(/\{(\w+)\}/g, (_, name: string) => detail[name] ?? '?');
