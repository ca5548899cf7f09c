import { describe, expect, it } from 'vitest';
import { createTestHost } from '../testing/createTestHost.ts';
import { remoteHostKeys } from './remoteHostKeys.ts';

const minutes = 60_000;

async function createRemote() {
  let time = Date.UTC(2026, 10, 23);
  const host = await createTestHost({ now: () => time });
  const remote = {
    requests: 0,
    redirect: '',
    answer: (): Promise<Response> => Promise.resolve(Response.json(host.jwks)),
    advance: (milliseconds: number) => (time += milliseconds),
    host,
  };
  const keys = remoteHostKeys({
    url: 'https://spaces.example/jwks.json',
    now: () => time,
    fetch: ({ redirect }) => {
      remote.requests += 1;
      remote.redirect = redirect;
      return remote.answer();
    },
  });
  return { remote, keys };
}

describe('keys behind a JWKS URL', () => {
  it('are fetched once for many tokens, without following redirects', async () => {
    const { remote, keys } = await createRemote();
    const found = await Promise.all(Array.from({ length: 100 }, async () => keys.find('host-1')));
    expect(found.every((key) => key?.kid === 'host-1')).toBe(true);
    expect(remote.requests).toBe(1);
    expect(remote.redirect).toBe('error');
  });

  it('are fetched again after ten minutes, and a key taken away is gone', async () => {
    const { remote, keys } = await createRemote();
    await keys.find('host-1');
    remote.answer = async () => Response.json((await createRemote()).remote.host.jwks);
    const [renamed] = remote.host.jwks.keys;
    remote.answer = () => Promise.resolve(Response.json({ keys: [{ ...renamed, kid: 'host-2' }] }));
    remote.advance(9 * minutes);
    expect(await keys.find('host-1')).toBeDefined();
    remote.advance(1 * minutes);
    expect(await keys.find('host-1')).toBeUndefined();
    expect(await keys.find('host-2')).toBeDefined();
    expect(remote.requests).toBe(2);
  });

  it('are asked for at most every 30 seconds when unknown key ids flood in', async () => {
    const { remote, keys } = await createRemote();
    await keys.find('host-1');
    remote.advance(30_000);
    for (let index = 0; index < 1000; index++) expect(await keys.find(`unknown-${index}`)).toBeUndefined();
    expect(remote.requests).toBe(2);
    remote.advance(30_000);
    await keys.find('unknown');
    expect(remote.requests).toBe(3);
  });

  it.each<[string, () => Promise<Response>]>([
    ['is down', () => Promise.reject(new TypeError('fetch failed'))],
    ['answers 500', () => Promise.resolve(new Response('no', { status: 500 }))],
    ['answers HTML', () => Promise.resolve(new Response('<html>'))],
    ['answers an empty set', () => Promise.resolve(Response.json({ keys: [] }))],
    [
      'answers symmetric keys only',
      () => Promise.resolve(Response.json({ keys: [{ kty: 'oct', k: 'AAAA', kid: 'host-1' }] })),
    ],
    ['answers 100 kB', () => Promise.resolve(new Response(JSON.stringify({ keys: [], pad: 'x'.repeat(100_000) })))],
    ['answers something else', () => Promise.resolve(Response.json(['keys']))],
  ])('serve from the last good set for a day while the URL %s', async (_, fault) => {
    const { remote, keys } = await createRemote();
    const good = remote.answer;
    await keys.find('host-1');
    remote.answer = fault;
    remote.advance(11 * minutes);
    expect(await keys.find('host-1')).toBeDefined();
    remote.advance(23 * 60 * minutes);
    expect(await keys.find('host-1')).toBeDefined();
    remote.advance(60 * minutes);
    await expect(keys.find('host-1')).rejects.toMatchObject({ code: 'keys_unavailable', retryAfter: 30 });
    remote.answer = good;
    remote.advance(30_000);
    expect(await keys.find('host-1')).toBeDefined();
  });
});
