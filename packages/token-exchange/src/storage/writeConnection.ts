import { randomUUID } from 'node:crypto';
import { ExchangeProblem } from '../ExchangeProblem.ts';
import type { KeyRing } from '../secrets/keyRing.ts';
import { changedFields } from './changedFields.ts';
import type { TokenPurpose } from './Connection.ts';
import type { ConnectionInit } from './ConnectionInit.ts';
import { readRows, type ConnectionRows } from './connectionRecord.ts';
import { nextVersion } from './nextVersion.ts';
import type { Database } from './openDatabase.ts';
import { sealToken } from './sealToken.ts';
import type { AppTokensTable, ConnectionsTable } from './tables.ts';

export interface ConnectionWrite {
  /** Checked: its service URL is an allowed origin. */
  init: ConnectionInit;
  /** Known for the service. */
  mediaHosts: readonly string[];
  expectedVersion: number | undefined;
  keyRing: KeyRing;
  now: number;
}

export interface WrittenConnection {
  version: number;
  isNew: boolean;
  tokenIds: readonly string[];
  /** Names of what is not as before. */
  fields: readonly string[];
}

/**
 * Creates or replaces the rows of a connection, within a transaction. Throws `changed_meanwhile` when somebody else was
 * faster, `secret_required` when a secret would go elsewhere than it was entered for.
 */
export async function writeConnection(transaction: Database, write: ConnectionWrite): Promise<WrittenConnection> {
  const { init, expectedVersion, keyRing, now } = write;
  const before = await readRows(transaction, init.hub);
  if (expectedVersion !== undefined && expectedVersion !== (before?.row.version ?? 0)) {
    throw new ExchangeProblem('changed_meanwhile');
  }
  const settings = toSettings(write, before?.row, await nextVersion(transaction, init.hub, before?.row.version));
  const tokens = Object.entries(init.tokens).flatMap(([purpose, token]) =>
    token === undefined ? [] : [sealToken(settings, { purpose: purpose as TokenPurpose, token, before, keyRing, now })],
  );
  const row = { ...settings, ...observationsOf(settings, tokens, before, now) };
  await writeRow(transaction, row, before?.row.version);
  await transaction.deleteFrom('app_tokens').where('connection_id', '=', row.id).execute();
  await transaction
    .insertInto('app_tokens')
    .values([...tokens, ...formerTokensToKeep(row, tokens, before)])
    .execute();
  return {
    version: row.version,
    isNew: before === undefined,
    tokenIds: tokens.map(({ token_id }) => token_id),
    fields: before ? changedFields(before, { row, tokens }) : [],
  };
}

async function writeRow(transaction: Database, row: ConnectionsTable, before: number | undefined): Promise<void> {
  const result =
    before === undefined
      ? await transaction
          .insertInto('connections')
          .values(row)
          .onConflict((conflict) => conflict.doNothing())
          .executeTakeFirst()
      : await transaction
          .updateTable('connections')
          .set(row)
          .where('hub', '=', row.hub)
          .where('version', '=', before)
          .executeTakeFirst();
  const written = 'numUpdatedRows' in result ? result.numUpdatedRows : result.numInsertedOrUpdatedRows;
  if (written !== 1n) throw new ExchangeProblem('changed_meanwhile');
}

type Observations = Pick<
  ConnectionsTable,
  'state' | 'state_since' | 'can_list_all' | 'can_upload' | 'granted_privileges' | 'checked_at'
>;
type Settings = Omit<ConnectionsTable, keyof Observations>;

function toSettings(write: ConnectionWrite, before: ConnectionsTable | undefined, version: number): Settings {
  const { init, mediaHosts, now } = write;
  const isSameService = before?.service_url === init.serviceUrl;
  const isSameProfile =
    isSameService &&
    before.partner_id === init.partnerId &&
    before.conversion_profile_id === (init.conversionProfileId ?? null);
  const { conversionProfileDash = null } = init;
  return {
    hub: init.hub,
    id: before?.id ?? randomUUID(),
    version,
    service_url: init.serviceUrl,
    partner_id: init.partnerId,
    user_id_mapping: init.userIdMapping ?? 'email',
    conversion_profile_id: init.conversionProfileId ?? null,
    conversion_profile_dash:
      init.conversionProfileDash === undefined && isSameProfile
        ? before.conversion_profile_dash
        : conversionProfileDash === null
          ? null
          : Number(conversionProfileDash),
    media_hosts:
      init.mediaHosts === undefined && isSameService
        ? before.media_hosts
        : JSON.stringify(init.mediaHosts ?? mediaHosts),
    accepted_privileges: JSON.stringify(init.acceptedPrivileges ?? []),
    paused_since: before?.paused_since ?? null,
    created_at: before?.created_at ?? now,
    updated_at: now,
  };
}

/** What Kaltura granted says nothing any more once somebody changed what decides about it. */
function observationsOf(
  settings: Settings,
  tokens: readonly AppTokensTable[],
  before: ConnectionRows | undefined,
  now: number,
): Observations {
  const nothing = { can_list_all: null, can_upload: null, granted_privileges: null, checked_at: null };
  if (before === undefined) return { state: 'ok', state_since: now, ...nothing };
  const { row } = before;
  const isUnchanged = changedFields(before, { row: { ...row, ...settings }, tokens }).every((name) =>
    withoutEffect.has(name),
  );
  if (!isUnchanged) return { state: 'ok', state_since: now, ...nothing };
  const { state, state_since, can_list_all, can_upload, granted_privileges, checked_at } = row;
  return { state, state_since, can_list_all, can_upload, granted_privileges, checked_at };
}

/** Settings that no session depends on. */
const withoutEffect = new Set(['conversion_profile_id', 'media_hosts', 'tokens.editor.expiry', 'tokens.player.expiry']);

/** A token that is being replaced goes on being at hand, as long as it belongs to the same account and place. */
function formerTokensToKeep(
  row: ConnectionsTable,
  tokens: readonly AppTokensTable[],
  before: ConnectionRows | undefined,
): AppTokensTable[] {
  if (before?.row.service_url !== row.service_url || before.row.partner_id !== row.partner_id) return [];
  return before.tokens.flatMap((former) => {
    const current = tokens.find(({ purpose }) => purpose === former.purpose);
    if (former.is_former === 0 || current === undefined || current.token_id === former.token_id) return [];
    // Whether Kaltura refuses a token that has just been entered is not known yet.
    return [before.tokens.some(({ sealed }) => sealed === current.sealed) ? former : { ...former, serves_since: null }];
  });
}
