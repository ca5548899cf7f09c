import { createRandom } from '../random.ts';
import { assertRule } from './assertRule.ts';
import type { Fault, FaultPlan, FaultRule, FaultStrike, FaultTarget } from './FaultPlan.ts';

/** The plan as the sandbox uses it: asked at every call. */
export interface ActiveFaultPlan extends FaultPlan {
  /** The faults that strike this call. Counts it for every rule it matches. */
  strike(target: FaultTarget): Fault[];
  /** The same for faults that strike before the body of a request is there. */
  strikeEarly(target: FaultTarget): Fault[];
}

interface ActiveRule {
  rule: FaultRule;
  matched: number;
  struck: number;
}

/** A plan without rules. With the same seed and the same calls the same faults strike. */
export function createFaultPlan(seed: number): ActiveFaultPlan {
  const random = createRandom(seed);
  const strikes: FaultStrike[] = [];
  let active: ActiveRule[] = [];

  return {
    add(rule) {
      assertRule(rule);
      const entry: ActiveRule = { rule, matched: 0, struck: 0 };
      active.push(entry);
      return () => {
        active = active.filter((other) => other !== entry);
      };
    },
    clear() {
      active = [];
    },
    get rules() {
      return active.map(({ rule }) => rule);
    },
    strikes,
    strike: (target) => strikeOf(target, false),
    strikeEarly: (target) => strikeOf(target, true),
  };

  function strikeOf(target: FaultTarget, early: boolean): Fault[] {
    const hits = active
      .filter(({ rule }) => isEarly(rule.fault) === early && matches(rule, target))
      .filter((entry) => isDue(entry, random));
    return hits.map(({ rule, matched }) => {
      strikes.push({ ...target, call: matched, fault: rule.fault });
      return rule.fault;
    });
  }
}

function isEarly(fault: Fault): boolean {
  return fault.kind === 'reset' && fault.when === 'during';
}

function matches({ service, action, path }: FaultRule, target: FaultTarget): boolean {
  return (
    (service === undefined || service.toLowerCase() === target.service.toLowerCase()) &&
    (action === undefined || action.toLowerCase() === target.action.toLowerCase()) &&
    (path === undefined || (path.startsWith('*') ? target.path.includes(path.slice(1)) : target.path.startsWith(path)))
  );
}

function isDue(entry: ActiveRule, random: () => number): boolean {
  const { call, times = Number.POSITIVE_INFINITY, probability = 1 } = entry.rule;
  entry.matched++;
  const isNamed =
    call === undefined || (typeof call === 'number' ? call === entry.matched : call.includes(entry.matched));
  if (!isNamed || entry.struck >= times || (probability < 1 && random() >= probability)) return false;
  entry.struck++;
  return true;
}
