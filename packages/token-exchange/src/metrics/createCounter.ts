import { createCells, type LabelSet, type MetricFamily } from './MetricFamily.ts';

export interface Counter extends MetricFamily {
  /** Counts one with these label values, in the order of the labels. */
  add(...values: string[]): void;
}

/** A number that only grows. One label or none: all its values are there from the beginning, as 0. */
export function createCounter(name: string, help: string, labels: LabelSet = {}): Counter {
  const cells = createCells(labels, () => ({ value: 0 }));
  const [values, ...others] = Object.values(labels);
  if (others.length === 0) for (const value of values ?? ['']) cells.at(value);
  return {
    name,
    help,
    type: 'counter',
    add(...values) {
      cells.at(...values).value += 1;
    },
    *samples() {
      for (const [labels, { value }] of cells.entries()) yield { labels, value };
    },
  };
}
