import { prometheusContentType } from 'prom-client';
import * as v from 'valibot';
import type { Endpoint } from '../http/Endpoint.ts';

export interface MetricsRouteOptions {
  renderMetrics: () => Promise<string>;
}

/** `GET /metrics`: what Prometheus reads. On the operator's port only. */
export const metricsRoute = ({ renderMetrics }: MetricsRouteOptions): Endpoint => ({
  method: 'GET',
  path: '/metrics',
  summary: 'Counters for Prometheus',
  answers: { 200: v.string() },
  errors: [],
  roles: null,
  run: async () => ({
    status: 200,
    body: await renderMetrics(),
    headers: { 'Content-Type': prometheusContentType },
  }),
});
