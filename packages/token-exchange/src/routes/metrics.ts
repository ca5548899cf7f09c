import * as v from 'valibot';
import type { Endpoint } from '../http/Endpoint.ts';
import { metricsType } from '../metrics/renderMetrics.ts';

export interface MetricsRouteOptions {
  renderMetrics: () => string;
}

/** `GET /metrics`: what Prometheus reads. On the operator's port only. */
export const metricsRoute = ({ renderMetrics }: MetricsRouteOptions): Endpoint => ({
  method: 'GET',
  path: '/metrics',
  summary: 'Counters for Prometheus',
  answers: { 200: v.string() },
  errors: [],
  roles: null,
  run: () => ({ status: 200, body: renderMetrics(), headers: { 'Content-Type': metricsType } }),
});
