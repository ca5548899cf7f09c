import { KalturaApiException } from '../protocol/KalturaApiException.ts';
import type { JsonObject } from '../protocol/json.ts';
import type { Params } from '../protocol/Params.ts';
import type { Action, Call } from '../protocol/Service.ts';
import { userKey } from '../user/users.ts';
import { type EntryFilter, filterValue } from './entryFilter.ts';
import { type Entry, EntryStatus } from './Entry.ts';
import { flavorAssetsOf } from './entryRows.ts';
import { answer } from './entryService.ts';
import { FlavorAssetStatus } from './FlavorAsset.ts';
import { countEntries, type EntryListing, listEntries } from './listEntries.ts';
import { visibilityFor } from './visibility.ts';
import { MatchWindowError } from './pageEntries.ts';
import { MatchSyntaxError } from './search/parseMatch.ts';

/** `media.list` and `baseEntry.list`, which differ in the names of their filter and answer. */
export function listAction(filterType: string, responseType: string): Action {
  return (call) => asKaltura(() => page(call, readFilter(call.params.object('filter', filterType)), responseType));
}

export function countAction(filterType: string): Action {
  return (call) => asKaltura(() => countEntries(listing(call, readFilter(call.params.object('filter', filterType)))));
}

/** `baseEntry.listByReferenceId`: READY entries with that reference, whoever owns them. */
export const listByReferenceId: Action = (call) =>
  asKaltura(() => page(call, { referenceIdEqual: call.params.string('refId') ?? '' }, 'KalturaBaseEntryListResponse'));

/** `baseEntry.getByIds`: those there are, as a bare list in the order of their ids. */
export const getByIds: Action = (call) => {
  const ids = new Set((call.params.string('entryIds') ?? '').split(',').map((id) => id.trim()));
  return [...call.partner.media.entries.values()]
    .filter((entry) => ids.has(entry.id) && entry.status === EntryStatus.READY)
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((entry) => answer(entry, call));
};

function page(call: Call, filter: EntryFilter, objectType: string): JsonObject {
  const pager = call.params.object('pager', 'KalturaFilterPager');
  const { objects, totalCount } = listEntries(listing(call, filter), {
    pageSize: pager?.int('pageSize'),
    pageIndex: pager?.int('pageIndex'),
  });
  return { totalCount, objects: objects.flatMap((found) => current(call, found)), objectType };
}

/** The search engine finds, the database answers: what is shown is the present row, if it was not deleted meanwhile. */
function current(call: Call, found: Entry): JsonObject[] {
  const entry = call.partner.media.entries.get(found.id);
  const isGone = entry?.status === EntryStatus.DELETED && found.status !== EntryStatus.DELETED;
  return entry && !isGone ? [answer(entry, call)] : [];
}

function listing(call: Call, filter: EntryFilter): EntryListing {
  const { media } = call.partner;
  if (
    filterValue(filter['redirectFromEntryId']) !== '' &&
    !media.entries.has(filterValue(filter['redirectFromEntryId']))
  ) {
    throw new KalturaApiException('ENTRY_ID_NOT_FOUND', { ENTRY_ID: filterValue(filter['redirectFromEntryId']) });
  }
  const keys = new Map<string, string>();
  const keyOf = (id: string) => keys.get(id) ?? remember(keys, id, userKey(id));
  return {
    entries: Array.from(media.indexed.values(), ({ entry }) => entry),
    filter,
    ...visibilityFor(call.session, media, (first, second) => keyOf(first) === keyOf(second)),
    now: call.sandbox.clock.now(),
    words: ({ id }) => {
      const indexed = media.indexed.get(id);
      if (!indexed) throw new TypeError(`entry ${id} is not indexed`);
      return indexed.words();
    },
    flavorParamsIds: ({ id }) =>
      flavorAssetsOf(call.partner, id)
        .filter((asset) => asset.status === FlavorAssetStatus.READY)
        .map((asset) => String(asset.flavorParamsId)),
    isSameUser: (first, second) => keyOf(first) === keyOf(second),
  };
}

function remember(keys: Map<string, string>, id: string, key: string): string {
  keys.set(id, key);
  return key;
}

function readFilter(sent: Params | undefined): EntryFilter {
  if (!sent) return {};
  const isKnown = (name: string): boolean => sent.type !== 'KalturaBaseEntryFilter' || !ofMediaAlone.test(name);
  return Object.fromEntries(
    sent
      .names()
      .filter(isKnown)
      .map((name) => [name, /(?:At|Date)(?:Less|Greater)Than/u.test(name) ? sent.time(name) : sent.string(name)]),
  );
}

/** What `KalturaMediaEntryFilter` has beyond the filter of all entries, to which these are unknown names. */
const ofMediaAlone = /^(?:mediaType|mediaDate|sourceType|lastPlayedAt|duration|flavorParamsIds)/u;

/** The errors of searching in Kaltura's words. */
function asKaltura<TResult>(search: () => TResult): TResult {
  try {
    return search();
  } catch (error) {
    if (error instanceof MatchSyntaxError) throw new KalturaApiException('INTERNAL_SERVERL_ERROR');
    if (error instanceof MatchWindowError) throw new KalturaApiException('QUERY_EXCEEDED_MAX_MATCHES_ALLOWED');
    throw error;
  }
}
