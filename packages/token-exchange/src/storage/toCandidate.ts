import { ExchangeProblem } from '../ExchangeProblem.ts';
import { Secret } from '../secrets/Secret.ts';
import { isReadable, type AppToken, type Connection, type TokenPurpose } from './Connection.ts';
import type { AppTokenInit, ConnectionInit } from './ConnectionInit.ts';
import type { StoredConnection } from './createConnectionReader.ts';
import { isSameBinding, type SecretBinding } from './SecretBinding.ts';

/**
 * A connection as it would be, without storing it. A secret that is not given is the stored one, if it goes where it was
 * entered for. Throws `secret_required`.
 */
export function toCandidate(init: ConnectionInit, mediaHosts: readonly string[], stored: StoredConnection): Connection {
  const before = stored !== undefined && isReadable(stored) ? stored : undefined;
  const isSameAccount = before?.serviceUrl === init.serviceUrl && before.partnerId === init.partnerId;
  const { conversionProfileId = null, conversionProfileDash } = init;
  const isSameProfile = isSameAccount && before.conversionProfileId === conversionProfileId;
  const tokens = Object.entries(init.tokens).flatMap(([name, token]): [TokenPurpose, AppToken][] => {
    const purpose = name as TokenPurpose;
    if (token === undefined) return [];
    return [[purpose, toToken(init, token, before, purpose)]];
  });
  return {
    hub: init.hub,
    id: '',
    version: 0,
    serviceUrl: init.serviceUrl,
    partnerId: init.partnerId,
    userIdMapping: init.userIdMapping ?? 'email',
    conversionProfileId,
    conversionProfileDash: conversionProfileDash ?? (isSameProfile ? before.conversionProfileDash : null),
    hosts:
      init.mediaHosts === undefined && before?.serviceUrl === init.serviceUrl
        ? before.hosts
        : [new URL(init.serviceUrl).host, ...(init.mediaHosts ?? mediaHosts)],
    acceptedPrivileges: init.acceptedPrivileges ?? [],
    tokens: new Map(tokens),
    formerTokens: new Map(),
    state: 'ok',
    pausedSince: null,
    canListAll: null,
    canUpload: null,
    checkedAt: null,
  };
}

function toToken(
  { serviceUrl, partnerId }: ConnectionInit,
  { id, secret, hashType }: AppTokenInit,
  before: Connection | undefined,
  purpose: TokenPurpose,
): AppToken {
  if (secret !== undefined) return { id, hashType, secret: new Secret(secret) };
  const stored = before?.tokens.get(purpose);
  const isBound =
    before !== undefined &&
    stored !== undefined &&
    isSameBinding(toBinding(before, stored), toBinding({ serviceUrl, partnerId }, { id, hashType }));
  if (!isBound) throw new ExchangeProblem('secret_required');
  return stored;
}

const toBinding = (
  { serviceUrl, partnerId }: Pick<Connection, 'serviceUrl' | 'partnerId'>,
  { id, hashType }: Pick<AppToken, 'id' | 'hashType'>,
): SecretBinding => ({ serviceUrl, partnerId, tokenId: id, hashType });
