import { systemClock } from '../api/Clock.ts';
import { createKalturaApi, type KalturaApiOptions } from '../api/createKalturaApi.ts';
import { appTokenStartSession, startWidgetSession } from '../services/sessionRequests.ts';
import { userGet } from '../services/userRequests.ts';
import { createSessionSource } from './createSessionSource.ts';
import type { SessionSource } from './KalturaSession.ts';
import { type HashType, tokenHash } from './tokenHash.ts';

/** An App Token as Kaltura's `appToken.add` answers it. */
export interface AppToken {
  readonly id: string;
  /** The secret: whoever has it can act as any participant, so it stays on a server. */
  readonly token: string;
  readonly hashType?: HashType | undefined;
}

export interface AppTokenSessionOptions extends KalturaApiOptions {
  serviceUrl: string;
  partnerId: number;
  appToken: AppToken;
  /** Whom to act as; the user is created when there is none. */
  userId: string;
  /** Seconds; default what the App Token allows. */
  expiry?: number | undefined;
  hosts?: readonly string[] | undefined;
  conversionProfileId?: number | null | undefined;
}

/**
 * Sessions straight from an App Token, without a token exchange: for servers, tests and stories. A browser must never see
 * an App Token; there, use `createExchangeSessionSource`.
 */
export function createAppTokenSessionSource(options: AppTokenSessionOptions): SessionSource {
  const { serviceUrl, partnerId, appToken, userId, expiry, hosts = [], conversionProfileId = null } = options;
  const { clock = systemClock } = options;
  const api = createKalturaApi(options);

  return createSessionSource({
    clock,
    load: async ({ signal }) => {
      const asked = clock.now();
      const widget = await api.call(startWidgetSession(partnerId), { serviceUrl }, { signal });
      const hash = await tokenHash(appToken.hashType ?? 'SHA1', widget.ks, appToken.token);
      const request = appTokenStartSession({ id: appToken.id, tokenHash: hash, userId, expiry });
      const info = await api.call(request, { serviceUrl, ks: widget.ks }, { signal });
      const user = await api.call(userGet(), { serviceUrl, ks: info.ks }, { signal });
      const expiresAt = info.expiry * 1000;
      return {
        ks: info.ks,
        serviceUrl,
        partnerId,
        userId: user.id,
        hosts,
        conversionProfileId,
        canListAll: info.privileges.split(',').some((privilege) => privilege.trim() === 'list:*'),
        canUpload: true,
        expiresAt,
        refreshAt: asked + (expiresAt - asked) * 0.8,
      };
    },
  });
}
