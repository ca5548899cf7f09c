import type { Fault, FaultRule } from './FaultPlan.ts';

/** Throws a `TypeError` for a rule whose fault is unknown or lacks a number; rules may come from another process, as JSON. */
export function assertRule({ fault }: FaultRule): void {
  const needed = numbers.get(fault?.kind);
  if (!needed)
    throw new TypeError(`A fault rule needs a fault of one of these kinds: ${[...numbers.keys()].join(', ')}.`);
  if (fault.kind === 'reset' && !['before', 'after', 'during'].includes(fault.when)) {
    throw new TypeError('A reset needs to be told when: before, after or during.');
  }
  const names = fault.kind === 'reset' && fault.when === 'during' ? ['bytes'] : needed;
  const given = new Map<string, unknown>(Object.entries(fault));
  const missing = names.find((name) => typeof given.get(name) !== 'number');
  if (missing !== undefined) throw new TypeError(`A fault of the kind ${fault.kind} needs a number called ${missing}.`);
}

/** The numbers each kind of fault cannot do without. */
const numbers = new Map<Fault['kind'], readonly string[]>([
  ['latency', ['ms']],
  ['reset', []],
  ['truncate', []],
  ['html', []],
  ['status', ['status']],
  ['actionBlocked', []],
  ['expiredKs', []],
  ['indexLag', ['seconds']],
  ['slowDrip', ['bytes', 'everyMs']],
  ['lyingUploadedFileSize', ['by']],
]);
