import * as v from 'valibot';
import { ExchangeProblem } from '../ExchangeProblem.ts';
import type { Endpoint } from '../http/Endpoint.ts';

export interface ReadyzRouteOptions {
  /** Throws when the database does not answer. */
  checkStorage: () => Promise<void>;
  isDraining: () => boolean;
}

/** `GET /readyz`: requests may be sent here. Kaltura is no part of it: without it, others would be no better. */
export function readyzRoute({ checkStorage, isDraining }: ReadyzRouteOptions): Endpoint {
  return {
    method: 'GET',
    path: '/readyz',
    summary: 'Requests may be sent here',
    answers: { 200: v.object({ status: v.literal('ok') }) },
    errors: ['draining', 'storage_unavailable'],
    roles: null,
    async run() {
      if (isDraining()) throw new ExchangeProblem('draining', { retryAfter: 2 });
      await checkStorage();
      return { status: 200, body: { status: 'ok' } };
    },
  };
}
