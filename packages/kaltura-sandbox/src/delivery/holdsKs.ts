import { decodeKs } from '../session/ks.ts';
import type { SandboxContext } from '../SandboxContext.ts';
import { toSession } from '../session/Session.ts';

/** Whether an account of this server signed the KS, and it has neither run out nor been revoked. Delivery asks no more of it. */
export function holdsKs(ks: string, sandbox: SandboxContext): boolean {
  const fields = decodeKs(ks, (partnerId) => sandbox.partners.get(partnerId)?.adminSecret);
  if (!fields || fields.expiry <= sandbox.clock.now()) return false;
  const partner = sandbox.partners.get(fields.partnerId);
  const group = toSession(ks, fields).privileges.value('sessionid');
  return !partner?.revoked.has(ks) && !(group !== undefined && partner?.revoked.has(`sessionid:${group}`));
}
