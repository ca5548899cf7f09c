import { monitorEventLoopDelay } from 'node:perf_hooks';
import { createGauge } from './createGauge.ts';
import type { MetricFamily } from './MetricFamily.ts';

/** What the process needs, under the names that dashboards for Node know. */
export function processMetrics(): { families: readonly MetricFamily[]; close: () => void } {
  // Watched from the first time somebody asks, and from then on between one time and the next.
  let lag: ReturnType<typeof startWatching> | undefined;
  const lagSeconds = (): number => {
    lag ??= startWatching();
    const seconds = lag.count === 0 ? 0 : lag.percentile(99) / 1e9;
    lag.reset();
    return seconds;
  };
  return {
    families: [
      counted('process_cpu_seconds_total', 'Processor time.', () => {
        const { user, system } = process.cpuUsage();
        return (user + system) / 1e6;
      }),
      createGauge('process_resident_memory_bytes', 'Memory of the process.', () => process.memoryUsage.rss()),
      createGauge('process_start_time_seconds', 'When the process started.', () => started),
      createGauge('nodejs_heap_size_used_bytes', 'Memory that JavaScript uses.', () => process.memoryUsage().heapUsed),
      createGauge(
        'nodejs_eventloop_lag_p99_seconds',
        'How late the event loop was, 99th percentile since the last time.',
        lagSeconds,
      ),
    ],
    close: () => lag?.disable(),
  };
}

const counted = (name: string, help: string, read: () => number): MetricFamily => ({
  ...createGauge(name, help, read),
  type: 'counter',
});

const started = Math.round(Date.now() / 1000 - process.uptime());

function startWatching(): ReturnType<typeof monitorEventLoopDelay> {
  const histogram = monitorEventLoopDelay({ resolution: 10 });
  histogram.enable();
  return histogram;
}
