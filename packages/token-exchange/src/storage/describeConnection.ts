import type { ConnectionAnswer, StoredAppToken, TokenRotation } from '@spaces-kaltura/client/exchange';
import { fingerprint } from '../secrets/fingerprint.ts';
import type { KeyRing } from '../secrets/keyRing.ts';
import { openSecret } from '../secrets/sealSecret.ts';
import { openConnection, sealContext, type ConnectionRows } from './connectionRecord.ts';
import type { AppTokensTable, ConnectionsTable } from './tables.ts';

/** A connection as an admin may see it: everything but the secrets. */
export type ConnectionDescription = Omit<ConnectionAnswer, 'server_time'>;

/** Also describes what cannot be used: settings survive the loss of a key, and can be looked at before they are replaced. */
export function describeConnection(rows: ConnectionRows, keyRing: KeyRing, now: number): ConnectionDescription {
  const { row } = rows;
  const connection = openConnection(rows, keyRing);
  const describe = (token: AppTokensTable): StoredAppToken => describeToken(row, token, keyRing);
  const current = (purpose: string): AppTokensTable | undefined =>
    rows.tokens.find((token) => token.purpose === purpose && token.is_former === 0);
  const [editor, player] = [current('editor') ?? rows.tokens[0], current('player')];
  return {
    version: row.version,
    state: connection.state,
    state_since: toIso(row.state_since),
    paused_since: toIsoOrNull(row.paused_since),
    service_url: row.service_url,
    partner_id: row.partner_id,
    user_id_mapping: row.user_id_mapping,
    conversion_profile_id: row.conversion_profile_id,
    conversion_profile_dash: toTruth(row.conversion_profile_dash),
    accepted_privileges: toTexts(row.accepted_privileges),
    tokens: { editor: describe(editor), player: player ? describe(player) : null },
    rotations: rows.tokens.flatMap((token): TokenRotation[] => {
      const { purpose, kept_until, serves_since } = token;
      if (token.is_former === 0 || kept_until === null || kept_until <= now) return [];
      return [
        {
          purpose: purpose === 'player' ? 'player' : 'editor',
          former: describe(token),
          until: toIso(kept_until),
          former_serves_since: toIsoOrNull(serves_since),
        },
      ];
    }),
    can_list_all: toTruth(row.can_list_all),
    can_upload: toTruth(row.can_upload),
    granted_privileges: row.granted_privileges === null ? null : toTexts(row.granted_privileges),
    checked_at: toIsoOrNull(row.checked_at),
    created_at: toIso(row.created_at),
    updated_at: toIso(row.updated_at),
  };
}

function describeToken(row: ConnectionsTable, token: AppTokensTable, keyRing: KeyRing): StoredAppToken {
  return {
    id: token.token_id,
    hash_type: hashTypes.find((name) => name === token.hash_type) ?? 'SHA1',
    fingerprint: fingerprintOf(row, token, keyRing),
    set_at: toIso(token.set_at),
    expires_at: toIsoOrNull(token.expires_at),
  };
}

function fingerprintOf(row: ConnectionsTable, token: AppTokensTable, keyRing: KeyRing): string | null {
  const { kid, wrapped_key, sealed } = token;
  const key = keyRing.get(kid);
  try {
    const secret = openSecret({ kid, wrappedKey: wrapped_key, sealed }, sealContext(row, token), keyRing);
    return key ? fingerprint(secret, key) : null;
  } catch {
    return null;
  }
}

const hashTypes = ['MD5', 'SHA1', 'SHA256', 'SHA512'] as const;

function toTexts(json: string): string[] {
  try {
    const list: unknown = JSON.parse(json);
    return Array.isArray(list) ? list.filter((item) => typeof item === 'string') : [];
  } catch {
    return [];
  }
}

const toIso = (milliseconds: number): string => new Date(milliseconds).toISOString();
const toIsoOrNull = (milliseconds: number | null): string | null =>
  milliseconds === null ? null : toIso(milliseconds);
const toTruth = (value: number | null): boolean | null => (value === null ? null : value === 1);
