import { describe, expect, it } from 'vitest';
import { ExchangeError, UpstreamError } from '../errors.ts';
import type { PlaybackSessionAnswer } from '../exchange/playbackSessionAnswer.ts';
import { createTestClock } from '../testing/createTestClock.ts';
import { createExchangePlaybackSource } from './createExchangePlaybackSource.ts';

const answerFor = (entryId: string): PlaybackSessionAnswer => ({
  access_token: `djJ8MTAyfA${entryId}`,
  issued_token_type: 'urn:spaces:token-type:kaltura-session',
  token_type: 'N_A',
  expires_in: 1800,
  refresh_in: 1440,
  kaltura: {
    service_url: 'https://kaltura.example',
    partner_id: 102,
    user_id: 'ada@uni.example',
    entry_id: entryId,
    hosts: ['cdn.example'],
  },
  server_time: '2027-01-15T08:00:00Z',
});

type Asked = { entryId: string; stale?: string };

function start(respond: (asked: Asked) => Response = ({ entryId }) => Response.json(answerFor(entryId))) {
  const clock = createTestClock();
  const asked: Asked[] = [];
  const named: (string | undefined)[] = [];
  const source = createExchangePlaybackSource({
    exchangeUrl: 'https://exchange.example',
    hub: 'atelier',
    getHostToken: ({ entryId }) => {
      named.push(entryId);
      return Promise.resolve('host-token');
    },
    clock,
    random: () => 0,
    fetch: async (request) => {
      expect(`${request.method} ${request.url}`).toBe('POST https://exchange.example/v1/playback-session');
      const body = (await request.json()) as Asked;
      asked.push(body);
      return respond(body);
    },
  });
  return { source, asked, named, clock };
}

describe('sessions that play one entry', () => {
  it('are asked for with a host token that names the entry', async () => {
    const { source, asked, named, clock } = start();
    await expect(source.of('0_abc').get()).resolves.toEqual({
      ks: 'djJ8MTAyfA0_abc',
      serviceUrl: 'https://kaltura.example',
      partnerId: 102,
      userId: 'ada@uni.example',
      hosts: ['cdn.example'],
      conversionProfileId: null,
      canListAll: false,
      canUpload: false,
      expiresAt: clock.now() + 1_800_000,
      refreshAt: clock.now() + 1_440_000,
    });
    expect(asked).toEqual([{ entryId: '0_abc' }]);
    expect(named).toEqual(['0_abc']);
  });

  it('are kept for each entry until they are forgotten', async () => {
    const { source, asked } = start();
    await Promise.all([source.of('0_abc').get(), source.of('0_abc').get(), source.of('0_def').get()]);
    await source.of('0_abc').get();
    expect(asked).toEqual([{ entryId: '0_abc' }, { entryId: '0_def' }]);
    source.clear();
    await source.of('0_abc').get();
    expect(asked).toHaveLength(3);
  });

  it('are renewed by naming the one that Kaltura refused', async () => {
    const { source, asked } = start();
    const session = source.of('0_abc');
    await session.renew(await session.get());
    expect(asked[1]).toEqual({ entryId: '0_abc', stale: expect.stringMatching(/^[0-9a-f]{16}$/) });
  });

  it('do not pile up', async () => {
    const { source, asked } = start();
    for (let index = 0; index < 250; index++) await source.of(`0_${index}`).get();
    await source.of('0_249').get();
    expect(asked).toHaveLength(250);
    await source.of('0_0').get();
    expect(asked).toHaveLength(251);
  });

  it('say why there are none', async () => {
    const problem = { type: 'about:blank', title: 'x', status: 409, code: 'no_player_token' };
    const { source } = start(() => Response.json(problem, { status: 409 }));
    const refused = source.of('0_abc').get();
    await expect(refused).rejects.toBeInstanceOf(ExchangeError);
    await expect(refused).rejects.toMatchObject({ code: 'no_player_token', retriable: false });
  });

  it('are refused when they are for another entry', async () => {
    const { source } = start(() => Response.json(answerFor('0_other')));
    await expect(source.of('0_abc').get()).rejects.toBeInstanceOf(UpstreamError);
  });
});
