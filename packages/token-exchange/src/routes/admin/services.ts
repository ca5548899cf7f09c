import { servicesAnswerSchema, type ServicesAnswer } from '@spaces-kaltura/client/exchange';
import type { Endpoint } from '../../http/Endpoint.ts';
import type { ServiceUrls } from '../../kaltura/serviceUrls.ts';

export interface ServicesRouteOptions {
  serviceUrls: ServiceUrls;
}

/** `GET /v1/admin/services`: what the operator allows, so that nobody chooses in vain. */
export const servicesRoute = ({ serviceUrls }: ServicesRouteOptions): Endpoint => ({
  method: 'GET',
  path: '/v1/admin/services',
  summary: 'The Kaltura services that a connection may name',
  answers: { 200: servicesAnswerSchema },
  errors: [],
  roles: ['hub_admin'],
  run: () => ({ status: 200, body: { service_urls: [...serviceUrls.allowed] } satisfies ServicesAnswer }),
});
