import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import {
  KalturaApiError,
  KalturaForbiddenError,
  KalturaRateLimitError,
  NetworkError,
  UpstreamError,
} from '../errors.ts';
import { mediaAdd, mediaGet, mediaList } from '../services/mediaRequests.ts';
import { userGet } from '../services/userRequests.ts';
import { createTestClock, type TestClock } from '../testing/createTestClock.ts';
import { createKalturaApi, type KalturaApi, type KalturaApiOptions } from './createKalturaApi.ts';

const ks = 'djJ8MTAyfHNlY3JldC1zZXNzaW9uLW9mLWFkYQ==';
const target = { serviceUrl: 'https://kaltura.example', ks, hosts: ['cdn.example'] };
const user = { id: 'ada@uni.example', screenName: 'Ada', createdAt: 1, status: 1, objectType: 'KalturaUser' };
const exception = (code: string, args: unknown = [], message = code): object => ({
  code,
  message,
  objectType: 'KalturaAPIException',
  args,
});

/** An API whose server gives the answers in turn, the last one again and again. */
function against(
  answers: readonly (() => Response | Promise<Response>)[],
  options: KalturaApiOptions = {},
): { api: KalturaApi; clock: TestClock; requests: Request[] } {
  const clock = createTestClock();
  const requests: Request[] = [];
  const api = createKalturaApi({
    clock,
    random: () => 0.5,
    fetch: async (request) => {
      requests.push(request);
      const answer = answers[Math.min(requests.length, answers.length) - 1];
      if (!answer) throw new Error('no answer');
      return answer();
    },
    ...options,
  });
  return { api, clock, requests };
}

const json = (value: unknown, init?: ResponseInit) => () => Response.json(value, init);
const html = (status: number) => () =>
  new Response('<html>Bad gateway</html>', { status, headers: { 'Content-Type': 'text/html' } });
const reset = (): never => {
  throw new TypeError('fetch failed');
};

describe('a call', () => {
  it('is a form that needs no preflight, without cookies and referrer, and never with the KS in the URL', async () => {
    const { api, requests } = against([json({ objects: [], totalCount: 0 })]);
    await api.call(mediaList({ filter: { tagsLike: '360', statusIn: [2, 1] }, orderBy: '-createdAt' }), target);
    const [request] = requests;
    expect(request?.url).toBe('https://kaltura.example/api_v3/service/media/action/list');
    expect(request?.headers.get('Content-Type')).toMatch(/^application\/x-www-form-urlencoded/);
    expect(request?.credentials).toBe('omit');
    expect(request?.referrerPolicy).toBe('no-referrer');
    expect(request?.redirect).toBe('manual');
    const body = new URLSearchParams(await request?.text());
    expect(Object.fromEntries(body)).toEqual({
      ks,
      format: '1',
      clientTag: 'spaces-kaltura',
      'filter[objectType]': 'KalturaMediaEntryFilter',
      'filter[mediaTypeIn]': '1,2,5',
      'filter[tagsLike]': '360',
      'filter[statusIn]': '2,1',
      'filter[orderBy]': '-createdAt',
    });
  });

  it('leaves out characters that Kaltura would refuse the whole call for', async () => {
    const { api, requests } = against([json(exception('SERVICE_FORBIDDEN'))]);
    const named = mediaAdd({ mediaType: 1, name: 'a\u0000b\u001F🎉\uD800' });
    await expect(api.call(named, target)).rejects.toThrow('SERVICE_FORBIDDEN');
    const body = new URLSearchParams(await requests[0]?.text());
    expect(body.get('entry[name]')).toBe('ab🎉\uFFFD');
  });

  it('rejects with the reason of its signal, before and while it is under way', async () => {
    const { api, requests } = against([() => new Promise<never>(() => {})]);
    const controller = new AbortController();
    const early = api.call(userGet(), target, { signal: AbortSignal.abort() });
    await expect(early).rejects.toMatchObject({ name: 'AbortError' });
    const late = api.call(userGet(), target, { signal: controller.signal });
    controller.abort();
    await expect(late).rejects.toMatchObject({ name: 'AbortError' });
    expect(requests).toHaveLength(1);
  });

  it('times out when nothing comes', async () => {
    const { api, clock } = against([() => new Promise<never>(() => {})], { retry: { attempts: 1 } });
    const call = api.call(userGet(), target);
    await Promise.resolve();
    clock.advance(30_000);
    await expect(call).rejects.toMatchObject({ name: 'NetworkError', code: 'network_timeout' });
  });
});

describe('what Kaltura refuses', () => {
  it('is an error although the status is 200, with the code, the arguments and the call', async () => {
    const { api, requests } = against([
      json(exception('ENTRY_ID_NOT_FOUND', { ENTRY_ID: '0_nope' }, 'Entry id "0_nope" not found')),
    ]);
    const error: unknown = await api.call(mediaGet('0_nope'), target).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(KalturaApiError);
    expect(error).toMatchObject({
      code: 'ENTRY_ID_NOT_FOUND',
      args: { ENTRY_ID: '0_nope' },
      service: 'media',
      action: 'get',
      retriable: false,
    });
    expect(requests).toHaveLength(1);
  });

  it.each([
    ['SERVICE_FORBIDDEN', { SERVICE: 'media->list' }],
    ['USER_BLOCKED', []],
    ['INVALID_KS', { KSID: '', ERR_CODE: '-4', ERR_DESC: 'INVALID_TYPE' }],
  ])('is forbidden with %s', async (code, args) => {
    const { api } = against([json(exception(code, args))]);
    await expect(api.call(userGet(), target)).rejects.toBeInstanceOf(KalturaForbiddenError);
  });

  it.each([ks, 'djJ8MTAzfHNvbWVib2R5LWVsc2U='])(
    'never repeats a KS, neither the own nor the cached one of others',
    async (echoed) => {
      const { api } = against([
        json(
          exception(
            'INVALID_KS',
            { KSID: echoed, ERR_CODE: '-1', ERR_DESC: `INVALID_STR ${echoed}` },
            `Invalid KS "${echoed}", Error "-1,INVALID_STR"`,
          ),
        ),
        json(exception('INVALID_PARAMETER', { VALUE: `a ${echoed} b` }, `Bad value ${echoed}`)),
      ]);
      for (const request of [userGet(), userGet()]) {
        const error = await api.call(request, target).catch((reason: unknown) => reason as KalturaApiError);
        expect(error).toBeInstanceOf(KalturaApiError);
        expect(inspect(error, { depth: 9 })).not.toContain(echoed.slice(8, 24));
      }
    },
  );

  it('never repeats a KS that does not look like one', async () => {
    const legacy = 'MTAyfGxlZ2FjeS1zZXNzaW9uLW9mLXNvbWVib2R5';
    const { api } = against([
      json(exception('INVALID_KS', { KSID: legacy, ERR_CODE: '-1' }, `Invalid KS "${legacy}"`)),
    ]);
    const error: unknown = await api.call(userGet(), target).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: 'INVALID_KS', args: { ERR_CODE: '-1' } });
    expect(inspect(error, { depth: 9 })).not.toContain(legacy);
  });

  it('keeps the word that Kaltura puts in place of a KS it knows', async () => {
    const { api } = against([json(exception('INVALID_KS', { KSID: 'LOGOUT', ERR_CODE: '-1' }))]);
    await expect(api.call(userGet(), target)).rejects.toMatchObject({ args: { KSID: 'LOGOUT', ERR_CODE: '-1' } });
  });

  it('may be repeated when it was a rate limit, even a write', async () => {
    const entry = { id: '0_a', partnerId: 102, mediaType: 1, status: 7 };
    const { api, requests } = against([json(exception('ACTION_BLOCKED')), json(entry)]);
    await expect(api.call(mediaAdd({ mediaType: 1 }), target)).resolves.toMatchObject({ id: '0_a' });
    expect(requests).toHaveLength(2);
    const { api: blocked } = against([json(exception('ACTION_BLOCKED'))]);
    await expect(blocked.call(userGet(), target)).rejects.toBeInstanceOf(KalturaRateLimitError);
  });
});

const troubles: [string, () => Response, new (...args: never[]) => Error, string][] = [
  ['a reset connection', reset, NetworkError, 'network_unreachable'],
  ['status 500', html(500), UpstreamError, 'upstream_unavailable'],
  ['status 502', html(502), UpstreamError, 'upstream_unavailable'],
  ['status 503', html(503), UpstreamError, 'upstream_unavailable'],
  ['status 504', html(504), UpstreamError, 'upstream_unavailable'],
  ['status 408', html(408), UpstreamError, 'upstream_unavailable'],
  ['status 429', html(429), UpstreamError, 'upstream_unavailable'],
  ['HTML with status 200', html(200), UpstreamError, 'upstream_bad_response'],
  ['an empty answer', () => new Response(''), UpstreamError, 'upstream_bad_response'],
  ['truncated JSON', () => new Response('{"id":"ada@uni'), UpstreamError, 'upstream_bad_response'],
  ['null', json(null), UpstreamError, 'upstream_bad_response'],
  ['a list', json([]), UpstreamError, 'upstream_bad_response'],
  ['a number', json(7), UpstreamError, 'upstream_bad_response'],
  ['an object without what counts', json({ screenName: 'Ada' }), UpstreamError, 'upstream_bad_response'],
  ['an id that is none', json({ id: {} }), UpstreamError, 'upstream_bad_response'],
  ['a flood', () => new Response(`{"id":"${'x'.repeat(2000)}"}`), UpstreamError, 'upstream_bad_response'],
];

describe.each(troubles)('%s', (_, trouble, kind, code) => {
  it('is overcome by a read when it passes', async () => {
    const { api, clock, requests } = against([trouble, trouble, json(user)], { maxAnswerBytes: 1000 });
    await expect(api.call(userGet(), target)).resolves.toMatchObject({ id: 'ada@uni.example' });
    expect(requests).toHaveLength(3);
    expect(clock.pauses).toEqual([250, 500]);
  });

  it('is told when it stays, after three attempts', async () => {
    const { api, requests } = against([trouble], { maxAnswerBytes: 1000 });
    const error: unknown = await api.call(userGet(), target).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(kind);
    expect(error).toMatchObject({ code, retriable: true });
    expect(requests).toHaveLength(3);
  });

  it('never makes a write happen twice', async () => {
    const { api, requests } = against([trouble], { maxAnswerBytes: 1000 });
    await expect(api.call(mediaAdd({ mediaType: 1 }), target)).rejects.toMatchObject({ code });
    expect(requests).toHaveLength(1);
  });
});

it.each([301, 302, 303, 307, 308])(
  'a redirect (%i) is not followed: it would carry the KS elsewhere',
  async (status) => {
    const { api, requests } = against([() => Response.redirect('https://elsewhere.example/', status)]);
    await expect(api.call(userGet(), target)).rejects.toMatchObject({ code: 'upstream_bad_response', status });
    expect(requests).toHaveLength(1);
  },
);

describe('waiting between attempts', () => {
  it('never ends before the server said, in seconds or as a date', async () => {
    const soon = new Date(1_800_000_000_000 + 7000).toUTCString();
    const busy = (retryAfter: string) => () =>
      new Response('', { status: 503, headers: { 'Retry-After': retryAfter } });
    const { api, clock } = against([busy(soon), busy('3'), json(user)]);
    await api.call(userGet(), target);
    expect(clock.pauses).toEqual([7000, 3000]);
  });

  it('is not for the user when the server wants long: the error says how long', async () => {
    const { api, requests } = against([() => new Response('', { status: 429, headers: { 'Retry-After': '120' } })]);
    await expect(api.call(userGet(), target)).rejects.toMatchObject({ retryAfterMs: 120_000 });
    expect(requests).toHaveLength(1);
  });

  it('is ended by the signal', async () => {
    const controller = new AbortController();
    const { api, requests } = against([html(503)], { clock: createTestClock(0) });
    const call = api.call(userGet(), target, { signal: controller.signal });
    await new Promise((resolve) => setImmediate(resolve));
    controller.abort();
    await expect(call).rejects.toMatchObject({ name: 'AbortError' });
    expect(requests).toHaveLength(1);
  });

  it('does not happen for a page that is not there', async () => {
    const { api, requests } = against([html(404)]);
    await expect(api.call(userGet(), target)).rejects.toMatchObject({
      code: 'upstream_bad_response',
      status: 404,
      retriable: false,
    });
    expect(requests).toHaveLength(1);
  });
});

describe('a multirequest', () => {
  it('has a result or an error for each item', async () => {
    const { api, requests } = against([
      json([exception('ENTRY_ID_NOT_FOUND', { ENTRY_ID: '0_a' }), user, { nothing: 'useful' }]),
    ]);
    const [entry, me, odd] = await api.multirequest([mediaGet('0_a'), userGet(), userGet()], target);
    expect(entry).toMatchObject({ ok: false, error: { code: 'ENTRY_ID_NOT_FOUND', action: 'get' } });
    expect(me).toMatchObject({ ok: true, value: { id: 'ada@uni.example' } });
    expect(odd).toMatchObject({ ok: false, error: { code: 'upstream_bad_response' } });
    const body = new URLSearchParams(await requests[0]?.text());
    expect(requests[0]?.url).toBe('https://kaltura.example/api_v3/service/multirequest');
    expect(body.get('1[service]')).toBe('media');
    expect(body.get('2[action]')).toBe('get');
  });

  it('is one error when the answer does not fit', async () => {
    const { api } = against([json([user])], { retry: { attempts: 1 } });
    await expect(api.multirequest([userGet(), userGet()], target)).rejects.toBeInstanceOf(UpstreamError);
    const { api: refused } = against([json(exception('SERVICE_FORBIDDEN'))]);
    await expect(refused.multirequest([userGet()], target)).rejects.toBeInstanceOf(KalturaForbiddenError);
  });
});
