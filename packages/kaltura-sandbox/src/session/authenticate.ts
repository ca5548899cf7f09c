import { KalturaApiException } from '../protocol/KalturaApiException.ts';
import type { ApiRequest } from '../protocol/readRequest.ts';
import type { SandboxContext } from '../SandboxContext.ts';
import type { PartnerState } from '../state/PartnerState.ts';
import { findUser } from '../user/users.ts';
import { decodeKs } from './ks.ts';
import { type Session, noSession, toSession } from './Session.ts';

/** Reads the KS. None, an empty one and `0` are no session; a text that no account signed throws `INVALID_KS` with that very text. */
export function readSession(ks: string | undefined, sandbox: SandboxContext): Session {
  if (ks === undefined || ks === '' || ks === '0') return noSession;
  const fields = decodeKs(ks, (partnerId) => sandbox.partners.get(partnerId)?.adminSecret);
  if (!fields) throw invalidKs(ks);
  return toSession(ks, fields);
}

/** Throws `INVALID_KS` or `USER_BLOCKED` when a session no longer holds. Counts the call against the session's quota. */
export function assertSessionHolds(session: Session, partner: PartnerState, request: ApiRequest, now: number): void {
  const { privileges } = session;
  if (session.expiry <= now) throw invalidKs('EXPIRED');
  const addresses = privileges.value('iprestrict')?.split('/');
  if (addresses && !addresses.includes(request.address)) throw invalidKs('EXCEEDED_RESTRICTED_IP');
  const uris = privileges.value('urirestrict');
  if (uris !== undefined && !uris.split('|').some((uri) => uriMatches(uri, request.uri)))
    throw invalidKs('EXCEEDED_RESTRICTED_URI');
  if (isRevoked(session, partner, now)) throw invalidKs('LOGOUT');
  countAction(session, partner);
  if (session.kind !== 'admin' && findUser(partner, session.userId)?.status === 0)
    throw new KalturaApiException('USER_BLOCKED');
}

/** Ends this KS, and with a session id every KS that carries it. */
export function revoke(session: Session, partner: PartnerState, now: number): void {
  partner.revoked.set(session.ks, session.expiry);
  const group = session.privileges.value('sessionid');
  if (group !== undefined) revokeGroup(group, partner, now);
}

/** Sessions of this group count as ended for a day, those that are minted meanwhile too. */
export function revokeGroup(sessionId: string, partner: PartnerState, now: number): void {
  partner.revoked.set(`sessionid:${sessionId}`, now + 86_400);
}

export function invalidKs(ksId: string): KalturaApiException {
  return new KalturaApiException('INVALID_KS', { KSID: ksId, ERR_CODE: '-1', ERR_DESC: 'INVALID_STR' });
}

function isRevoked(session: Session, partner: PartnerState, now: number): boolean {
  const until = (key: string): number => partner.revoked.get(key) ?? 0;
  const group = session.privileges.value('sessionid');
  return until(session.ks) > now || (group !== undefined && until(`sessionid:${group}`) > now);
}

function countAction(session: Session, partner: PartnerState): void {
  const limit = session.privileges.value('actionslimit');
  if (limit === undefined) return;
  const used = partner.actionCounts.get(session.ks) ?? 0;
  if (used >= Number(limit)) throw invalidKs('EXCEEDED_ACTIONS_LIMIT');
  partner.actionCounts.set(session.ks, used + 1);
}

function uriMatches(pattern: string, uri: string): boolean {
  return pattern.endsWith('*') ? uri.startsWith(pattern.slice(0, -1)) : uri === pattern;
}
