import * as fc from 'fast-check';
import { createHash } from 'node:crypto';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { ExchangeError, NetworkError, UpstreamError } from '../errors.ts';
import { type KalturaSessionAnswer, kalturaSessionAnswerSchema } from '../exchange/kalturaSessionAnswer.ts';
import { createTestClock } from '../testing/createTestClock.ts';
import { createExchangeSessionSource } from './createExchangeSessionSource.ts';
import type { ExchangeSessionOptions } from './exchangeSessions.ts';
import { readSessionAnswer } from './readSessionAnswer.ts';
import type { SessionSource } from './KalturaSession.ts';

const answer: KalturaSessionAnswer = {
  access_token: 'djJ8MTAyfG9uZQ==',
  issued_token_type: 'urn:spaces:token-type:kaltura-session',
  token_type: 'N_A',
  expires_in: 3600,
  refresh_in: 3000,
  kaltura: {
    service_url: 'https://kaltura.example/',
    partner_id: 102,
    user_id: 'ada@uni.example',
    user_origin: 'matched',
    hosts: ['cdn.example'],
    conversion_profile_id: null,
    can_list_all: true,
    can_upload: true,
  },
  server_time: '2027-01-15T08:00:00Z',
};

const problem = (code: string, status: number, more: object = {}): Response =>
  Response.json(
    { type: 'about:blank', title: code, status, code, instance: 'urn:request:r-1', ...more },
    { status, headers: { 'Content-Type': 'application/problem+json' } },
  );

function exchangeWith(
  respond: (request: Request, nth: number) => Response | Promise<Response>,
  options: Partial<ExchangeSessionOptions> = {},
): { source: SessionSource; requests: Request[]; clock: ReturnType<typeof createTestClock>; tokens: string[] } {
  const clock = createTestClock();
  const requests: Request[] = [];
  const tokens: string[] = [];
  const source = createExchangeSessionSource({
    exchangeUrl: 'https://exchange.example/',
    hub: 'atelier',
    getHostToken: async ({ hub }) => {
      tokens.push(`${hub}-${tokens.length + 1}`);
      return tokens.at(-1)!;
    },
    clock,
    random: () => 0.5,
    fetch: async (request) => {
      requests.push(request);
      return respond(request, requests.length);
    },
    ...options,
  });
  return { source, requests, clock, tokens };
}

describe('a session from the exchange', () => {
  it('is asked for with the host token of the hub and put on the local clock', async () => {
    const { source, requests, clock } = exchangeWith(() => Response.json(answer));
    await expect(source.get()).resolves.toEqual({
      ks: answer.access_token,
      serviceUrl: 'https://kaltura.example',
      partnerId: 102,
      userId: 'ada@uni.example',
      hosts: ['cdn.example'],
      conversionProfileId: null,
      canListAll: true,
      canUpload: true,
      expiresAt: clock.now() + 3_600_000,
      refreshAt: clock.now() + 2_850_000,
    });
    expect(requests.map(({ method, url }) => `${method} ${url}`)).toEqual([
      'POST https://exchange.example/v1/kaltura-session',
    ]);
    expect(requests[0]?.headers.get('Authorization')).toBe('Bearer atelier-1');
    expect(await requests[0]?.text()).toBe('');
  });

  it('is renewed with the fingerprint of the refused KS, never with the KS', async () => {
    const { source, requests } = exchangeWith((_, nth) =>
      Response.json({ ...answer, access_token: nth === 1 ? 'stale-ks' : 'fresh-ks' }),
    );
    const stale = await source.get();
    await expect(source.renew(stale)).resolves.toMatchObject({ ks: 'fresh-ks' });
    const fingerprint = createHash('sha256').update('stale-ks').digest('hex').slice(0, 16);
    expect(await requests[1]?.json()).toEqual({ stale: fingerprint });
  });

  it('is asked for once more with a fresh host token when the first had expired, and not a third time', async () => {
    const { source, tokens } = exchangeWith((_, nth) =>
      nth === 1 ? problem('token_expired', 401) : Response.json(answer),
    );
    await expect(source.get()).resolves.toMatchObject({ partnerId: 102 });
    expect(tokens).toEqual(['atelier-1', 'atelier-2']);

    const stubborn = exchangeWith(() => problem('token_expired', 401));
    await expect(stubborn.source.get()).rejects.toMatchObject({ code: 'token_expired' });
    expect(stubborn.tokens).toHaveLength(2);
  });

  it('is confirmed by asking anew, and stays in use whatever the answer', async () => {
    const { source, requests } = exchangeWith((_, nth) =>
      nth === 2 ? problem('connection_paused', 403) : Response.json({ ...answer, access_token: `ks-${nth}` }),
    );
    await source.get();
    await expect(source.confirm?.()).rejects.toMatchObject({ code: 'connection_paused', retriable: false });
    await expect(source.confirm?.()).resolves.toMatchObject({ ks: 'ks-3', userId: 'ada@uni.example' });
    await expect(source.get()).resolves.toMatchObject({ ks: 'ks-1' });
    expect(await requests[1]?.text()).toBe('');
    expect(requests).toHaveLength(3);
  });

  it('is refused in the words of the exchange', async () => {
    const { source, requests } = exchangeWith(() => problem('plan_not_entitled', 403));
    const error: unknown = await source.get().catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ExchangeError);
    expect(error).toMatchObject({
      code: 'plan_not_entitled',
      status: 403,
      retriable: false,
      fixBy: 'hub_admin',
      nextStep: 'change_plan',
      requestId: 'r-1',
    });
    expect(requests).toHaveLength(1);
  });

  it('understands a code that only a newer exchange knows', async () => {
    const { source } = exchangeWith(() => problem('moon_phase_wrong', 409, { retriable: 'no', fix_by: 'user' }));
    await expect(source.get()).rejects.toMatchObject({ code: 'moon_phase_wrong', fixBy: 'user', retriable: false });
  });

  it('is tried again while the exchange asks for patience', async () => {
    const { source, clock } = exchangeWith((_, nth) =>
      nth === 1 ? problem('upstream_unavailable', 503) : Response.json(answer),
    );
    await source.get();
    expect(clock.pauses).toEqual([250]);
  });

  it.each([
    ['is out of reach', () => Promise.reject(new TypeError('fetch failed')), NetworkError],
    ['answers a page', () => new Response('<html>', { status: 200 }), UpstreamError],
    ['fails without an explanation', () => new Response('', { status: 502 }), UpstreamError],
    ['names a service without https', () => Response.json(withServiceUrl('http://kaltura.example')), UpstreamError],
    ['names a service with user info', () => Response.json(withServiceUrl('https://a@evil.example')), UpstreamError],
  ])('is none when the exchange %s', async (_, respond, kind) => {
    await expect(exchangeWith(respond).source.get()).rejects.toBeInstanceOf(kind);
  });

  it('fails as one of ours when the host fails, with its error as the cause', async () => {
    const reason = new Error('signed out');
    const { source, requests } = exchangeWith(() => Response.json(answer), {
      getHostToken: () => Promise.reject(reason),
    });
    await expect(source.get()).rejects.toMatchObject({ name: 'HostTokenError', retriable: true, cause: reason });
    expect(requests).toHaveLength(0);
  });

  it.each(['', 'a page\n<html>', 'jéton', '✓'])('takes nothing for a token that is none: %j', async (token) => {
    const { source, requests } = exchangeWith(() => Response.json(answer), { getHostToken: async () => token });
    await expect(source.get()).rejects.toMatchObject({ name: 'HostTokenError' });
    expect(requests).toHaveLength(0);
  });

  it('leaves a host that withdraws its word alone', async () => {
    const { source } = exchangeWith(() => Response.json(answer), {
      getHostToken: () => Promise.reject(new DOMException('Another person has signed in', 'AbortError')),
    });
    await expect(source.get()).rejects.toMatchObject({ name: 'AbortError' });
  });
});

const withServiceUrl = (service_url: string): KalturaSessionAnswer => ({
  ...answer,
  kaltura: { ...answer.kaltura, service_url },
});

it('reads an answer exactly when the wire schema accepts it and its service is safe', () => {
  const odd = ['', 'x', 'https://a.example', 0, -1, 1.5, 102, true, false, null, [], ['h'], [1], {}, undefined];
  const members = ['access_token', 'expires_in', 'refresh_in', 'kaltura'];
  const nested = Object.keys(answer.kaltura).filter((name) => name !== 'user_origin');
  const place = fc.constantFrom(...members, ...nested);
  const value = fc.oneof(fc.constantFrom<unknown>(...odd), fc.string());
  const readsWhatTheSchemaAccepts = fc.property(place, value, (name, oddValue) => {
    const mutated: unknown = nested.includes(name)
      ? { ...answer, kaltura: { ...answer.kaltura, [name]: oddValue } }
      : { ...answer, [name]: oddValue };
    const accepted = v.safeParse(kalturaSessionAnswerSchema, mutated).success;
    const safe = name !== 'service_url' || oddValue === 'https://a.example';
    return reads(mutated) === (accepted && safe);
  });
  expect(() => fc.assert(readsWhatTheSchemaAccepts, { numRuns: 500 })).not.toThrow();
});

function reads(json: unknown): boolean {
  try {
    return readSessionAnswer(json, { asked: 0, jitter: 0 }).partnerId >= 0;
  } catch {
    return false;
  }
}
