import { ExchangeProblem } from '../ExchangeProblem.ts';
import { Secret } from '../secrets/Secret.ts';
import {
  isReadable,
  type AppToken,
  type Connection,
  type TokenPurpose,
  type UnreadableConnection,
} from './Connection.ts';
import type { AppTokenInit, ConnectionInit } from './ConnectionInit.ts';

/**
 * A connection as it would be, without storing it. A secret that is not given is the stored one, if it goes where it was
 * entered for. Throws `secret_required`.
 */
export function toCandidate(
  init: ConnectionInit,
  mediaHosts: readonly string[],
  stored: Connection | UnreadableConnection | undefined,
): Connection {
  const before = stored !== undefined && isReadable(stored) ? stored : undefined;
  const isSameAccount = before?.serviceUrl === init.serviceUrl && before.partnerId === init.partnerId;
  const { conversionProfileId = null, conversionProfileDash } = init;
  const isSameProfile = isSameAccount && before.conversionProfileId === conversionProfileId;
  const tokens = Object.entries(init.tokens).flatMap(([name, token]): [TokenPurpose, AppToken][] => {
    const purpose = name as TokenPurpose;
    if (token === undefined) return [];
    return [[purpose, toToken(token, isSameAccount ? before.tokens.get(purpose) : undefined)]];
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
    hosts: [new URL(init.serviceUrl).host, ...(init.mediaHosts ?? mediaHosts)],
    acceptedPrivileges: init.acceptedPrivileges ?? [],
    tokens: new Map(tokens),
    formerTokens: new Map(),
    state: 'ok',
    pausedSince: null,
    canListAll: null,
    canUpload: null,
    grantedPrivileges: null,
    checkedAt: null,
  };
}

function toToken({ id, secret, hashType }: AppTokenInit, stored: AppToken | undefined): AppToken {
  if (secret !== undefined) return { id, hashType, secret: new Secret(secret) };
  if (stored?.id !== id || stored.hashType !== hashType) throw new ExchangeProblem('secret_required');
  return stored;
}
