import type { MetricFamily } from './MetricFamily.ts';

/** A number that goes up and down, read when somebody asks. */
export const createGauge = (name: string, help: string, read: () => number): MetricFamily => ({
  name,
  help,
  type: 'gauge',
  *samples() {
    yield { labels: {}, value: read() };
  },
});
