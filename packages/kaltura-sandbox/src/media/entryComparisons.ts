import { ownValue } from '../ownValue.ts';
import { type Entry, numberProperty, textProperty } from './Entry.ts';
import type { EntryFilterContext } from './entryFilter.ts';
import { listComparisons } from './matchLists.ts';

type EntryTest = (entry: Entry) => boolean;

/** The test of a filter field that compares, e.g. `statusIn` with `2,7`; null for a field that does not exist. */
export function comparisonOf(name: string, value: string, context: EntryFilterContext): EntryTest | null {
  const special = ownValue(specialComparisons, name);
  if (special) return special(value, context);
  const [, attribute = '', operator = ''] =
    /^(\w+?)(NotEqual|Equal|NotIn|In|(?:Less|Greater)Than(?:OrEqual)?(?:OrNull)?)$/u.exec(name) ?? [];
  if (!ownValue(declared, attribute)?.includes(operator)) return null;
  const text = texts[attribute];
  if (text) return compareText(text, operator, value);
  const number = numbers[attribute];
  return number ? compareNumber(number, operator, value) : null;
}

/** `In` lists count up to this many values, the rest is ignored. */
const MAX_IN_VALUES = 150;

function listOf(value: string): string[] {
  return value
    .split(',')
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '')
    .slice(0, MAX_IN_VALUES);
}

function compareText(read: (entry: Entry) => string | null, operator: string, value: string): EntryTest {
  const wanted = new Set(operator.endsWith('In') ? listOf(value) : [value]);
  const negated = operator.startsWith('Not');
  return (entry) => wanted.has(read(entry) ?? '') !== negated;
}

function compareNumber(read: (entry: Entry) => number | null, operator: string, value: string): EntryTest {
  if (!/Than/u.test(operator)) {
    const wanted = new Set((operator.endsWith('In') ? listOf(value) : [value]).map(Number));
    const negated = operator.startsWith('Not');
    return (entry) => wanted.has(read(entry) ?? 0) !== negated;
  }
  // A text that is no number counts as 0, as everywhere in PHP.
  const limit = Number.parseFloat(value) || 0;
  const orEqual = operator.includes('OrEqual');
  const orNull = operator.endsWith('OrNull');
  const less = operator.startsWith('Less');
  return (entry) => {
    const number = read(entry);
    if (number === null) return orNull;
    return (orEqual && number === limit) || (less ? number < limit : number > limit);
  };
}

const numbers: Readonly<Record<string, (entry: Entry) => number | null>> = {
  partnerId: (entry) => entry.partnerId,
  status: (entry) => entry.status,
  moderationStatus: (entry) => entry.moderationStatus,
  displayInSearch: (entry) => entry.displayInSearch,
  mediaType: (entry) => entry.mediaType,
  type: () => 1,
  createdAt: (entry) => entry.createdAt,
  updatedAt: (entry) => entry.updatedAt,
  lastPlayedAt: (entry) => entry.lastPlayedAt,
  mediaDate: () => null,
  startDate: (entry) => numberProperty(entry, 'startDate'),
  endDate: (entry) => numberProperty(entry, 'endDate'),
  duration: (entry) => Math.round(entry.durationMs / 1000),
  rank: () => 0,
  totalRank: () => 0,
  groupId: (entry) => numberProperty(entry, 'groupId'),
  accessControlId: (entry) => numberProperty(entry, 'accessControlId'),
  partnerSortValue: (entry) => numberProperty(entry, 'partnerSortValue') ?? 0,
  conversionProfileId: (entry) => entry.conversionProfileId,
  replacementStatus: () => 0,
};

const texts: Readonly<Record<string, (entry: Entry) => string | null>> = {
  id: (entry) => entry.id,
  sourceType: (entry) => entry.sourceType,
  referenceId: (entry) => textProperty(entry, 'referenceId'),
  parentEntryId: (entry) => textProperty(entry, 'parentEntryId'),
  rootEntryId: (entry) => entry.id,
  replacingEntryId: () => null,
  replacedEntryId: () => null,
};

const equalities = ['Equal', 'NotEqual', 'In', 'NotIn'];
const ranges = ['GreaterThanOrEqual', 'LessThanOrEqual'];
const rangesOrNull = [...ranges, 'GreaterThanOrEqualOrNull', 'LessThanOrEqualOrNull'];

/** Which comparisons the filter object declares for an attribute; other combinations are unknown fields. */
const declared: Readonly<Record<string, readonly string[]>> = {
  id: ['Equal', 'In', 'NotIn'],
  partnerId: ['Equal', 'In'],
  status: equalities,
  moderationStatus: equalities,
  displayInSearch: ['Equal', 'In', 'NotIn'],
  mediaType: ['Equal', 'In'],
  type: ['Equal', 'In'],
  sourceType: equalities,
  createdAt: ranges,
  updatedAt: ranges,
  mediaDate: ranges,
  startDate: rangesOrNull,
  endDate: rangesOrNull,
  lastPlayedAt: [...ranges, 'LessThanOrEqualOrNull'],
  duration: [...ranges, 'LessThan', 'GreaterThan'],
  rank: ranges,
  totalRank: ranges,
  partnerSortValue: ranges,
  groupId: ['Equal'],
  accessControlId: ['Equal', 'In'],
  conversionProfileId: ['Equal'],
  referenceId: ['Equal', 'In'],
  parentEntryId: ['Equal'],
  rootEntryId: ['Equal', 'In'],
  replacingEntryId: ['Equal', 'In'],
  replacedEntryId: ['Equal', 'In'],
  replacementStatus: ['Equal', 'In'],
};

type SpecialComparison = (value: string, context: EntryFilterContext) => EntryTest;

const ownedBy =
  (read: (entry: Entry) => string): SpecialComparison =>
  (value, { isSameUser }) => {
    const users = listOf(value);
    return (entry) => users.some((user) => isSameUser(user, read(entry)));
  };

const never: EntryTest = () => false;

const specialComparisons: Readonly<Record<string, SpecialComparison>> = {
  userIdEqual:
    (value, { isSameUser }) =>
    (entry) =>
      isSameUser(value, entry.userId),
  userIdIn: ownedBy((entry) => entry.userId),
  userIdNotIn: (value, context) => {
    const isOneOf = ownedBy((entry) => entry.userId)(value, context);
    return (entry) => !isOneOf(entry);
  },
  creatorIdEqual:
    (value, { isSameUser }) =>
    (entry) =>
      isSameUser(value, entry.creatorId),
  ...listComparisons,
  redirectFromEntryId: (value) => (entry) => entry.id === value,
  durationTypeMatchOr: (value) => {
    const types = new Set(listOf(value));
    return (entry) => types.has(durationTypeOf(entry));
  },
  // Entries are in no category here.
  categoriesMatchAnd: () => never,
  categoriesMatchOr: () => never,
  categoriesIdsMatchAnd: () => never,
  categoriesIdsMatchOr: () => never,
  categoriesFullNameIn: () => never,
  categoryAncestorIdIn: () => never,
  categoriesIdsEmpty: (value) => () => value !== '0',
  isRoot: (value) => () => value !== '0',
};

/** Up to four minutes are short, up to twenty medium; what has no duration is not available. */
function durationTypeOf(entry: Entry): string {
  const seconds = Math.round(entry.durationMs / 1000);
  if (seconds === 0) return 'notavailable';
  if (seconds <= 240) return 'short';
  return seconds <= 1200 ? 'medium' : 'long';
}
