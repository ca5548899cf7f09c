import * as v from 'valibot';
import { count, text } from './wire.ts';

/**
 * Answer of `POST /v1/kaltura-session`: a KS of type USER and what a browser has to know of the hub's connection.
 * `expires_in` and `refresh_in` are seconds from now, because a browser's clock may be wrong.
 */
export interface KalturaSessionAnswer {
  /** The KS. Keep it in memory only. */
  access_token: string;
  issued_token_type: 'urn:spaces:token-type:kaltura-session';
  /** RFC 8693's word for "not for an Authorization header". */
  token_type: 'N_A';
  expires_in: number;
  /** Ask for a new session after so many seconds. */
  refresh_in: number;
  kaltura: {
    service_url: string;
    partner_id: number;
    /** The Kaltura user this KS acts for, as `user.get` spells the id. */
    user_id: string;
    /** Did this person's user exist before the first session, or did the first session create it? */
    user_origin: 'matched' | 'created';
    /** Hosts (host[:port]) that URLs in Kaltura's answers may point to. */
    hosts: string[];
    conversion_profile_id: number | null;
    /** Does listing show the whole account (`list:*`), or the person's own entries? */
    can_list_all: boolean;
    can_upload: boolean;
  };
  /** ISO 8601, for comparing clocks. */
  server_time: string;
}

/** Optional body of `POST /v1/kaltura-session`; any other member is refused. */
export interface KalturaSessionRequest {
  /** First 16 hex digits of the SHA-256 of the KS that Kaltura refused: it is dropped if it is the cached one. */
  stale?: string | undefined;
}

export const kalturaSessionAnswerSchema: v.GenericSchema<unknown, KalturaSessionAnswer> = v.object({
  access_token: text,
  issued_token_type: v.literal('urn:spaces:token-type:kaltura-session'),
  token_type: v.literal('N_A'),
  expires_in: count,
  refresh_in: count,
  kaltura: v.object({
    service_url: text,
    partner_id: count,
    user_id: text,
    user_origin: v.picklist(['matched', 'created']),
    hosts: v.array(text),
    conversion_profile_id: v.nullable(count),
    can_list_all: v.boolean(),
    can_upload: v.boolean(),
  }),
  server_time: text,
});

export const kalturaSessionRequestSchema: v.GenericSchema<unknown, KalturaSessionRequest> = v.strictObject({
  stale: v.optional(v.pipe(v.string(), v.regex(/^[0-9a-f]{16}$/))),
});
