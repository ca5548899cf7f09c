import type { ConnectionRows } from './connectionRecord.ts';
import type { AppTokensTable, ConnectionsTable } from './tables.ts';

/** Names of the settings that differ, as the wire has them; never their values. */
export function changedFields(
  before: ConnectionRows,
  after: { row: ConnectionsTable; tokens: readonly AppTokensTable[] },
): string[] {
  const settings = settingNames.filter((name) => before.row[name] !== after.row[name]);
  const tokens = (['editor', 'player'] as const).flatMap((purpose) => {
    const [old, fresh] = [currentOf(before.tokens, purpose), currentOf(after.tokens, purpose)];
    if (old === undefined || fresh === undefined) return old === fresh ? [] : [`tokens.${purpose}`];
    return tokenNames
      .filter(([column]) => old[column] !== fresh[column])
      .map(([, name]) => `tokens.${purpose}.${name}`);
  });
  return [...settings, ...tokens];
}

const settingNames = [
  'service_url',
  'partner_id',
  'user_id_mapping',
  'conversion_profile_id',
  'media_hosts',
  'accepted_privileges',
] as const;

const tokenNames = [
  ['token_id', 'id'],
  ['sealed', 'secret'],
  ['hash_type', 'hash_type'],
  ['expires_at', 'expiry'],
] as const;

const currentOf = (tokens: readonly AppTokensTable[], purpose: string): AppTokensTable | undefined =>
  tokens.find((token) => token.purpose === purpose && token.is_former === 0);
