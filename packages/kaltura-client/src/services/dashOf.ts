import type { KalturaPlaybackContext } from './baseEntryRequests.ts';
import type { KalturaFlavorState } from './flavorAssetRequests.ts';

/**
 * Why DASH does not stream an entry that is ready: its conversion profile has no flavor that DASH streams · it has, but they
 * failed or were not worth making · they are there, yet Kaltura offers this person no DASH source (access rules, delivery).
 */
export type DashObstacle = 'no_dash_flavor' | 'dash_flavor_failed' | 'not_offered';

export type Dash =
  | { dash: 'ready' | 'pending'; obstacle: null }
  /** It will not come by itself. */
  | { dash: 'unavailable'; obstacle: DashObstacle };

/**
 * Does DASH stream this READY entry? READY comes with the first rendition, so a missing source says nothing while a rendition
 * that DASH could stream is still being made. Kaltura has no switch for DASH: it streams what flavors are tagged for.
 */
export function dashOf(context: KalturaPlaybackContext, flavors: readonly KalturaFlavorState[]): Dash {
  if (context.sources.some(({ format }) => format === 'mpegdash')) return { dash: 'ready', obstacle: null };
  const streamable = flavors.filter(({ tags }) => tags.some((tag) => dashTags.has(tag)));
  if (streamable.some(({ status }) => unfinished.has(status))) return { dash: 'pending', obstacle: null };
  return { dash: 'unavailable', obstacle: obstacleOf(streamable) };
}

function obstacleOf(streamable: readonly KalturaFlavorState[]): DashObstacle {
  if (streamable.length === 0) return 'no_dash_flavor';
  return streamable.some(({ status }) => status === READY) ? 'not_offered' : 'dash_flavor_failed';
}

/** Kaltura packages DASH from flavors with the first of these tags that there are any of. */
const dashTags: ReadonlySet<string> = new Set(['dash', 'h265', 'ipadnew', 'iphonenew', 'ipad', 'iphone']);

const READY = 2;
/** QUEUED, CONVERTING, TEMP, WAIT_FOR_CONVERT, IMPORTING, VALIDATING. */
const unfinished: ReadonlySet<number> = new Set([0, 1, 5, 6, 7, 8]);
