import { Counter } from 'prom-client';
import { bindChildren, type LabelSet } from './bindChildren.ts';
import type { MetricOptions } from './MetricOptions.ts';

/** A number that only grows, by label values. One label or none: all its values are there from the beginning, as 0. */
export function createCounter(
  { registry, name, help }: MetricOptions,
  labels: LabelSet = {},
): (...values: string[]) => Counter.Internal {
  const counter = new Counter({ name, help, labelNames: Object.keys(labels), registers: [registry] });
  const [only, ...others] = Object.entries(labels);
  if (only !== undefined && others.length === 0) {
    const [label, values] = only;
    for (const value of values) counter.inc({ [label]: value }, 0);
  }
  return bindChildren(labels, (values) => counter.labels(values));
}
