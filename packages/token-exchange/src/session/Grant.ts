import { isSameKalturaUser, lowerAscii } from '../kaltura/toKalturaUserId.ts';
import type { Secret } from '../secrets/Secret.ts';
import type { Connection, TokenPurpose } from '../storage/Connection.ts';

/** A KS, and for whom and under which settings it was opened. */
export interface Grant {
  readonly ks: Secret;
  readonly hub: string;
  /** Of the host: see `HostToken`. Whoever gets this person's Kaltura user later gets no KS of theirs. */
  readonly person: string;
  readonly connectionId: string;
  readonly connectionVersion: number;
  readonly purpose: TokenPurpose;
  /** The one entry that it plays; null for everything a participant does. */
  readonly entryId: string | null;
  readonly kalturaUserId: string;
  /** Did the session find the user, or create it? */
  readonly origin: 'matched' | 'created';
  /** Milliseconds since 1970; from `refreshAt` on a new one is opened. */
  readonly refreshAt: number;
  readonly expiresAt: number;
  readonly canListAll: boolean;
  readonly canUpload: boolean;
}

/** For whom, and under which settings, a KS is asked for. */
export interface GrantKey {
  readonly connection: Connection;
  readonly purpose: TokenPurpose;
  readonly entryId: string | null;
  readonly person: string;
  readonly kalturaUserId: string;
  /** All of it in one text. Ids that differ in ASCII case are one user. */
  readonly text: string;
}

/** For everything a participant does. */
export const createGrantKey = (connection: Connection, who: GrantOwner): GrantKey =>
  toGrantKey({ connection, purpose: 'editor', entryId: null, ...who });

/** For playing one entry. */
export const createPlaybackKey = (connection: Connection, who: GrantOwner, entryId: string): GrantKey =>
  toGrantKey({ connection, purpose: 'player', entryId, ...who });

/** A person of the host, and who they are in Kaltura. */
export type GrantOwner = Pick<GrantKey, 'person' | 'kalturaUserId'>;

function toGrantKey(key: Omit<GrantKey, 'text'>): GrantKey {
  const { connection, purpose, entryId, person, kalturaUserId } = key;
  const { hub, id, version } = connection;
  return { ...key, text: [hub, id, version, purpose, entryId, person, lowerAscii(kalturaUserId)].join('\n') };
}

/** Was this KS opened for exactly this person, user and entry under exactly these settings? */
export function isGrantFor(grant: Grant, key: GrantKey): boolean {
  const { connection, purpose, entryId, person, kalturaUserId } = key;
  return (
    grant.hub === connection.hub &&
    grant.connectionId === connection.id &&
    grant.connectionVersion === connection.version &&
    grant.purpose === purpose &&
    grant.entryId === entryId &&
    grant.person === person &&
    isSameKalturaUser(grant.kalturaUserId, kalturaUserId)
  );
}
