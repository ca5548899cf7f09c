import { notYours, KalturaApiException } from '../protocol/KalturaApiException.ts';
import type { Params } from '../protocol/Params.ts';
import type { Call } from '../protocol/Service.ts';
import { ensureUser } from '../user/users.ts';
import { isSessionUser } from './access.ts';
import { requireConversionProfile } from './conversionProfiles.ts';
import { type Entry, EntryStatus } from './Entry.ts';
import { normalizeAdminTags, normalizeTags } from './normalizeTags.ts';

/**
 * Writes the properties somebody sent onto an entry, new or stored. What a plain user may not write is dropped without a
 * word; what is refused is refused before anything changes.
 *
 * @throws KalturaApiException
 */
export function writeEntry(entry: Entry, sent: Params, call: Call): void {
  checkRights(entry, sent, call);
  const { session, partner, sandbox } = call;
  const isAdmin = session.kind === 'admin';

  const userId = sent.string('userId');
  if (userId !== undefined && userId !== '' && (isAdmin || session.privileges.allows('edituser', userId))) {
    entry.userId = ensureUser(partner, userId, sandbox.clock.now()).id;
  }
  entry.name = written(sent, 'name', entry.name);
  entry.description = written(sent, 'description', entry.description);
  if (sent.has('tags') || sent.isCleared('tags')) entry.tags = normalizeTags(written(sent, 'tags', ''));
  if (sent.has('adminTags')) entry.adminTags = normalizeAdminTags(sent.string('adminTags') ?? '');
  entry.displayInSearch = sent.int('displayInSearch') ?? entry.displayInSearch;
  if (sent.has('conversionProfileId')) {
    entry.conversionProfileId = requireConversionProfile(partner, sent.int('conversionProfileId') ?? 0);
  }
  for (const id of entitledUsers.flatMap((name) => sent.string(name)?.split(',') ?? [])) {
    if (id.trim() !== '') ensureUser(partner, id.trim(), sandbox.clock.now());
  }
  for (const [name, read] of Object.entries(writable)) {
    if (adminOnly.has(name) && !isAdmin) continue;
    if (sent.isCleared(name)) delete entry.properties[name];
    const value = read(sent, name);
    if (value === REMOVED && dates.has(name)) delete entry.properties[name];
    else if (value !== undefined) entry.properties[name] = value;
  }
}

function checkRights(entry: Entry, sent: Params, call: Call): void {
  const { session } = call;
  const isAdmin = session.kind === 'admin';
  if ((sent.string('userId') ?? '').length > MAX_USER_ID_LENGTH) {
    throw new KalturaApiException('PROPERTY_VALIDATION_MAX_LENGTH', {
      PROP_NAME: `${sent.type}::userId`,
      MAX_LEN: MAX_USER_ID_LENGTH,
    });
  }
  if (sent.has('adminTags') && !isAdmin && !session.privileges.has('editadmintags')) throw adminProperty('adminTags');
  for (const name of ['categories', 'categoriesIds']) {
    if (sent.has(name) && !isAdmin) throw adminProperty(name);
  }
  for (const name of ['userId', 'creatorId']) {
    const id = sent.string(name);
    const mayHandOver = name === 'userId' && session.privileges.allows('edituser', id);
    if (id !== undefined && id !== '' && !isAdmin && !mayHandOver && !isSessionUser(session, id)) throw notYours();
  }
  if (isAdmin && (sent.string('referenceId')?.trim().length ?? MIN_REFERENCE_ID_LENGTH) < MIN_REFERENCE_ID_LENGTH) {
    throw new KalturaApiException('PROPERTY_VALIDATION_MIN_LENGTH', {
      PROP_NAME: `${sent.type}::referenceId`,
      MIN_LEN: MIN_REFERENCE_ID_LENGTH,
    });
  }
  const displayInSearch = sent.int('displayInSearch');
  if (
    displayInSearch !== undefined &&
    displayInSearch !== entry.displayInSearch &&
    ![1, -1, -2].includes(displayInSearch)
  ) {
    throw new KalturaApiException('ENTRY_DISPLAY_IN_SEARCH_VALUE_NOT_ALLOWED', {
      DISPLAY_IN_SEARCH_NEW_VALUE: displayInSearch,
    });
  }
  if (sent.has('conversionProfileId') && entry.status !== EntryStatus.NO_CONTENT) {
    throw new KalturaApiException('PROPERTY_VALIDATION_ENTRY_STATUS', {
      PROP_NAME: 'conversionProfileId',
      STATUS: entry.status,
    });
  }
}

/** People named there are made when there are none. */
const entitledUsers = ['entitledUsersEdit', 'entitledUsersPublish', 'entitledUsersView'];

const MAX_USER_ID_LENGTH = 100;
const MIN_REFERENCE_ID_LENGTH = 2;

function adminProperty(name: string): KalturaApiException {
  return new KalturaApiException('PROPERTY_VALIDATION_ADMIN_PROPERTY', { PROP_NAME: name });
}

/** A text as it was sent; cleared with `name__null`. With `language=multi` the first of the texts counts. */
function written(sent: Params, name: string, stored: string): string {
  if (sent.isCleared(name)) return '';
  const [first] = sent.objects(name, 'KalturaMultiLingualString');
  return first?.string('value') ?? sent.string(name) ?? stored;
}

const text = (sent: Params, name: string): string | undefined => sent.string(name);
const integer = (sent: Params, name: string): number | undefined => sent.int(name);
const moment = (sent: Params, name: string): number | undefined => sent.time(name);

/** Properties without a rule of their own. */
const writable: Readonly<Record<string, (sent: Params, name: string) => string | number | boolean | undefined>> = {
  partnerData: text,
  groupId: integer,
  licenseType: integer,
  partnerSortValue: integer,
  redirectEntryId: text,
  parentEntryId: text,
  templateEntryId: text,
  entitledUsersEdit: text,
  entitledUsersPublish: text,
  entitledUsersView: text,
  application: text,
  applicationVersion: text,
  blockAutoTranscript: (sent, name) => sent.bool(name),
  searchProviderType: integer,
  searchProviderId: text,
  creditUserName: text,
  creditUrl: text,
  categories: text,
  referenceId: text,
  accessControlId: integer,
  startDate: moment,
  endDate: moment,
};

/** Sent as a date, it takes the date away. */
const REMOVED = -1;
const dates = new Set(['startDate', 'endDate']);

const adminOnly = new Set(['categories', 'referenceId', 'accessControlId', 'startDate', 'endDate']);
