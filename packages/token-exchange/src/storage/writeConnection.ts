import { randomUUID } from 'node:crypto';
import { ExchangeProblem } from '../ExchangeProblem.ts';
import type { KeyRing } from '../secrets/keyRing.ts';
import { Secret } from '../secrets/Secret.ts';
import { sealSecret } from '../secrets/sealSecret.ts';
import type { TokenPurpose } from './Connection.ts';
import type { AppTokenInit, ConnectionInit } from './ConnectionInit.ts';
import { sealContext } from './connectionRecord.ts';
import type { Database } from './openDatabase.ts';
import type { ConnectionsTable, ConnectionTokensTable } from './tables.ts';

export interface ConnectionWrite {
  /** Checked: its service URL is an allowed origin. */
  init: ConnectionInit;
  mediaHosts: readonly string[];
  expectedVersion: number | undefined;
  keyRing: KeyRing;
  now: number;
}

export interface WrittenConnection {
  version: number;
  isNew: boolean;
  tokenIds: readonly string[];
}

/**
 * Creates or replaces the rows of a connection, within a transaction. Throws `changed_meanwhile` when somebody else was
 * faster, `secret_required` when a secret would go elsewhere than it was entered for.
 */
export async function writeConnection(transaction: Database, write: ConnectionWrite): Promise<WrittenConnection> {
  const { init, expectedVersion, keyRing } = write;
  const before = await readBefore(transaction, init.hub);
  if (expectedVersion !== undefined && expectedVersion !== (before?.row.version ?? 0)) {
    throw new ExchangeProblem('changed_meanwhile');
  }
  const row = toRow(write, before?.row);
  const tokens = Object.entries(init.tokens).flatMap(([purpose, token]) =>
    token === undefined ? [] : [sealToken(row, purpose as TokenPurpose, token, before, keyRing)],
  );
  const result = before
    ? await transaction
        .updateTable('connections')
        .set(row)
        .where('hub', '=', row.hub)
        .where('version', '=', before.row.version)
        .executeTakeFirst()
    : await transaction
        .insertInto('connections')
        .values(row)
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst();
  const written = 'numUpdatedRows' in result ? result.numUpdatedRows : result.numInsertedOrUpdatedRows;
  if (written !== 1n) throw new ExchangeProblem('changed_meanwhile');
  await transaction.deleteFrom('connection_tokens').where('connection_id', '=', row.id).execute();
  await transaction.insertInto('connection_tokens').values(tokens).execute();
  return { version: row.version, isNew: before === undefined, tokenIds: tokens.map(({ token_id }) => token_id) };
}

interface Before {
  row: ConnectionsTable;
  tokens: readonly ConnectionTokensTable[];
}

async function readBefore(transaction: Database, hub: string): Promise<Before | undefined> {
  const row = await transaction.selectFrom('connections').selectAll().where('hub', '=', hub).executeTakeFirst();
  if (row === undefined) return undefined;
  const tokens = transaction.selectFrom('connection_tokens').selectAll().where('connection_id', '=', row.id);
  return { row, tokens: await tokens.execute() };
}

const toRow = ({ init, mediaHosts, now }: ConnectionWrite, before: ConnectionsTable | undefined): ConnectionsTable => ({
  hub: init.hub,
  id: before?.id ?? randomUUID(),
  version: (before?.version ?? 0) + 1,
  service_url: init.serviceUrl,
  partner_id: init.partnerId,
  user_id_mapping: init.userIdMapping ?? 'email',
  conversion_profile_id: init.conversionProfileId ?? null,
  media_hosts: JSON.stringify(mediaHosts),
  accepted_privileges: JSON.stringify(init.acceptedPrivileges ?? []),
  state: 'ok',
  state_since: now,
  // What Kaltura granted under the former settings says nothing about these.
  can_list_all: null,
  can_upload: null,
  checked_at: null,
  created_at: before?.created_at ?? now,
  updated_at: now,
});

function sealToken(
  row: ConnectionsTable,
  purpose: TokenPurpose,
  token: AppTokenInit,
  before: Before | undefined,
  keyRing: KeyRing,
): ConnectionTokensTable {
  const columns = { connection_id: row.id, purpose, token_id: token.id, hash_type: token.hashType };
  if (token.secret !== undefined) {
    const { kid, wrappedKey, sealed } = sealSecret(new Secret(token.secret), sealContext(row, columns), keyRing);
    return { ...columns, kid, wrapped_key: wrappedKey, sealed };
  }
  // A secret goes only where it was entered for: with any of these changed it has to be entered again.
  const kept = before?.tokens.find((stored) => stored.purpose === purpose);
  const context = JSON.stringify(sealContext(row, columns));
  if (!before || !kept || JSON.stringify(sealContext(before.row, kept)) !== context) {
    throw new ExchangeProblem('secret_required');
  }
  return kept;
}
