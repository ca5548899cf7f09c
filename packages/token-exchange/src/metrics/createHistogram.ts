import { Histogram } from 'prom-client';
import { bindChildren, type LabelSet } from './bindChildren.ts';
import type { MetricOptions } from './MetricOptions.ts';

const buckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** How many seconds something takes, by label values. */
export function createHistogram(
  { registry, name, help }: MetricOptions,
  labels: LabelSet,
): (...values: string[]) => Pick<Histogram.Internal<string>, 'observe'> {
  const histogram = new Histogram({ name, help, buckets, labelNames: Object.keys(labels), registers: [registry] });
  return bindChildren(labels, (values) => histogram.labels(values));
}
