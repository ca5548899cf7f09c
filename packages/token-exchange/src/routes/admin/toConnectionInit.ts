import type { AppTokenInput, ConnectionInput } from '@spaces-kaltura/client/exchange';
import type { UserIdMapping } from '../../storage/Connection.ts';
import type { AppTokenInit, ConnectionInit } from '../../storage/ConnectionInit.ts';

/** What came over the wire, as it is stored. The hub comes from the host token, never from a body. */
export const toConnectionInit = (hub: string, input: ConnectionInput): ConnectionInit => ({
  hub,
  serviceUrl: input.service_url,
  partnerId: input.partner_id,
  tokens: {
    editor: toAppTokenInit(input.tokens.editor),
    player: input.tokens.player ? toAppTokenInit(input.tokens.player) : undefined,
  },
  // Its pattern was checked by the schema.
  userIdMapping: input.user_id_mapping as UserIdMapping | undefined,
  conversionProfileId: input.conversion_profile_id,
  acceptedPrivileges: input.accepted_privileges,
});

export const toAppTokenInit = ({ id, secret, hash_type, expiry }: AppTokenInput): AppTokenInit => ({
  id,
  secret,
  hashType: hash_type,
  expiry,
});
