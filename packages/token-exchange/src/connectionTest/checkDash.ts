import { dashOf, flavorAssetGetByEntryId, getPlaybackContext, mediaList } from '@spaces-kaltura/client/api';
import type { Connection } from '../storage/Connection.ts';
import { CheckFailure } from './CheckFailure.ts';
import type { RunningCheck } from './createCheckList.ts';
import type { TestCalls } from './createTestCalls.ts';
import type { LiveSession } from './openTestSession.ts';
import type { Trial } from './Trial.ts';

/** So many recent videos are listed, and so many of them asked how they stream. */
const recent = { listed: 20, asked: 3 };

/**
 * Will uploads stream with DASH? Conversion profiles are hidden from participants, so it is what guided connecting has
 * seen, else what recent videos of the same profile show. Throws a CheckFailure when none of them streams with DASH.
 */
export async function checkDash({ calls, connection }: Trial, { ks }: LiveSession, check: RunningCheck): Promise<void> {
  const { conversionProfileId, conversionProfileDash } = connection;
  if (conversionProfileDash === true) return;
  if (conversionProfileDash === false) {
    throw new CheckFailure('no_dash', { conversion_profile_id: String(conversionProfileId) });
  }
  const { objects } = await calls.call(
    mediaList({ filter: { mediaTypeIn: [1] }, pager: { pageSize: recent.listed }, orderBy: '-createdAt' }),
    ks,
  );
  const videos = objects.filter(
    (video) => conversionProfileId === null || video.conversionProfileId === conversionProfileId,
  );
  let withoutDash: string | undefined;
  for (const video of videos.slice(0, recent.asked)) {
    const streams = await streamsWithDash(calls, connection, video.id, ks);
    if (streams === true) return;
    if (streams === false) withoutDash ??= video.id;
  }
  if (withoutDash !== undefined) throw new CheckFailure('no_dash', { entry_id: withoutDash });
  check.skip('dash_unknown');
}

/** Null where it says nothing about the profile: not played by this person, not finished, failed, or without a file. */
async function streamsWithDash(
  calls: TestCalls,
  { serviceUrl }: Connection,
  entryId: string,
  ks: string,
): Promise<boolean | null> {
  const protocol = new URL(serviceUrl).protocol === 'http:' ? 'http' : 'https';
  const context = await calls.call(getPlaybackContext(entryId, protocol), ks);
  const flavors = await calls.call(flavorAssetGetByEntryId(entryId), ks);
  const { dash, obstacle } = dashOf(context, flavors);
  if (dash === 'ready') return true;
  const isWithheld = context.blocked || context.onUnknownHostsOnly || context.messages.length > 0;
  if (dash === 'pending' || obstacle === 'dash_flavor_failed' || isWithheld || flavors.length === 0) return null;
  return false;
}
