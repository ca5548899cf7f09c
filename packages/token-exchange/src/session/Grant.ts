import { isSameKalturaUser, lowerAscii } from '../kaltura/toKalturaUserId.ts';
import type { Secret } from '../secrets/Secret.ts';
import type { Connection, TokenPurpose } from '../storage/Connection.ts';

/** A KS, and for whom and under which settings it was opened. */
export interface Grant {
  readonly ks: Secret;
  readonly hub: string;
  readonly connectionId: string;
  readonly connectionVersion: number;
  readonly purpose: TokenPurpose;
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
  readonly kalturaUserId: string;
  /** All of it in one text. Ids that differ in ASCII case are one user. */
  readonly text: string;
}

export function createGrantKey(connection: Connection, purpose: TokenPurpose, kalturaUserId: string): GrantKey {
  const { hub, id, version } = connection;
  const text = [hub, id, version, purpose, lowerAscii(kalturaUserId)].join('\n');
  return { connection, purpose, kalturaUserId, text };
}

/** Was this KS opened for exactly this user under exactly these settings? */
export function isGrantFor(grant: Grant, { connection, purpose, kalturaUserId }: GrantKey): boolean {
  return (
    grant.hub === connection.hub &&
    grant.connectionId === connection.id &&
    grant.connectionVersion === connection.version &&
    grant.purpose === purpose &&
    isSameKalturaUser(grant.kalturaUserId, kalturaUserId)
  );
}
