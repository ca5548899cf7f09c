import { mediaList, userGet } from '@spaces-kaltura/client/api';
import { isSameKalturaUser } from '../kaltura/toKalturaUserId.ts';
import { CheckFailure } from './CheckFailure.ts';
import type { Trial } from './Trial.ts';

export interface FoundUser {
  id: string;
  origin: 'matched' | 'created';
}

/** Seconds by which the making of a session and of its user may seem to differ. */
const margin = 2;

/**
 * The first call of a session, as participants make it: whom does it act for? This makes the user where there was none. An
 * admin who is nobody in Kaltura lists media instead, which makes nobody: null. Throws a CheckFailure for somebody else, with
 * whose session nothing more must be done.
 */
export async function callFirst({ calls, tester }: Trial, ks: string, madeAt: number): Promise<FoundUser | null> {
  const { userId, problem } = tester;
  if (problem !== null) {
    await calls.call(mediaList({ pager: { pageSize: 1 } }), ks);
    return null;
  }
  const user = await calls.call(userGet(), ks);
  if (user.status !== 1) throw new CheckFailure('user_blocked', { user_id: userId });
  if (!isSameKalturaUser(user.id, userId)) {
    throw new CheckFailure('user_ambiguous', { user_id: userId, other: user.id });
  }
  return { id: user.id, origin: user.createdAt >= madeAt - margin ? 'created' : 'matched' };
}
