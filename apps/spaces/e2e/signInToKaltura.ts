import { createKalturaClient, type KalturaClient } from '@spaces-kaltura/client';
import { createAppTokenSessionSource } from '@spaces-kaltura/client/api';
import type { Demo } from '../server/startDemo.ts';

/** Kaltura as somebody of Atelier Nord reaches it from another program. */
export function signInToKaltura({ urls, sandbox }: Pick<Demo, 'urls' | 'sandbox'>, userId: string): KalturaClient {
  const { partner, appToken } = sandbox.partners.enterprise;
  const session = createAppTokenSessionSource({
    serviceUrl: urls.sandbox,
    partnerId: partner.id,
    appToken: { ...appToken, hashType: 'SHA256' },
    userId,
  });
  return createKalturaClient({ session });
}
