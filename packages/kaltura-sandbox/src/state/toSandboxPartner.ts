import { addAppToken } from '../appToken/addAppToken.ts';
import { addEntry } from '../media/addEntry.ts';
import type { SandboxPartner } from '../Sandbox.ts';
import type { SandboxContext } from '../SandboxContext.ts';
import { addUser } from '../user/users.ts';
import { findContent } from './findContent.ts';
import type { PartnerState } from './PartnerState.ts';

/** The handle tests and demos seed an account with. */
export function toSandboxPartner(state: PartnerState, sandbox: SandboxContext): SandboxPartner {
  const { id, adminSecret, userSecret } = state;
  return {
    id,
    adminSecret,
    userSecret,
    addUser: (init) =>
      addUser(state, { screenName: init.id, firstName: init.id, ...init }, init.createdAt ?? sandbox.clock.now()),
    addAppToken: (init) => addAppToken(state, init ?? {}, sandbox),
    addEntry: (init) => addEntry(state, init, sandbox),
    async checksum(contentOf, algorithm = 'sha256') {
      const bytesId = findContent(state, contentOf);
      if (bytesId === undefined) throw new TypeError(`There are no bytes of ${contentOf} in account ${id}.`);
      return sandbox.bytes.checksum(bytesId, algorithm);
    },
    failNextUpload: (where) => {
      state.media.failures.push(where);
    },
  };
}
