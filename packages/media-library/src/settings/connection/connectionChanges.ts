import type { ConnectionAnswer, StoredAppToken } from '@spaces-kaltura/client/exchange';

/** A setting that differs between two states of a connection, as it can be shown. */
export interface ConnectionChange {
  readonly field:
    | 'serviceUrl'
    | 'partnerId'
    | 'tokenId'
    | 'secret'
    | 'hashType'
    | 'expiry'
    | 'playerToken'
    | 'mapping'
    | 'conversionProfile'
    | 'acceptedPrivileges'
    | 'paused';
  readonly before: string | null;
  readonly after: string | null;
}

/** What somebody else changed meanwhile. Secrets are told apart by their fingerprints. */
export function connectionChanges(before: ConnectionAnswer, after: ConnectionAnswer): ConnectionChange[] {
  const changes: ConnectionChange[] = [];
  for (const [field, show] of shown) {
    const [was, is] = [show(before), show(after)];
    if (was !== is) changes.push({ field, before: was, after: is });
  }
  return changes;
}

const shown: readonly [ConnectionChange['field'], (connection: ConnectionAnswer) => string | null][] = [
  ['serviceUrl', (connection) => connection.service_url],
  ['partnerId', (connection) => String(connection.partner_id)],
  ['tokenId', (connection) => connection.tokens.editor.id],
  ['secret', (connection) => connection.tokens.editor.fingerprint],
  ['hashType', (connection) => connection.tokens.editor.hash_type],
  ['expiry', (connection) => connection.tokens.editor.expires_at],
  ['playerToken', (connection) => connection.tokens.player && nameToken(connection.tokens.player)],
  ['mapping', (connection) => connection.user_id_mapping],
  ['conversionProfile', ({ conversion_profile_id: profile }) => (profile === null ? null : String(profile))],
  ['acceptedPrivileges', ({ accepted_privileges: accepted }) => (accepted.length === 0 ? null : accepted.join(' '))],
  ['paused', (connection) => connection.paused_since],
];

const nameToken = ({ id, hash_type, fingerprint }: StoredAppToken): string => [id, hash_type, fingerprint].join(' ');
