import * as v from 'valibot';
import type { HashType, UserIdMapping } from './Connection.ts';

export interface AppTokenInit {
  id: string;
  /** The token itself. Left out, the stored one stays, as long as it goes to the same account as before. */
  secret?: string | undefined;
  hashType: HashType;
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
  /** Hosts besides the service's own that thumbnails and media come from; default: those known for the service. */
  mediaHosts?: string[] | undefined;
  /** Privileges of the App Token outside the safe list that the hub admin accepts, spelled exactly. */
  acceptedPrivileges?: string[] | undefined;
}

const appToken = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_]{3,40}$/)),
  secret: v.optional(v.pipe(v.string(), v.regex(/^[\x21-\x7e]{8,256}$/))),
  hashType: v.picklist(['MD5', 'SHA1', 'SHA256', 'SHA512']),
});

const mapping = v.custom<UserIdMapping>(
  (value) => typeof value === 'string' && /^(?:email|local_part|claim:[A-Za-z_][A-Za-z0-9_.:/-]{0,63})$/.test(value),
);

export const userIdMappingSchema: v.GenericSchema<unknown, UserIdMapping> = mapping;

export const connectionInitSchema: v.GenericSchema<unknown, ConnectionInit> = v.strictObject({
  hub: v.pipe(v.string(), v.regex(/^[A-Za-z0-9][A-Za-z0-9._:@-]{0,127}$/)),
  serviceUrl: v.pipe(v.string(), v.maxLength(256)),
  partnerId: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  tokens: v.strictObject({ editor: appToken, player: v.optional(appToken) }),
  userIdMapping: v.optional(mapping),
  conversionProfileId: v.nullish(v.pipe(v.number(), v.safeInteger(), v.minValue(1))),
  mediaHosts: v.optional(
    v.pipe(v.array(v.pipe(v.string(), v.regex(/^[a-z0-9.-]{1,253}(?::\d{1,5})?$/))), v.maxLength(32)),
  ),
  acceptedPrivileges: v.optional(v.pipe(v.array(v.pipe(v.string(), v.regex(/^[^,\s]{1,256}$/))), v.maxLength(32))),
});
