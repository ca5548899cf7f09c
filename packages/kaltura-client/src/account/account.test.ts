import { describe, expect, it } from 'vitest';
import { ExchangeError, HostTokenError, KalturaForbiddenError, NetworkError, UpstreamError } from '../errors.ts';
import type { ExchangeAccess } from '../exchange/createExchangeCaller.ts';
import type { KalturaSessionAnswer } from '../exchange/kalturaSessionAnswer.ts';
import type { StatusAnswer } from '../exchange/statusAnswer.ts';
import { connectSandbox, serviceUrl } from '../testing/connectSandbox.ts';
import { createTestClock } from '../testing/createTestClock.ts';
import { checkAccount } from './checkAccount.ts';
import { readAccountStatus } from './readAccountStatus.ts';

const ada = 'ada@uni.example';

const answered: StatusAnswer = {
  connection: 'ok',
  problem: null,
  expected_user_id: ada,
  user: { id: 'Ada@uni.example', origin: 'matched', since: '2026-11-03T08:00:00.000Z' },
  kaltura: {
    service_url: serviceUrl,
    partner_id: 102,
    conversion_profile_id: null,
    can_list_all: false,
    can_upload: true,
    checked_at: '2026-11-26T08:00:00.000Z',
  },
  server_time: '2026-11-26T08:00:01.000Z',
};

const problem = (code: string, status: number): Response =>
  Response.json(
    { type: 'about:blank', title: code, status, code, instance: 'urn:request:r-1' },
    { status, headers: { 'Content-Type': 'application/problem+json' } },
  );

/** An exchange that answers this, and what it was asked. */
function exchangeThat(respond: (nth: number) => Response | Promise<Response>): {
  access: ExchangeAccess;
  asked: string[];
} {
  const asked: string[] = [];
  const access: ExchangeAccess = {
    exchangeUrl: 'https://exchange.test/',
    hub: 'atelier',
    getHostToken: async ({ hub }) => `token for ${hub}`,
    clock: createTestClock(),
    fetch(request) {
      asked.push(`${request.method} ${request.url} ${request.headers.get('authorization')}`);
      return Promise.resolve(respond(asked.length));
    },
  };
  return { access, asked };
}

describe('the status', () => {
  it('is asked for with a host token for this hub, and told in our terms', async () => {
    const { access, asked } = exchangeThat(() => Response.json(answered, { headers: { 'X-Request-Id': 'r-7' } }));
    await expect(readAccountStatus(access)).resolves.toEqual({
      connection: 'ok',
      problem: null,
      expectedUserId: ada,
      user: { id: 'Ada@uni.example', origin: 'matched', since: Date.UTC(2026, 10, 3, 8) },
      account: {
        serviceUrl,
        partnerId: 102,
        canListAll: false,
        canUpload: true,
        checkedAt: Date.UTC(2026, 10, 26, 8),
      },
      requestId: 'r-7',
    });
    expect(asked).toEqual(['GET https://exchange.test/v1/status Bearer token for atelier']);
  });

  it('is null where there is nothing yet', async () => {
    const nothing: StatusAnswer = {
      ...answered,
      connection: 'not_connected',
      problem: 'not_connected',
      expected_user_id: null,
      user: null,
      kaltura: null,
    };
    const { access } = exchangeThat(() => Response.json(nothing));
    await expect(readAccountStatus(access)).resolves.toMatchObject({ user: null, account: null, requestId: null });
  });

  it('says what the exchange refuses, with its reference', async () => {
    const { access } = exchangeThat(() => problem('plan_not_entitled', 403));
    const error: unknown = await readAccountStatus(access).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ExchangeError);
    expect(error).toMatchObject({ code: 'plan_not_entitled', requestId: 'r-1' });
  });

  it('is asked for again after a passing failure, and after an expired host token', async () => {
    const passing = exchangeThat((nth) => (nth === 1 ? problem('draining', 503) : Response.json(answered)));
    await expect(readAccountStatus(passing.access)).resolves.toMatchObject({ connection: 'ok' });
    const expired = exchangeThat((nth) => (nth === 1 ? problem('token_expired', 401) : Response.json(answered)));
    await expect(readAccountStatus(expired.access)).resolves.toMatchObject({ connection: 'ok' });
    expect(expired.asked).toHaveLength(2);
  });

  it.each([
    ['a web page', () => new Response('<html>'), UpstreamError],
    ['another shape', () => Response.json({ ...answered, user: { id: 7 } }), UpstreamError],
    ['nothing at all', () => Promise.reject(new TypeError('offline')), NetworkError],
  ])('is no status when the answer is %s', async (_, respond, kind) => {
    const { access } = exchangeThat(respond);
    await expect(readAccountStatus(access)).rejects.toThrow(kind);
  });

  it('is not asked for when the host signs nothing', async () => {
    const { access, asked } = exchangeThat(() => Response.json(answered));
    const failing = { ...access, getHostToken: () => Promise.reject(new Error('signed out')) };
    await expect(readAccountStatus(failing)).rejects.toThrow(HostTokenError);
    expect(asked).toEqual([]);
  });
});

describe('the check', () => {
  /** The exchange in front of a sandbox, as far as sessions go. */
  function exchangeBefore(more: Partial<KalturaSessionAnswer['kaltura']> = {}): {
    connection: ReturnType<typeof connectSandbox>;
    access: ExchangeAccess;
    asked: unknown[];
    handOut: (ks: string) => void;
  } {
    const connection = connectSandbox();
    const asked: unknown[] = [];
    let first: string | null = null;
    const access: ExchangeAccess = {
      exchangeUrl: 'https://exchange.test',
      hub: 'atelier',
      getHostToken: async () => 'token',
      clock: connection.clock,
      async fetch(request) {
        if (!request.url.startsWith('https://exchange.test')) return connection.fetch(request);
        asked.push(await request.text());
        const session = await connection.sessionOf(ada).get();
        const ks = first ?? session.ks;
        first = null;
        return Response.json({
          access_token: ks,
          issued_token_type: 'urn:spaces:token-type:kaltura-session',
          token_type: 'N_A',
          expires_in: 3600,
          refresh_in: 2500,
          kaltura: {
            service_url: serviceUrl,
            partner_id: 102,
            user_id: ada,
            user_origin: 'created',
            hosts: [],
            conversion_profile_id: null,
            can_list_all: true,
            can_upload: true,
            ...more,
          },
          server_time: '2026-11-26T08:00:01.000Z',
        } satisfies KalturaSessionAnswer);
      },
    };
    return { connection, access, asked, handOut: (ks) => (first = ks) };
  }

  it('asks the exchange for a session and Kaltura for the person and their media', async () => {
    const { connection, access, asked } = exchangeBefore({ can_upload: false });
    connection.partner.addEntry({ name: 'Atrium', mediaType: 2, userId: ada });
    connection.partner.addEntry({ name: 'Boat', mediaType: 1, userId: 'bob@uni.example' });
    await expect(checkAccount(access)).resolves.toEqual({
      userId: ada,
      canListAll: true,
      canUpload: false,
      mediaCount: 2,
    });
    expect(asked).toEqual(['']);
    await checkAccount(access);
    expect(asked).toHaveLength(2);
  });

  it('is not content with a session that Kaltura refuses', async () => {
    const { access, asked, handOut } = exchangeBefore();
    handOut('djJ8MTAyfGRlYWQ');
    await expect(checkAccount(access)).resolves.toMatchObject({ userId: ada });
    expect(asked).toEqual(['', expect.stringMatching(/^\{"stale":"[0-9a-f]{16}"\}$/)]);
  });

  it('says that the person is blocked', async () => {
    const { connection, access } = exchangeBefore();
    connection.partner.addUser({ id: ada });
    const blocked = { ...access, fetch: blockingAfterTheSession(connection, access) };
    await expect(checkAccount(blocked)).rejects.toThrow(KalturaForbiddenError);
  });

  function blockingAfterTheSession(
    connection: ReturnType<typeof connectSandbox>,
    { fetch }: ExchangeAccess,
  ): NonNullable<ExchangeAccess['fetch']> {
    return async (request) => {
      if (request.url.endsWith('/multirequest')) {
        const fault = { code: 'USER_BLOCKED', message: 'blocked', objectType: 'KalturaAPIException', args: [] };
        return Response.json([fault, fault]);
      }
      return (fetch ?? connection.fetch)(request);
    };
  }
});
