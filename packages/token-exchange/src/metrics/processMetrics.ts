import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Counter, type Registry } from 'prom-client';
import { createGauge } from './createGauge.ts';

/**
 * What the process needs, under the names that dashboards for Node know. prom-client's own default metrics are many more, and
 * watch from the beginning with nothing to stop them.
 */
export function processMetrics(registry: Registry): { close: () => void } {
  // Watched from the first time somebody asks, and from then on between one time and the next.
  let lag: ReturnType<typeof startWatching> | undefined;
  const lagSeconds = (): number => {
    lag ??= startWatching();
    const seconds = lag.count === 0 ? 0 : lag.percentile(99) / 1e9;
    lag.reset();
    return seconds;
  };
  const gauge = (name: string, help: string, read: () => number): void => createGauge({ registry, name, help }, read);

  const processor = new Counter({
    name: 'process_cpu_seconds_total',
    help: 'Processor time.',
    registers: [registry],
    collect() {
      const { user, system } = process.cpuUsage();
      processor.reset();
      processor.inc((user + system) / 1e6);
    },
  });
  gauge('process_resident_memory_bytes', 'Memory of the process.', () => process.memoryUsage.rss());
  gauge('process_start_time_seconds', 'When the process started.', () => started);
  gauge('nodejs_heap_size_used_bytes', 'Memory that JavaScript uses.', () => process.memoryUsage().heapUsed);
  gauge(
    'nodejs_eventloop_lag_p99_seconds',
    'How late the event loop was, 99th percentile since the last time.',
    lagSeconds,
  );
  return { close: () => lag?.disable() };
}

const started = Math.round(Date.now() / 1000 - process.uptime());

function startWatching(): ReturnType<typeof monitorEventLoopDelay> {
  const histogram = monitorEventLoopDelay({ resolution: 10 });
  histogram.enable();
  return histogram;
}
