import { Gauge } from 'prom-client';
import type { MetricOptions } from './MetricOptions.ts';

/** A number that goes up and down, read when somebody asks. */
export function createGauge({ registry, name, help }: MetricOptions, read: () => number): void {
  const gauge: Gauge = new Gauge({ name, help, registers: [registry], collect: () => gauge.set(read()) });
}
