import { comparisonOf } from './entryComparisons.ts';
import { type Entry, EntryStatus, type EntryTextField, FREE_TEXT_FIELDS, SEARCH_TEXT_FIELDS } from './Entry.ts';
import { matchEqual, matchFreeText, matchLike, matchMultiAnd, matchMultiOr } from './search/matchText.ts';
import type { MatchNode } from './search/parseMatch.ts';
import type { WordIndex } from './search/WordIndex.ts';
import { ownValue } from '../ownValue.ts';

/** A `KalturaMediaEntryFilter` as the caller sent it, with relative times already made absolute. */
export type EntryFilter = Readonly<Record<string, unknown>>;

export interface EntryFilterContext {
  /** The index of an entry's words. */
  words: (entry: Entry) => WordIndex<EntryTextField>;
  /** The flavors an entry has renditions of. */
  flavorParamsIds: (entry: Entry) => readonly string[];
  /** Whether two user ids name the same user, by Kaltura's idea of the same. */
  isSameUser: (first: string, second: string) => boolean;
}

export interface CompiledFilter {
  accepts: (entry: Entry) => boolean;
  /** Relevance of an accepted entry, for `orderBy=-weight`. */
  weigh: (entry: Entry) => number;
}

/**
 * Turns a filter into a test. Unknown fields and empty values ask for nothing.
 *
 * @throws MatchSyntaxError where the search engine refuses a text
 */
export function compileEntryFilter(filter: EntryFilter, context: EntryFilterContext): CompiledFilter {
  const tests: ((entry: Entry) => boolean)[] = [];
  const searches: { node: MatchNode; fields: readonly EntryTextField[] }[] = [];

  const asked = { ...defaultsFor(filter), ...filter };
  for (const [name, given] of Object.entries(asked)) {
    const value = filterValue(given);
    if (value === '') continue;
    const search = ownValue(searchFilters, name);
    if (search) {
      const node = search.match(value);
      if (node) searches.push({ node, fields: search.fields });
    } else {
      const test = comparisonOf(name, value, context);
      if (test) tests.push(test);
    }
  }
  // Deleted entries stay in the table and show only to a caller who speaks about the status.
  if (!statusFields.some((name) => filterValue(asked[name]) !== '')) {
    tests.push((entry) => entry.status !== EntryStatus.DELETED);
  }

  return {
    accepts: (entry) =>
      tests.every((test) => test(entry)) &&
      searches.every(({ node, fields }) => context.words(entry).matches(node, fields)),
    weigh: (entry) => searches.reduce((sum, { node, fields }) => sum + context.words(entry).weight(node, fields), 0),
  };
}

/** Whether the filter names entries, which lifts the restriction to the caller's own. */
export function namesEntries(filter: EntryFilter): boolean {
  return ['idEqual', 'idIn', 'referenceIdEqual', 'referenceIdIn', 'redirectFromEntryId', 'parentEntryIdEqual'].some(
    (name) => filterValue(filter[name]) !== '',
  );
}

/** A filter value as text; an absent one is empty. */
export function filterValue(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

const statusFields = ['statusEqual', 'statusNotEqual', 'statusIn', 'statusNotIn'];

/** What the server adds where the caller says nothing: READY only, not refused by moderation, not hidden. */
function defaultsFor(filter: EntryFilter): EntryFilter {
  const namesOne = filterValue(filter['idEqual']) !== '' || filterValue(filter['redirectFromEntryId']) !== '';
  const speaksOf = (names: readonly string[]) => names.some((name) => filter[name] !== undefined);
  const moderationFields = ['Equal', 'NotEqual', 'In', 'NotIn'].map((operator) => `moderationStatus${operator}`);
  const hiddenFields = ['displayInSearchEqual', 'displayInSearchIn', 'idIn', 'parentEntryIdEqual'];
  return {
    ...(namesOne || speaksOf(statusFields) ? {} : { statusEqual: EntryStatus.READY }),
    ...(namesOne || speaksOf(moderationFields) ? {} : { moderationStatusNotIn: '1,3' }),
    ...(namesOne || speaksOf(hiddenFields) ? {} : { displayInSearchNotIn: '-1,-2' }),
  };
}

interface SearchFilter {
  match: (value: string) => MatchNode | null;
  fields: readonly EntryTextField[];
}

/** Several fields in one filter are separated by `-` there, so a `-` in the value only separates words. */
const acrossFields = (match: SearchFilter['match'], fields: readonly EntryTextField[]): SearchFilter => ({
  match: (value) => match([...new Set(value.split('-'))].join(' ')),
  fields,
});

const searchFilters: Readonly<Record<string, SearchFilter>> = {
  nameLike: { match: matchLike, fields: ['name'] },
  nameEqual: { match: matchEqual, fields: ['name'] },
  nameMultiLikeOr: { match: matchMultiOr, fields: ['name'] },
  nameMultiLikeAnd: { match: matchMultiAnd, fields: ['name'] },
  descriptionLike: { match: matchLike, fields: ['description'] },
  tagsLike: { match: matchLike, fields: ['tags'] },
  tagsMultiLikeOr: { match: matchMultiOr, fields: ['tags'] },
  tagsMultiLikeAnd: { match: matchMultiAnd, fields: ['tags'] },
  adminTagsLike: { match: matchLike, fields: ['adminTags'] },
  adminTagsMultiLikeOr: { match: matchMultiOr, fields: ['adminTags'] },
  adminTagsMultiLikeAnd: { match: matchMultiAnd, fields: ['adminTags'] },
  tagsNameMultiLikeOr: acrossFields(matchMultiOr, ['tags', 'name']),
  tagsNameMultiLikeAnd: acrossFields(matchMultiAnd, ['tags', 'name']),
  tagsAdminTagsMultiLikeOr: acrossFields(matchMultiOr, ['tags', 'adminTags']),
  tagsAdminTagsMultiLikeAnd: acrossFields(matchMultiAnd, ['tags', 'adminTags']),
  tagsAdminTagsNameMultiLikeOr: acrossFields(matchMultiOr, ['tags', 'adminTags', 'name']),
  tagsAdminTagsNameMultiLikeAnd: acrossFields(matchMultiAnd, ['tags', 'adminTags', 'name']),
  searchTextMatchOr: { match: matchMultiOr, fields: SEARCH_TEXT_FIELDS },
  searchTextMatchAnd: { match: matchMultiAnd, fields: SEARCH_TEXT_FIELDS },
  freeText: { match: matchFreeText, fields: FREE_TEXT_FIELDS },
};
