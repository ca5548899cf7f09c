import { KalturaApiException } from '../protocol/KalturaApiException.ts';
import type { JsonObject } from '../protocol/json.ts';
import type { Params } from '../protocol/Params.ts';
import type { Call } from '../protocol/Service.ts';
import type { SandboxContext } from '../SandboxContext.ts';
import { encodeKs } from '../session/ks.ts';
import type { UserRow } from './UserRow.ts';
import { findUser } from './users.ts';

/**
 * Signs a person in with a password and answers a KS; an administrator's is an ADMIN session. Whatever is wrong (no such person, another
 * account, a missing password) answers the same `USER_WRONG_PASSWORD`; only the one-time password has answers of its own.
 */
export function login(
  params: Params,
  sandbox: SandboxContext,
  isWanted: (row: UserRow) => boolean,
  privileges: string,
): string {
  const partnerId = params.int('partnerId') ?? 0;
  const password = params.string('password') ?? '';
  for (const partner of sandbox.partners.values()) {
    if (partnerId !== 0 && partner.id !== partnerId) continue;
    const row = [...partner.users.values()].find(
      (user) => user.status === 1 && user.password !== undefined && isWanted(user),
    );
    if (!row || password === '' || row.password !== password) continue;
    assertOneTimePassword(row, params.string('otp') ?? '');
    const now = sandbox.clock.now();
    row.lastLoginTime = now;
    const expiry = now + (params.int('expiry') ?? 86_400);
    return encodeKs(
      { partnerId: partner.id, type: row.isAdmin ? 2 : 0, userId: row.id, expiry, privileges },
      partner.adminSecret,
    );
  }
  throw new KalturaApiException('USER_WRONG_PASSWORD');
}

function assertOneTimePassword({ otp }: UserRow, given: string): void {
  if (otp === undefined || given === otp) return;
  throw new KalturaApiException(given === '' ? 'MISSING_OTP' : 'INVALID_OTP');
}

/**
 * Opens another account with the ADMIN session of one, for a person who administers both under the same e-mail. The new session
 * lasts a day and has the privileges of the old one.
 */
export function loginToAccount({ params, session, partner, sandbox }: Call): JsonObject {
  const partnerId = params.int('requestedPartnerId') ?? 0;
  const answer = (ks: string): JsonObject => ({
    ks,
    userId: session.userId,
    partnerId,
    objectType: 'KalturaSessionResponse',
  });
  if (partnerId === partner.id) return answer(session.ks);
  if (session.userId === '') throw new KalturaApiException('INVALID_USER_ID');
  const email = findUser(partner, session.userId)?.email?.toLowerCase();
  const other = sandbox.partners.get(partnerId);
  const row = [...(other?.users.values() ?? [])].find(
    (user) => user.status === 1 && user.isAdmin && user.password !== undefined && user.email?.toLowerCase() === email,
  );
  if (!other || !row || email === undefined) throw new KalturaApiException('ADMIN_KUSER_NOT_FOUND');
  const expiry = sandbox.clock.now() + 86_400;
  const { text: privileges } = session.privileges;
  return answer(encodeKs({ partnerId, type: 2, userId: row.id, expiry, privileges }, other.adminSecret));
}
