import type { KalturaRequest } from '../api/KalturaRequest.ts';
import { toIntegerOrNull, toRecord, toText, toTextOrNull } from './read.ts';

export interface KalturaUser {
  /** May differ in case and accents from the id that was asked for: this is the user Kaltura acts for. */
  readonly id: string;
  readonly screenName: string;
  readonly email: string | null;
  /** Unix seconds; about now when this very session created the user. */
  readonly createdAt: number;
  /** 0 blocked, 1 active, 2 deleted. */
  readonly status: number;
}

/**
 * `user.get`: with a participant's session it tells whom the session acts for, and creates that user when there was none.
 * Asking for another id needs an ADMIN session.
 */
export const userGet = (userId?: string): KalturaRequest<KalturaUser> => ({
  service: 'user',
  action: 'get',
  params: { userId },
  repeatable: true,
  read: (json) => {
    const user = toRecord(json, 'user');
    return {
      id: toText(user['id'], 'user id'),
      screenName: toTextOrNull(user['screenName']) ?? '',
      email: toTextOrNull(user['email']),
      createdAt: toIntegerOrNull(user['createdAt']) ?? 0,
      status: toIntegerOrNull(user['status']) ?? 1,
    };
  },
});
