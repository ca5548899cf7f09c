import { KalturaClientError } from '../errors.ts';
import { confirmSession } from '../session/confirmSession.ts';
import type { KalturaSession, SessionSource } from '../session/KalturaSession.ts';

/** The sessions of a queue began to act for another Kaltura user: what is under way belongs to the former one. */
export class OwnerChangedError extends KalturaClientError {
  override readonly name = 'OwnerChangedError';
  override readonly code = 'owner_changed';
  override readonly retriable = false;

  constructor() {
    super('The session acts for another Kaltura user than the uploads were begun as');
  }
}

export interface OneOwner extends Required<SessionSource> {
  /** The next session decides anew whose uploads these are. */
  forgetOwner(): void;
}

/**
 * Sessions of one Kaltura user, whoever that is at first: a host that signs for somebody else in the middle must not send
 * one person's bytes to another's account.
 */
export function oneOwner(source: SessionSource): OneOwner {
  let owner: string | null = null;
  const checked = (session: KalturaSession): KalturaSession => {
    const whose = JSON.stringify([session.serviceUrl, session.partnerId, session.userId.toLowerCase()]);
    owner ??= whose;
    if (owner !== whose) throw new OwnerChangedError();
    return session;
  };
  return {
    get: async (options) => checked(await source.get(options)),
    renew: async (stale, options) => checked(await source.renew(stale, options)),
    confirm: async (options) => checked(await confirmSession(source, options)),
    clear: () => source.clear(),
    forgetOwner: () => {
      owner = null;
    },
  };
}
