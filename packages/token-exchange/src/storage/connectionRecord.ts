import * as v from 'valibot';
import type { KeyRing } from '../secrets/keyRing.ts';
import { openSecret, type SealContext } from '../secrets/sealSecret.ts';
import type { Database } from './openDatabase.ts';
import type { AppToken, Connection, TokenPurpose, UnreadableConnection } from './Connection.ts';
import { userIdMappingSchema } from './ConnectionInit.ts';
import type { ConnectionTokensTable, ConnectionsTable } from './tables.ts';

const texts = v.pipe(v.string(), v.parseJson(), v.array(v.string()));

const recordSchema = v.object({
  hub: v.string(),
  id: v.string(),
  version: v.number(),
  service_url: v.pipe(v.string(), v.url()),
  partner_id: v.pipe(v.number(), v.safeInteger()),
  user_id_mapping: userIdMappingSchema,
  conversion_profile_id: v.nullable(v.number()),
  media_hosts: texts,
  accepted_privileges: texts,
  state: v.picklist(['ok', 'misconfigured', 'refused', 'session_pool_killed']),
  can_list_all: v.nullable(v.number()),
  can_upload: v.nullable(v.number()),
  checked_at: v.nullable(v.number()),
});

const tokenSchema = v.object({
  purpose: v.picklist(['editor', 'player']),
  token_id: v.string(),
  hash_type: v.picklist(['MD5', 'SHA1', 'SHA256', 'SHA512']),
});

/** A hub's connection, its secrets opened. One broken record is unreadable and hurts no other hub. */
export async function readConnection(
  database: Database,
  hub: string,
  keyRing: KeyRing,
): Promise<Connection | UnreadableConnection | undefined> {
  // One statement sees one state: a change in between two would pair old settings with new secrets.
  const rows = await database
    .selectFrom('connections')
    .innerJoin('connection_tokens', 'connection_tokens.connection_id', 'connections.id')
    .selectAll()
    .where('hub', '=', hub)
    .execute();
  const [row] = rows;
  return row && toConnection(row, rows, keyRing);
}

function toConnection(
  row: ConnectionsTable,
  tokenRows: readonly ConnectionTokensTable[],
  keyRing: KeyRing,
): Connection | UnreadableConnection {
  try {
    const record = v.parse(recordSchema, row);
    const tokens = new Map<TokenPurpose, AppToken>();
    for (const tokenRow of tokenRows) {
      const { purpose, token_id, hash_type } = v.parse(tokenSchema, tokenRow);
      const sealed = { kid: tokenRow.kid, wrappedKey: tokenRow.wrapped_key, sealed: tokenRow.sealed };
      const secret = openSecret(sealed, sealContext(row, tokenRow), keyRing);
      tokens.set(purpose, { id: token_id, secret, hashType: hash_type });
    }
    if (!tokens.has('editor')) return { hub: row.hub, state: 'unreadable' };
    return {
      hub: record.hub,
      id: record.id,
      version: record.version,
      serviceUrl: record.service_url,
      partnerId: record.partner_id,
      userIdMapping: record.user_id_mapping,
      conversionProfileId: record.conversion_profile_id,
      hosts: [new URL(record.service_url).host, ...record.media_hosts],
      acceptedPrivileges: record.accepted_privileges,
      tokens,
      state: record.state,
      canListAll: toTruth(record.can_list_all),
      canUpload: toTruth(record.can_upload),
      checkedAt: record.checked_at,
    };
  } catch {
    return { hub: row.hub, state: 'unreadable' };
  }
}

/** What the secret of a token row is sealed to. */
export function sealContext(
  row: Pick<ConnectionsTable, 'hub' | 'id' | 'service_url' | 'partner_id'>,
  tokenRow: Pick<ConnectionTokensTable, 'purpose' | 'token_id' | 'hash_type'>,
): SealContext {
  return {
    hub: row.hub,
    connectionId: row.id,
    serviceOrigin: new URL(row.service_url).origin,
    partnerId: row.partner_id,
    purpose: tokenRow.purpose,
    tokenId: tokenRow.token_id,
    hashType: tokenRow.hash_type,
  };
}

const toTruth = (value: number | null): boolean | null => (value === null ? null : value === 1);
