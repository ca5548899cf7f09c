import { decodeKs } from '../session/ks.ts';
import { type Session, toSession } from '../session/Session.ts';
import type { SandboxContext } from '../SandboxContext.ts';

/**
 * The session of a KS that an account of this server signed and that has neither run out nor been revoked; null for any
 * other text. Delivery looks at nothing else of it: roles and quotas are the API's.
 */
export function deliverySession(ks: string, sandbox: SandboxContext): Session | null {
  const fields = decodeKs(ks, (partnerId) => sandbox.partners.get(partnerId)?.adminSecret);
  if (!fields || fields.expiry <= sandbox.clock.now()) return null;
  const partner = sandbox.partners.get(fields.partnerId);
  const session = toSession(ks, fields);
  const group = session.privileges.value('sessionid');
  const isRevoked = partner?.revoked.has(ks) || (group !== undefined && partner?.revoked.has(`sessionid:${group}`));
  return isRevoked ? null : session;
}
