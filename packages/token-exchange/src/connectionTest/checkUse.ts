import * as v from 'valibot';
import { mediaList, uploadTokenAdd, uploadTokenDelete } from '@spaces-kaltura/client/api';
import type { FoundUser } from './callFirst.ts';
import { checkDash } from './checkDash.ts';
import { CheckFailure } from './CheckFailure.ts';
import type { RunningCheck } from './createCheckList.ts';
import type { LiveSession, TestSession } from './openTestSession.ts';
import type { Tester, Trial } from './Trial.ts';

export interface Use {
  canUpload: boolean;
  user: FoundUser | undefined;
}

/** What participants do with their session: list → upload → user → dash. */
export async function checkUse(trial: Trial, session: TestSession | undefined): Promise<Use> {
  const { token, tester, list } = trial;
  const { live = null, audit } = session ?? {};
  const circumstances = { privileges: audit?.granted ?? [], tokenId: token.id, userId: tester.userId };
  // A session that is restricted, or is somebody else's, is not used any further.
  const failing = live?.failure?.finding;
  const usable = live !== null && (failing === undefined || failing === 'list_refused') ? live : undefined;
  const uploader = tester.problem === null ? usable : undefined;

  const listed = await list.run('list', usable, (live, check) => listMedia(trial, live, check), {
    ...circumstances,
    refusal: 'list_refused',
  });
  const uploaded = await list.run('upload', uploader, (live) => tryUpload(trial, live), {
    ...circumstances,
    refusal: 'upload_refused',
  });
  const user = await list.run('user', session, ({ live }, check) => findUser(tester, live, check));
  await list.run('dash', listed && usable, (live, check) => checkDash(trial, live, check), circumstances);
  return { canUpload: uploaded === true, user };
}

/** Some media, to see whether their pictures would be shown: those from hosts that nobody knows are not. */
async function listMedia({ calls, connection }: Trial, { ks }: LiveSession, check: RunningCheck): Promise<true> {
  const request = mediaList({ pager: { pageSize: 5 } });
  let unknown: string | undefined;
  const read: typeof request.read = (json, context) => {
    unknown = thumbnailHosts(json).find((host) => !connection.hosts.includes(host));
    return request.read(json, context);
  };
  await calls.call({ ...request, read }, ks);
  if (unknown !== undefined) check.hint('unknown_media_host', { host: unknown });
  return true;
}

const listSchema = v.object({ objects: v.array(v.object({ thumbnailUrl: v.optional(v.pipe(v.string(), v.url())) })) });

function thumbnailHosts(json: unknown): string[] {
  const list = v.safeParse(listSchema, json);
  if (!list.success) return [];
  return list.output.objects.flatMap(({ thumbnailUrl: url }) => (url === undefined ? [] : [new URL(url).host]));
}

/** The upload token that shows that this person may upload is deleted at once, with another session if need be. */
async function tryUpload({ calls }: Trial, { ks, again }: LiveSession): Promise<true> {
  const { id } = await calls.call(uploadTokenAdd({ fileName: 'spaces-connection-test', fileSize: 0 }), ks);
  try {
    await calls.call(uploadTokenDelete(id), ks);
  } catch (error) {
    await calls.call(uploadTokenDelete(id), await again());
    throw error;
  }
  return true;
}

/** Who the admin is in Kaltura, as the first call of the session has found out. */
function findUser({ problem }: Tester, live: LiveSession | null, check: RunningCheck): FoundUser | undefined {
  if (problem !== null) throw new CheckFailure('user_unsupported', { problem });
  if (live?.failure?.finding === 'user_blocked' || live?.failure?.finding === 'user_ambiguous') throw live.failure;
  if (live?.user) return live.user;
  check.skip();
  return undefined;
}
