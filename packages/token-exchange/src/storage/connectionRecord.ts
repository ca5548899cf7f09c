import * as v from 'valibot';
import type { KeyRing } from '../secrets/keyRing.ts';
import { openSecret, type SealContext } from '../secrets/sealSecret.ts';
import type { AppToken, Connection, FormerToken, TokenPurpose, UnreadableConnection } from './Connection.ts';
import { userIdMappingSchema } from './ConnectionInit.ts';
import type { Database } from './openDatabase.ts';
import type { AppTokensTable, ConnectionsTable } from './tables.ts';

const texts = v.pipe(v.string(), v.parseJson(), v.array(v.string()));

const recordSchema = v.object({
  hub: v.string(),
  id: v.string(),
  version: v.number(),
  service_url: v.pipe(v.string(), v.url()),
  partner_id: v.pipe(v.number(), v.safeInteger()),
  user_id_mapping: userIdMappingSchema,
  conversion_profile_id: v.nullable(v.number()),
  conversion_profile_dash: v.nullable(v.number()),
  media_hosts: texts,
  accepted_privileges: texts,
  state: v.picklist(['ok', 'misconfigured', 'refused', 'session_pool_killed']),
  paused_since: v.nullable(v.number()),
  can_list_all: v.nullable(v.number()),
  can_upload: v.nullable(v.number()),
  checked_at: v.nullable(v.number()),
});

const tokenSchema = v.object({
  purpose: v.picklist(['editor', 'player']),
  token_id: v.string(),
  hash_type: v.picklist(['MD5', 'SHA1', 'SHA256', 'SHA512']),
});

export interface ConnectionRows {
  row: ConnectionsTable;
  /** Current and former ones. */
  tokens: readonly [AppTokensTable, ...AppTokensTable[]];
}

/** The rows of a hub's connection; undefined when nobody has connected the hub. */
export async function readRows(database: Database, hub: string): Promise<ConnectionRows | undefined> {
  // One statement sees one state: a change in between two would pair old settings with new secrets.
  const rows = await database
    .selectFrom('connections')
    .innerJoin('app_tokens', 'app_tokens.connection_id', 'connections.id')
    .selectAll()
    .where('hub', '=', hub)
    .execute();
  const [first, ...others] = rows.map(split);
  return first && { row: first.row, tokens: [first.token, ...others.map(({ token }) => token)] };
}

function split(joined: ConnectionsTable & AppTokensTable): { row: ConnectionsTable; token: AppTokensTable } {
  const { connection_id, purpose, is_former, token_id, hash_type, kid, wrapped_key, sealed, ...others } = joined;
  const { set_at, expires_at, kept_until, serves_since, ...row } = others;
  const bound = { connection_id, purpose, is_former, token_id, hash_type };
  return { row, token: { ...bound, kid, wrapped_key, sealed, set_at, expires_at, kept_until, serves_since } };
}

/** A hub's connection, its secrets opened. One broken record is unreadable and hurts no other hub. */
export function openConnection({ row, tokens }: ConnectionRows, keyRing: KeyRing): Connection | UnreadableConnection {
  try {
    const record = v.parse(recordSchema, row);
    const current = new Map<TokenPurpose, AppToken>();
    for (const tokenRow of tokens) {
      if (tokenRow.is_former === 0) current.set(...openToken(row, tokenRow, keyRing));
    }
    if (!current.has('editor')) return { hub: row.hub, state: 'unreadable' };
    return {
      hub: record.hub,
      id: record.id,
      version: record.version,
      serviceUrl: record.service_url,
      partnerId: record.partner_id,
      userIdMapping: record.user_id_mapping,
      conversionProfileId: record.conversion_profile_id,
      conversionProfileDash: toTruth(record.conversion_profile_dash),
      hosts: [new URL(record.service_url).host, ...record.media_hosts],
      acceptedPrivileges: record.accepted_privileges,
      tokens: current,
      formerTokens: openFormerTokens({ row, tokens }, keyRing),
      state: record.state,
      pausedSince: record.paused_since,
      canListAll: toTruth(record.can_list_all),
      canUpload: toTruth(record.can_upload),
      checkedAt: record.checked_at,
    };
  } catch {
    return { hub: row.hub, state: 'unreadable' };
  }
}

function openToken(row: ConnectionsTable, tokenRow: AppTokensTable, keyRing: KeyRing): [TokenPurpose, AppToken] {
  const { purpose, token_id, hash_type } = v.parse(tokenSchema, tokenRow);
  const sealed = { kid: tokenRow.kid, wrappedKey: tokenRow.wrapped_key, sealed: tokenRow.sealed };
  const secret = openSecret(sealed, sealContext(row, tokenRow), keyRing);
  return [purpose, { id: token_id, secret, hashType: hash_type }];
}

/** Can the secret of this row be opened with the key ring? */
export function canOpen(row: ConnectionsTable, tokenRow: AppTokensTable, keyRing: KeyRing): boolean {
  try {
    openToken(row, tokenRow, keyRing);
    return true;
  } catch {
    return false;
  }
}

/** A former token that cannot be opened is as good as none: the current one does not need it. */
function openFormerTokens({ row, tokens }: ConnectionRows, keyRing: KeyRing): Map<TokenPurpose, FormerToken> {
  const former = new Map<TokenPurpose, FormerToken>();
  for (const tokenRow of tokens) {
    const { kept_until, serves_since } = tokenRow;
    if (kept_until === null || !canOpen(row, tokenRow, keyRing)) continue;
    const [purpose, token] = openToken(row, tokenRow, keyRing);
    former.set(purpose, { ...token, keptUntil: kept_until, servesSince: serves_since });
  }
  return former;
}

/** What the secret of a token row is sealed to. */
export function sealContext(
  row: Pick<ConnectionsTable, 'hub' | 'id' | 'service_url' | 'partner_id'>,
  tokenRow: Pick<AppTokensTable, 'purpose' | 'token_id' | 'hash_type'>,
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
