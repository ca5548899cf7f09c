import type { MetricFamily, Sample } from './MetricFamily.ts';

/** Prometheus' text format, version 0.0.4. */
export const metricsType = 'text/plain; version=0.0.4; charset=utf-8';

export const renderMetrics = (families: readonly MetricFamily[]): string =>
  families
    .flatMap((family) => {
      const { name, help, type } = family;
      return [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`, ...[...family.samples()].map(lineOf(name))];
    })
    .join('\n') + '\n';

const lineOf =
  (name: string) =>
  ({ suffix = '', labels, value }: Sample): string => {
    const pairs = Object.entries(labels).map(([label, text]) => `${label}="${escape(text)}"`);
    return `${name}${suffix}${pairs.length === 0 ? '' : `{${pairs.join(',')}}`} ${value}`;
  };

const escape = (text: string): string => text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');
