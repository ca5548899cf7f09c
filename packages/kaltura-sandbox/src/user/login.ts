import { KalturaApiException } from '../protocol/KalturaApiException.ts';
import type { Params } from '../protocol/Params.ts';
import type { SandboxContext } from '../SandboxContext.ts';
import { encodeKs } from '../session/ks.ts';
import type { UserRow } from './UserRow.ts';

/**
 * Signs a person in with a password and answers a KS; an administrator's is an ADMIN session. Whatever is wrong (no such person, another
 * account, a missing password) answers the same `USER_WRONG_PASSWORD`.
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
