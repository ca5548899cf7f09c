import type { Call, Service } from '../protocol/Service.ts';
import { KalturaApiException } from '../protocol/KalturaApiException.ts';
import { listOf, ordered, pageOf } from '../protocol/page.ts';
import type { Params } from '../protocol/Params.ts';
import type { JsonObject } from '../protocol/json.ts';
import { revokeGroup } from '../session/authenticate.ts';
import { ensureUser, findUser, isUserId } from '../user/users.ts';
import { addAppToken, type AppTokenInit } from './addAppToken.ts';
import type { AppTokenRow } from './AppTokenRow.ts';
import { startSession } from './startSession.ts';

export const appTokenService: Service = {
  name: 'appToken',
  actions: {
    add(call) {
      const { params, partner, sandbox } = call;
      const given = bodyOf(params);
      given.assertInsertable();
      const init = propertiesOf(given);
      assertSessionUser(call, init.sessionUserId);
      return toAppToken(addAppToken(partner, init, sandbox), partner.id);
    },

    get: (call) => toAppToken(findAppToken(call), call.partner.id),

    update(call) {
      const { params, partner, sandbox } = call;
      const row = findAppToken(call);
      const given = bodyOf(params);
      const { id, token, status, createdAt, updatedAt } = row;
      given.assertUpdatable({ id, token, status, createdAt, updatedAt, partnerId: partner.id });
      const changes = propertiesOf(given);
      if (changes.sessionUserId !== undefined) assertSessionUser(call, changes.sessionUserId);
      Object.assign(row, clearedOf(given), changes, { updatedAt: sandbox.clock.now() });
      return toAppToken(row, partner.id);
    },

    /** Revokes every KS minted from it: they all carry its id as session id. */
    delete(call) {
      const row = findAppToken(call);
      row.status = 3;
      revokeGroup(row.id, call.partner, call.sandbox.clock.now());
      return null;
    },

    list(call) {
      const filter = call.params.object('filter', 'KalturaAppTokenFilter');
      const rows = [...call.partner.appTokens.values()]
        .filter((row) => row.status !== 3 && matches(row, filter))
        .sort((a, b) => (a.id < b.id ? -1 : 1));
      const sorted = ordered(rows, filter?.string('orderBy'));
      return pageOf(call, sorted, (row) => toAppToken(row, call.partner.id), 'KalturaAppTokenListResponse');
    },

    startSession: (call) => startSession(call, findAppToken(call)),
  },
};

const bodyOf = (params: Params): Params => params.object('appToken', 'KalturaAppToken') ?? params;

function findAppToken({ params, partner }: Call): AppTokenRow {
  const id = params.string('id') ?? '';
  const row = partner.appTokens.get(id);
  if (!row || row.status === 3) throw new KalturaApiException('APP_TOKEN_ID_NOT_FOUND', { ID: id });
  return row;
}

/**
 * The named user is made at once. Without one Kaltura looks for the user without an id, which a new account has only after
 * a session without a user did something.
 */
function assertSessionUser({ partner, sandbox }: Call, id: string | undefined): void {
  const isFine = id === undefined ? findUser(partner, '') !== undefined : isUserId(id);
  if (!isFine) throw new KalturaApiException('INVALID_FIELD_VALUE', { FIELD_NAME: 'sessionUserId' });
  if (id !== undefined) ensureUser(partner, id, sandbox.clock.now());
}

/** What was sent, and only that: an absent key changes nothing, while an empty expiry means the beginning of time. */
function propertiesOf(given: Params): AppTokenInit {
  const sent: { [Name in keyof AppTokenInit]: AppTokenInit[Name] | undefined } = {
    expiry: given.time('expiry'),
    sessionType: given.int('sessionType'),
    sessionUserId: given.string('sessionUserId'),
    sessionDuration: given.int('sessionDuration'),
    sessionPrivileges: given.string('sessionPrivileges'),
    hashType: (given.string('hashType') || undefined) as AppTokenRow['hashType'] | undefined,
    description: given.string('description'),
  };
  // An expiry of -1 takes the expiry away.
  if (sent.expiry === -1) delete sent.expiry;
  return Object.fromEntries(Object.entries(sent).filter(([, value]) => value !== undefined));
}

const clearable = new Set(['expiry', 'sessionType', 'sessionUserId', 'sessionPrivileges', 'description']);

function clearedOf(given: Params): Partial<AppTokenRow> {
  const names = [...given.cleared(), ...(given.time('expiry') === -1 ? ['expiry'] : [])];
  return Object.fromEntries(names.filter((name) => clearable.has(name)).map((name) => [name, undefined]));
}

function matches(row: AppTokenRow, filter: Params | undefined): boolean {
  if (!filter) return true;
  const { id, status, createdAt, updatedAt, sessionUserId } = row;
  const [createdFrom, createdTo] = [
    filter.time('createdAtGreaterThanOrEqual'),
    filter.time('createdAtLessThanOrEqual'),
  ];
  const [updatedFrom, updatedTo] = [
    filter.time('updatedAtGreaterThanOrEqual'),
    filter.time('updatedAtLessThanOrEqual'),
  ];
  return (
    (filter.string('idEqual') ?? id) === id &&
    (listOf(filter.string('idIn'))?.has(id) ?? true) &&
    (filter.int('statusEqual') ?? status) === status &&
    (listOf(filter.string('statusIn'))?.has(String(status)) ?? true) &&
    (filter.string('sessionUserIdEqual') ?? sessionUserId) === sessionUserId &&
    (createdFrom ?? createdAt) <= createdAt &&
    createdAt <= (createdTo ?? createdAt) &&
    (updatedFrom ?? updatedAt) <= updatedAt &&
    updatedAt <= (updatedTo ?? updatedAt)
  );
}

function toAppToken(row: AppTokenRow, partnerId: number): JsonObject {
  return {
    id: row.id,
    token: row.token,
    partnerId,
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
    status: row.status,
    expiry: row.expiry,
    sessionType: row.sessionType,
    sessionUserId: row.sessionUserId,
    sessionDuration: row.sessionDuration,
    sessionPrivileges: row.sessionPrivileges,
    hashType: row.hashType,
    description: row.description,
    objectType: 'KalturaAppToken',
  };
}
