import { hexadecimal, randomText } from '../random.ts';
import type { SandboxContext } from '../SandboxContext.ts';
import type { PartnerState } from '../state/PartnerState.ts';
import type { AppTokenRow } from './AppTokenRow.ts';

export type AppTokenInit = Partial<
  Pick<
    AppTokenRow,
    | 'status'
    | 'expiry'
    | 'sessionType'
    | 'sessionUserId'
    | 'sessionDuration'
    | 'sessionPrivileges'
    | 'hashType'
    | 'description'
  >
>;

/** Makes an App Token with Kaltura's defaults: SHA1, sessions of a day, no expiry. */
export function addAppToken(partner: PartnerState, init: AppTokenInit, sandbox: SandboxContext): AppTokenRow {
  const now = sandbox.clock.now();
  const row: AppTokenRow = {
    id: sandbox.newId(),
    token: randomText(sandbox.random, 32, hexadecimal),
    status: init.status ?? 2,
    createdAt: now,
    updatedAt: now,
    expiry: init.expiry,
    sessionType: init.sessionType,
    sessionUserId: init.sessionUserId,
    sessionDuration: init.sessionDuration ?? 86_400,
    sessionPrivileges: init.sessionPrivileges,
    hashType: init.hashType ?? 'SHA1',
    description: init.description,
  };
  partner.appTokens.set(row.id, row);
  return row;
}
