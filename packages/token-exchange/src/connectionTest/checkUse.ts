import { KalturaApiError, mediaList, uploadTokenAdd, uploadTokenDelete, userGet } from '@spaces-kaltura/client/api';
import { isSameKalturaUser } from '../kaltura/toKalturaUserId.ts';
import { checkDash } from './checkDash.ts';
import { CheckFailure, toFailure, type Circumstances } from './CheckFailure.ts';
import type { LiveSession, TestSession } from './openTestSession.ts';
import type { Trial } from './Trial.ts';

export interface Use {
  canUpload: boolean;
  user: FoundUser | undefined;
}

export interface FoundUser {
  id: string;
  origin: 'matched' | 'created';
}

/** What participants do with their session: list → upload → user → dash. */
export async function checkUse(trial: Trial, session: TestSession | undefined): Promise<Use> {
  const { token, tester, list } = trial;
  const { live = null, audit } = session ?? {};
  const circumstances = { privileges: audit?.granted ?? [], tokenId: token.id, userId: tester.userId };
  // What came in the way of the first call is told by the check it belongs to, and what depends on it is not tried.
  const failing = live?.failure?.finding;
  const usable = live !== null && (failing === undefined || failing === 'list_refused') ? live : undefined;
  const isSomebody = tester.problem === null;

  const listed = await list.run('list', usable, (live) => listMedia(trial, live), {
    ...circumstances,
    refusal: 'list_refused',
  });
  const uploaded = await list.run('upload', isSomebody ? usable : undefined, (live) => tryUpload(trial, live), {
    ...circumstances,
    refusal: 'upload_refused',
  });
  const user = isSomebody
    ? await list.run('user', live ?? undefined, (live) => findUser(trial, live, circumstances))
    : await list.run('user', session, () => refuseTester(tester.problem));
  await list.run('dash', listed && usable, (live, check) => checkDash(trial, live, check), circumstances);
  return { canUpload: uploaded === true, user };
}

async function listMedia({ calls }: Trial, { ks }: LiveSession): Promise<true> {
  await calls.call(mediaList({ pager: { pageSize: 1 } }), ks);
  return true;
}

/** The upload token that shows that this person may upload is deleted at once. */
async function tryUpload({ calls }: Trial, { ks }: LiveSession): Promise<true> {
  const { id } = await calls.call(uploadTokenAdd({ fileName: 'spaces-connection-test', fileSize: 0 }), ks);
  await calls.call(uploadTokenDelete(id), ks);
  return true;
}

/** Seconds by which the making of a session and of its user may seem to differ. */
const margin = 2;

/** Whom the session acts for; where there was no such user, this makes it. Throws a CheckFailure for somebody else. */
async function findUser(
  { calls, tester }: Trial,
  { ks, madeAt }: LiveSession,
  circumstances: Circumstances,
): Promise<FoundUser> {
  const { userId } = tester;
  const user = await calls.call(userGet(), ks).catch((error: unknown) => {
    throw error instanceof KalturaApiError ? asMisconfigured(toFailure(error, circumstances)) : error;
  });
  if (user.status !== 1) throw new CheckFailure('user_blocked', { user_id: userId });
  if (!isSameKalturaUser(user.id, userId)) {
    throw new CheckFailure('user_ambiguous', { user_id: userId, other: user.id });
  }
  return { id: user.id, origin: user.createdAt >= madeAt - margin ? 'created' : 'matched' };
}

/** Participants get no session that may not say whom it acts for; theirs has not been used up by a test before. */
const asMisconfigured = (failure: CheckFailure): CheckFailure =>
  failure.finding === 'restricted_session' && failure.detail['privilege']?.startsWith('actionslimit:') !== true
    ? new CheckFailure(failure.finding, failure.detail, 'misconfigured')
    : failure;

function refuseTester(problem: string | null): undefined {
  throw new CheckFailure('user_unsupported', { problem: problem ?? '' });
}
