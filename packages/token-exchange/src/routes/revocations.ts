import { revocationInputSchema } from '@spaces-kaltura/client/exchange';
import type { Endpoint } from '../http/Endpoint.ts';
import { readJsonBody } from '../http/readJsonBody.ts';
import type { Revocations } from '../storage/createRevocations.ts';

export interface RevocationsRouteOptions {
  revocations: Revocations;
}

/** `POST /v1/revocations`: the host app says which of its people lost access, have it again, or are gone for good. */
export function revocationsRoute({ revocations }: RevocationsRouteOptions): Endpoint {
  return {
    method: 'POST',
    path: '/v1/revocations',
    summary: 'The host app says which of its people lost access, have it again, or are gone for good',
    body: revocationInputSchema,
    answers: { 204: null },
    errors: ['storage_full'],
    roles: ['service'],
    isForAnyPlan: true,
    async run(request, hostToken) {
      await revocations.apply(await readJsonBody(request, revocationInputSchema), hostToken);
      return { status: 204, body: null };
    },
  };
}
