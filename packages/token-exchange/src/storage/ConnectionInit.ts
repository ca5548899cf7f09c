import * as v from 'valibot';
import { parseBySchema } from '../parseBySchema.ts';
import type { HashType, UserIdMapping } from './Connection.ts';

export interface AppTokenInit {
  id: string;
  /** The token itself. Left out, the stored one stays, as long as it goes to the same account as before. */
  secret?: string | undefined;
  hashType: HashType;
  /**
   * When Kaltura ends the token, in Unix seconds, as Kaltura's answer says; null: never. Left out together with the
   * secret, what is stored stays; left out beside a secret: never.
   */
  expiry?: number | null | undefined;
}

/** What is stored for a hub. */
export interface ConnectionInit {
  hub: string;
  /** `https://www.kaltura.com` or another service URL the operator allows. */
  serviceUrl: string;
  partnerId: number;
  /** `editor` for all a participant does; `player`, if there is one, for playing entries of others. */
  tokens: { editor: AppTokenInit; player?: AppTokenInit | undefined };
  /** Default `email`. */
  userIdMapping?: UserIdMapping | undefined;
  conversionProfileId?: number | null | undefined;
  /** Does that profile make flavors for DASH? Left out, what is stored stays as long as the profile does. */
  conversionProfileDash?: boolean | null | undefined;
  /**
   * Hosts besides the service's own that thumbnails and media come from; default: those that are stored for the same
   * service, else those known for it.
   */
  mediaHosts?: string[] | undefined;
  /** Privileges of the App Token outside the safe list that the hub admin accepts, spelled exactly. */
  acceptedPrivileges?: string[] | undefined;
}

/** The last second of the year 9999: what is beyond has no date. */
const endOfTime = 253_402_300_799;

const appToken = v.strictObject({
  // Data centre and name. The secret, pasted here by mistake, is no id: it would be shown and kept in the history.
  id: v.pipe(v.string(), v.regex(/^\d{1,3}_[A-Za-z0-9]{1,32}$/)),
  secret: v.optional(v.pipe(v.string(), v.regex(/^[\x21-\x7e]{8,256}$/))),
  hashType: v.picklist(['MD5', 'SHA1', 'SHA256', 'SHA512']),
  expiry: v.nullish(v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(endOfTime))),
});

const mapping = v.custom<UserIdMapping>(
  (value) => typeof value === 'string' && /^(?:email|local_part|claim:[A-Za-z_][A-Za-z0-9_.:/-]{0,63})$/.test(value),
);

export const userIdMappingSchema: v.GenericSchema<unknown, UserIdMapping> = mapping;

const connectionInitSchema: v.GenericSchema<unknown, ConnectionInit> = v.strictObject({
  hub: v.pipe(v.string(), v.regex(/^[A-Za-z0-9][A-Za-z0-9._:@-]{0,127}$/)),
  serviceUrl: v.pipe(v.string(), v.maxLength(256)),
  partnerId: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  tokens: v.strictObject({ editor: appToken, player: v.optional(appToken) }),
  userIdMapping: v.optional(mapping),
  conversionProfileId: v.nullish(v.pipe(v.number(), v.safeInteger(), v.minValue(1))),
  conversionProfileDash: v.nullish(v.boolean()),
  mediaHosts: v.optional(
    v.pipe(v.array(v.pipe(v.string(), v.regex(/^[a-z0-9.-]{1,253}(?::\d{1,5})?$/))), v.maxLength(32)),
  ),
  acceptedPrivileges: v.optional(v.pipe(v.array(v.pipe(v.string(), v.regex(/^[^,\s]{1,256}$/))), v.maxLength(32))),
});

/** Checks what comes from code or from the command line. Throws `invalid_field`. */
export const parseConnectionInit = (input: ConnectionInit): ConnectionInit =>
  parseBySchema(input, connectionInitSchema);
