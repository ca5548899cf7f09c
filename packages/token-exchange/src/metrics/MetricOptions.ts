import type { Registry } from 'prom-client';

export interface MetricOptions {
  /** Of one exchange: two in a process count apart. */
  registry: Registry;
  name: string;
  help: string;
}
