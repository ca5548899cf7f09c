import type { FetchRequest } from '@spaces-kaltura/client';
import type { TestAccount } from './createTestAccount.ts';

export interface TestExchange {
  /** For a provider: its properties `exchangeUrl`, `getHostToken` and `fetch`. */
  readonly access: { exchangeUrl: string; getHostToken: () => Promise<string>; fetch: FetchRequest };
  /** Answers with this error from now on; null gives sessions again. */
  refuse: (problem: { code: string; status: number } | null) => void;
}

let exchanges = 0;

/**
 * A token exchange in front of an account, for whoever asks: it always signs in the same person. Each has an address of its
 * own, since uploads are shared by all who come through the same one.
 */
export function exchangeFor(account: TestAccount, userId: string): TestExchange {
  exchanges += 1;
  const exchangeUrl = `https://exchange-${exchanges}.test`;
  const source = account.session(userId);
  let refusal: { code: string; status: number } | null = null;

  const answer = async (): Promise<Response> => {
    if (refusal !== null) {
      const body = {
        ...refusal,
        title: refusal.code,
        retriable: 'no',
        fix_by: 'hub_admin',
        next_step: 'connect_kaltura',
      };
      const headers = { 'Content-Type': 'application/problem+json' };
      return Response.json(body, { status: refusal.status, headers });
    }
    source.clear();
    const { ks, serviceUrl, partnerId } = await source.get();
    return Response.json({
      access_token: ks,
      issued_token_type: 'urn:spaces:token-type:kaltura-session',
      token_type: 'N_A',
      expires_in: 3600,
      refresh_in: 3000,
      kaltura: {
        service_url: serviceUrl,
        partner_id: partnerId,
        user_id: userId,
        user_origin: 'matched',
        hosts: [],
        conversion_profile_id: null,
        can_list_all: false,
        can_upload: true,
      },
      server_time: new Date().toISOString(),
    });
  };

  return {
    access: {
      exchangeUrl,
      getHostToken: async () => 'host token',
      fetch: (request) => (request.url.startsWith(exchangeUrl) ? answer() : account.fetch(request)),
    },
    refuse(problem) {
      refusal = problem;
    },
  };
}
