import type { KalturaSession, SessionSource } from './KalturaSession.ts';

export type StaticSessionInit = Pick<KalturaSession, 'ks' | 'serviceUrl' | 'partnerId' | 'userId'> &
  Partial<KalturaSession>;

/**
 * A source that always has the same session: for tests, stories and scripts that already hold a KS. It cannot renew: when
 * Kaltura refuses the KS, the call fails with Kaltura's error.
 */
export function createStaticSessionSource(init: StaticSessionInit): SessionSource {
  const session: KalturaSession = {
    hosts: [],
    conversionProfileId: null,
    canListAll: false,
    canUpload: true,
    expiresAt: Number.MAX_SAFE_INTEGER,
    refreshAt: Number.MAX_SAFE_INTEGER,
    ...init,
  };
  return {
    get: () => Promise.resolve(session),
    renew: () => Promise.resolve(session),
    clear: () => {},
  };
}
