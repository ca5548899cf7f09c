import {
  kalturaSessionAnswerSchema,
  kalturaSessionRequestSchema,
  type KalturaSessionAnswer,
} from '@spaces-kaltura/client/exchange';
import { andThen } from '../andThen.ts';
import { sessionErrors } from '../http/commonErrors.ts';
import type { Endpoint } from '../http/Endpoint.ts';
import { readJsonBody } from '../http/readJsonBody.ts';
import type { ParticipantSession, ParticipantSessions } from '../session/createParticipantSessions.ts';

export interface KalturaSessionRouteOptions {
  sessions: ParticipantSessions;
  now: () => number;
}

/** `POST /v1/kaltura-session`: a KS for the person of the host token. */
export function kalturaSessionRoute({ sessions, now }: KalturaSessionRouteOptions): Endpoint {
  return {
    method: 'POST',
    path: '/v1/kaltura-session',
    summary: 'A Kaltura session for the person of the host token',
    body: kalturaSessionRequestSchema,
    bodyIsOptional: true,
    answers: { 200: kalturaSessionAnswerSchema },
    errors: sessionErrors,
    roles: ['participant', 'hub_admin'],
    run: (request, hostToken) =>
      andThen(readJsonBody(request, kalturaSessionRequestSchema), ({ stale }) =>
        andThen(sessions.open(hostToken, stale), (session) => ({ status: 200, body: toAnswer(session, now()) })),
      ),
  };
}

function toAnswer({ connection, grant, binding }: ParticipantSession, now: number): KalturaSessionAnswer {
  const left = (until: number): number => Math.max(0, Math.floor((until - now) / 1000));
  return {
    access_token: grant.ks.reveal(),
    issued_token_type: 'urn:spaces:token-type:kaltura-session',
    token_type: 'N_A',
    expires_in: left(grant.expiresAt),
    refresh_in: left(grant.refreshAt),
    kaltura: {
      service_url: connection.serviceUrl,
      partner_id: connection.partnerId,
      user_id: grant.kalturaUserId,
      user_origin: binding.origin,
      hosts: [...connection.hosts],
      conversion_profile_id: connection.conversionProfileId,
      can_list_all: grant.canListAll,
      can_upload: grant.canUpload,
    },
    server_time: new Date(now).toISOString(),
  };
}
