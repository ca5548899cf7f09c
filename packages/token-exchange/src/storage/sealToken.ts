import { ExchangeProblem } from '../ExchangeProblem.ts';
import type { KeyRing } from '../secrets/keyRing.ts';
import { Secret } from '../secrets/Secret.ts';
import { sealSecret } from '../secrets/sealSecret.ts';
import type { TokenPurpose } from './Connection.ts';
import type { AppTokenInit } from './ConnectionInit.ts';
import { canOpen, sealContext, type ConnectionRows } from './connectionRecord.ts';
import { isSameBinding, type SecretBinding } from './SecretBinding.ts';
import type { AppTokensTable, ConnectionsTable } from './tables.ts';

export interface TokenWrite {
  purpose: TokenPurpose;
  token: AppTokenInit;
  /** What is stored so far. */
  before: ConnectionRows | undefined;
  keyRing: KeyRing;
  now: number;
}

/**
 * The row of a current App Token. Without a secret the stored one is taken, with its wrapping as it is. Throws
 * `secret_required` when it would go elsewhere than it was entered for, or cannot be opened.
 */
export function sealToken(
  row: Pick<ConnectionsTable, 'hub' | 'id' | 'service_url' | 'partner_id'>,
  { purpose, token, before, keyRing, now }: TokenWrite,
): AppTokensTable {
  const columns = { connection_id: row.id, purpose, is_former: 0, token_id: token.id, hash_type: token.hashType };
  const expires_at = typeof token.expiry !== 'number' ? null : token.expiry * 1000;
  if (token.secret !== undefined) {
    const { kid, wrappedKey, sealed } = sealSecret(new Secret(token.secret), sealContext(row, columns), keyRing);
    const fresh = { kid, wrapped_key: wrappedKey, sealed, set_at: now };
    return { ...columns, ...fresh, expires_at, kept_until: null, serves_since: null };
  }
  const kept = before?.tokens.find((stored) => stored.purpose === purpose && stored.is_former === 0);
  const isBound =
    before !== undefined && kept !== undefined && isSameBinding(toBinding(before.row, kept), toBinding(row, columns));
  if (!isBound || !canOpen(before.row, kept, keyRing)) throw new ExchangeProblem('secret_required');
  return token.expiry === undefined ? kept : { ...kept, expires_at };
}

const toBinding = (
  { service_url, partner_id }: Pick<ConnectionsTable, 'service_url' | 'partner_id'>,
  { token_id, hash_type }: Pick<AppTokensTable, 'token_id' | 'hash_type'>,
): SecretBinding => ({ serviceUrl: service_url, partnerId: partner_id, tokenId: token_id, hashType: hash_type });
