import { createCells, type LabelSet, type MetricFamily } from './MetricFamily.ts';

export interface Histogram extends MetricFamily {
  /** Notes how many seconds something took. */
  observe(seconds: number, ...values: string[]): void;
}

const bounds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** How long something takes. */
export function createHistogram(name: string, help: string, labels: LabelSet = {}): Histogram {
  const cells = createCells(labels, () => ({ buckets: bounds.map(() => 0), sum: 0, count: 0 }));
  return {
    name,
    help,
    type: 'histogram',
    observe(seconds, ...values) {
      const cell = cells.at(...values);
      const index = bounds.findIndex((bound) => seconds <= bound);
      if (index >= 0) cell.buckets[index] = (cell.buckets[index] ?? 0) + 1;
      cell.sum += seconds;
      cell.count += 1;
    },
    *samples() {
      for (const [labels, { buckets, sum, count }] of cells.entries()) {
        let below = 0;
        for (const [index, bound] of bounds.entries()) {
          below += buckets[index] ?? 0;
          yield { suffix: '_bucket', labels: { ...labels, le: String(bound) }, value: below };
        }
        yield { suffix: '_bucket', labels: { ...labels, le: '+Inf' }, value: count };
        yield { suffix: '_sum', labels, value: sum };
        yield { suffix: '_count', labels, value: count };
      }
    },
  };
}
