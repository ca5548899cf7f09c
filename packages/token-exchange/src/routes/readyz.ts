import type { Endpoint } from '../http/Endpoint.ts';
import { ExchangeProblem } from '../ExchangeProblem.ts';

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
    roles: null,
    async run() {
      if (isDraining()) throw new ExchangeProblem('draining', { retryAfter: 2 });
      await checkStorage();
      return { status: 200, body: { status: 'ok' } };
    },
  };
}
