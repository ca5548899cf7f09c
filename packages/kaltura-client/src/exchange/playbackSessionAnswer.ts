import * as v from 'valibot';
import { count, text } from './wire.ts';

/** Body of `POST /v1/playback-session`: an entry that the host token names in its `entries` claim. */
export interface PlaybackSessionRequest {
  entryId: string;
  /** First 16 hex digits of the SHA-256 of the KS that Kaltura refused: it is dropped if it is the cached one. */
  stale?: string | undefined;
}

/** A KS that plays this one entry and does nothing else. */
export interface PlaybackSessionAnswer {
  access_token: string;
  issued_token_type: 'urn:spaces:token-type:kaltura-session';
  token_type: 'N_A';
  expires_in: number;
  refresh_in: number;
  kaltura: {
    service_url: string;
    partner_id: number;
    /** The viewer's own Kaltura user: views are counted for the right person. */
    user_id: string;
    entry_id: string;
    /** Hosts (host[:port]) that URLs in Kaltura's answers may point to. */
    hosts: string[];
  };
  /** ISO 8601. */
  server_time: string;
}

export const playbackSessionRequestSchema: v.GenericSchema<unknown, PlaybackSessionRequest> = v.strictObject({
  entryId: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_]{1,32}$/)),
  stale: v.optional(v.pipe(v.string(), v.regex(/^[0-9a-f]{16}$/))),
});

export const playbackSessionAnswerSchema: v.GenericSchema<unknown, PlaybackSessionAnswer> = v.object({
  access_token: text,
  issued_token_type: v.literal('urn:spaces:token-type:kaltura-session'),
  token_type: v.literal('N_A'),
  expires_in: count,
  refresh_in: count,
  kaltura: v.object({ service_url: text, partner_id: count, user_id: text, entry_id: text, hosts: v.array(text) }),
  server_time: text,
});
