import type { CallOptions } from '../api/KalturaRequest.ts';
import type { KalturaClient } from '../createKalturaClient.ts';
import type { KalturaMediaEntry } from '../services/KalturaMediaEntry.ts';
import type { MediaFilter, MediaOrder } from '../services/mediaFilter.ts';
import { isSpherical } from '../services/spherical.ts';
import type { MediaCursor, MediaPage, MediaPageQuery } from './MediaPage.ts';

/** Kaltura's search holds so many matches; a page beyond is QUERY_EXCEEDED_MAX_MATCHES_ALLOWED. */
const maxMatches = 10_000;

/** After so many answers without an entry to show, a page may be empty. */
const maxAnswers = 50;

const start: MediaCursor = { pageIndex: 1, bound: null, seen: [], totalCount: 0, leftOut: 0 };

/**
 * One page of a list; `cursor` is null for the first page and the previous page's `nextCursor` after that (made for
 * react-query's `useInfiniteQuery`).
 *
 * Sorted by `createdAt` or `updatedAt`, each page begins at the time the previous one ended (what both share is left out),
 * so lists of any length can be walked, and entries that come or go meanwhile shift nothing. The other orders have no key
 * to continue from: they go by page number, and end at 10 000 entries with `truncated`.
 */
export async function listMediaPage(
  client: Pick<KalturaClient, 'media'>,
  query: MediaPageQuery,
  cursor: MediaCursor | null = null,
  options?: CallOptions,
): Promise<MediaPage> {
  const { orderBy = '-createdAt', spherical = false } = query;
  const pageSize = Math.min(500, Math.max(1, Math.trunc(query.pageSize ?? 50)));
  let at = cursor ?? start;
  for (let answers = 1; ; answers += 1) {
    const { objects, totalCount } = await client.media.list(
      {
        filter: {
          ...query.filter,
          ...(spherical ? { tagsLike: '360' } : {}),
          ...boundFilter(orderBy, at),
        },
        orderBy,
        pager: { pageIndex: at.pageIndex, pageSize },
      },
      options,
    );
    const seen = new Set(at.seen);
    const fresh = objects.filter((entry) => !seen.has(entry.id));
    const wanted = spherical ? fresh.filter(isSpherical) : fresh;
    const more = objects.length > 0 && totalCount > at.pageIndex * pageSize;
    const next = more ? following({ at, objects, orderBy, pageSize }) : null;
    const total = cursor === null && at === start ? totalCount : at.totalCount;
    const leftOut = at.leftOut + fresh.length - wanted.length;
    const nextCursor = next && { ...next, totalCount: total, leftOut };
    if (wanted.length === 0 && nextCursor && answers < maxAnswers) {
      at = nextCursor;
      continue;
    }
    return {
      objects: wanted,
      totalCount: total - leftOut,
      totalIsExact: !spherical || nextCursor === null,
      nextCursor,
      truncated: more && next === null,
    };
  }
}

type TimeKey = 'createdAt' | 'updatedAt';

const timeKeys: Partial<Record<MediaOrder, TimeKey>> = {
  '-createdAt': 'createdAt',
  '+createdAt': 'createdAt',
  '-updatedAt': 'updatedAt',
  '+updatedAt': 'updatedAt',
};

/** The window's bound is an entry's own time, so it lies within what the filter asks for and takes the place of its bound. */
function boundFilter(orderBy: MediaOrder, { bound }: MediaCursor): MediaFilter {
  const key = timeKeys[orderBy];
  if (!key || bound === null) return {};
  return { [orderBy.startsWith('-') ? `${key}LessThanOrEqual` : `${key}GreaterThanOrEqual`]: bound };
}

interface Position {
  at: MediaCursor;
  objects: readonly KalturaMediaEntry[];
  orderBy: MediaOrder;
  pageSize: number;
}

type Next = Pick<MediaCursor, 'pageIndex' | 'bound' | 'seen'>;

/** Where the page after this one begins; null when Kaltura gives no further one. */
function following({ at, objects, orderBy, pageSize }: Position): Next | null {
  const key = timeKeys[orderBy];
  const last = key && objects.at(-1)?.[key];
  const nextPage = (at.pageIndex + 1) * pageSize <= maxMatches;
  if (!key || last === undefined) return nextPage ? { ...at, pageIndex: at.pageIndex + 1 } : null;
  if (last !== at.bound) {
    return { bound: last, pageIndex: 1, seen: objects.filter((entry) => entry[key] === last).map(({ id }) => id) };
  }
  // A whole page of one second (a bulk ingest): go on by page number within it.
  const seen = [...new Set([...at.seen, ...objects.map(({ id }) => id)])];
  if (nextPage) return { bound: last, pageIndex: at.pageIndex + 1, seen };
  // More than 10 000 entries of one second: the rest of them cannot be had, the next second can.
  return { bound: orderBy.startsWith('-') ? last - 1 : last + 1, pageIndex: 1, seen: [] };
}
