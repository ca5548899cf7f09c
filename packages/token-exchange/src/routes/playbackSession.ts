import {
  playbackSessionAnswerSchema,
  playbackSessionRequestSchema,
  type PlaybackSessionAnswer,
} from '@spaces-kaltura/client/exchange';
import { sessionErrors } from '../http/commonErrors.ts';
import type { Endpoint } from '../http/Endpoint.ts';
import { readJsonBody } from '../http/readJsonBody.ts';
import type { ParticipantSession, ParticipantSessions } from '../session/createParticipantSessions.ts';

export interface PlaybackSessionRouteOptions {
  sessions: ParticipantSessions;
  now: () => number;
}

/** `POST /v1/playback-session`: a KS that plays one entry, of whoever it is, for the person of the host token. */
export function playbackSessionRoute({ sessions, now }: PlaybackSessionRouteOptions): Endpoint {
  return {
    method: 'POST',
    path: '/v1/playback-session',
    summary: 'A Kaltura session that plays one entry which the host token names',
    body: playbackSessionRequestSchema,
    answers: { 200: playbackSessionAnswerSchema },
    errors: [...sessionErrors, 'entry_not_named', 'no_player_token'],
    roles: ['participant', 'hub_admin'],
    async run(request, hostToken) {
      const { entryId, stale } = await readJsonBody(request, playbackSessionRequestSchema);
      const session = await sessions.openPlayback(hostToken, entryId, stale);
      return { status: 200, body: toAnswer(session, entryId, now()) };
    },
  };
}

function toAnswer({ connection, grant }: ParticipantSession, entryId: string, now: number): PlaybackSessionAnswer {
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
      entry_id: entryId,
      hosts: [...connection.hosts],
    },
    server_time: new Date(now).toISOString(),
  };
}
