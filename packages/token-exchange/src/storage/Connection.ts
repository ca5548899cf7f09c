import type { ConnectionState } from '@spaces-kaltura/client/exchange';
import type { Secret } from '../secrets/Secret.ts';

/** What an App Token is for: everything a participant does, or playing entries that others own. */
export type TokenPurpose = 'editor' | 'player';

export type HashType = 'MD5' | 'SHA1' | 'SHA256' | 'SHA512';

/** From what a person's Kaltura user id is made: the verified email, what stands before its `@`, or a named claim. */
export type UserIdMapping = 'email' | 'local_part' | `claim:${string}`;

export interface AppToken {
  readonly id: string;
  readonly secret: Secret;
  readonly hashType: HashType;
}

/** A token that was replaced: it serves where Kaltura refuses the one that took its place, until it is forgotten. */
export interface FormerToken extends AppToken {
  /** Milliseconds since 1970. */
  readonly keptUntil: number;
  /** Since when it serves; null while the new token works. */
  readonly servesSince: number | null;
}

/** A hub's way into its Kaltura account. */
export interface Connection {
  readonly hub: string;
  readonly id: string;
  /** Raised by every change of settings: the ETag, and part of every cache key. */
  readonly version: number;
  readonly serviceUrl: string;
  readonly partnerId: number;
  readonly userIdMapping: UserIdMapping;
  readonly conversionProfileId: number | null;
  /** Does that profile make flavors for DASH? Null where nobody has looked. */
  readonly conversionProfileDash: boolean | null;
  /** Hosts that URLs in Kaltura's answers may point to, the service's own first. */
  readonly hosts: readonly string[];
  readonly acceptedPrivileges: readonly string[];
  readonly tokens: ReadonlyMap<TokenPurpose, AppToken>;
  readonly formerTokens: ReadonlyMap<TokenPurpose, FormerToken>;
  readonly state: Exclude<ConnectionState, 'not_connected' | 'unreadable' | 'paused'>;
  /** Milliseconds since 1970 from when on nobody gets a session; null while the connection is in use. */
  readonly pausedSince: number | null;
  readonly canListAll: boolean | null;
  readonly canUpload: boolean | null;
  /** Milliseconds since 1970 of the latest session Kaltura granted. */
  readonly checkedAt: number | null;
}

/** A record that is there but cannot be used: its key is missing, or somebody changed it. */
export interface UnreadableConnection {
  readonly hub: string;
  readonly state: 'unreadable';
}

export const isReadable = (connection: Connection | UnreadableConnection): connection is Connection =>
  connection.state !== 'unreadable';

/** Kaltura user ids are told apart within one account and under one mapping. */
export const bindingScope = ({ serviceUrl, partnerId, userIdMapping }: Connection): string =>
  `${serviceUrl}|${partnerId}|${userIdMapping}`;
